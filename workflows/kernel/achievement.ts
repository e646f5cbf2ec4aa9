/** With fewer pupils than this a difference says little: one pupil's good day can make it. */
export const fewPupils = 30;

/** Pupils' achievement before and after, by one instrument. Averages in per cent. */
export interface Achievement {
  readonly before: number;
  readonly after: number;
  /** The smaller of both numbers of pupils. */
  readonly pupils: number;
  readonly isSmall: boolean;
}
