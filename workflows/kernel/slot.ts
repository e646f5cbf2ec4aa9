/** A time at which somebody is there for one other: a local minute, `2027-03-01T10:00`, and the name of who offers it. */
export interface Slot {
  readonly starts: string;
  readonly by: string;
}

/** How the slots of a case's call stood when it was read. */
export interface SlotsSeen {
  /** UTC instant. */
  readonly now: string;
  /** Slots that are taken, by their names, and the cases that have them. */
  readonly taken: Readonly<Record<string, string>>;
}
