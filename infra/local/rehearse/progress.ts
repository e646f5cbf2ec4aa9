import { openProgress as open, type ProgressOptions } from "../progress.ts";

/** How far a rehearsal has come. */
export interface Step {
  /** Applications that were stored. */
  readonly submitted: number;
  /** Cases that have ended. */
  readonly ended: number;
  /** The virtual instant, ISO 8601 in UTC. */
  readonly now: string;
}

export interface Progress {
  readonly show: (step: Step) => void;
  /** Leaves the screen tidy; may be called twice. */
  readonly close: () => void;
}

/** Shows how a rehearsal of so many people comes along. Everybody applies and everybody's case ends: half of it each. */
export function openProgress(people: number, options: ProgressOptions = {}): Progress {
  const { show, close } = open(people * 2, options);
  return {
    show: ({ submitted, ended, now }) =>
      show(
        submitted + ended,
        `${now.slice(0, 10)}: ${submitted} of ${people} applied, ${ended} at the end of their road`,
      ),
    close,
  };
}
