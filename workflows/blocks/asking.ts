import { workingDays } from "../kernel/duration.ts";

/** How long people have and when they are reminded, by whose work it is; a question that asks otherwise says so itself. */

/** The agency's own people. */
export const staff = { within: workingDays(5), remind: [workingDays(3)], escalate: "agency" } as const;

/** Whoever is no staff and has something to find out or to write first. */
export const guest = {
  within: workingDays(10),
  remind: [workingDays(4), workingDays(8)],
  escalate: "coordinator",
} as const;

/** Whoever signs reads what is signed; what was answered on the way there is not what they are asked about. */
export const signs = { ...guest, about: [] } as const;

/** Whoever is no staff and has only to say so. */
export const soon = {
  within: workingDays(5),
  remind: [workingDays(2), workingDays(4)],
  escalate: "coordinator",
} as const;

/** Whoever takes part: silence is an answer, with which nobody need be bothered. */
export const participant = { within: soon.within, remind: soon.remind } as const;

/** Whoever leads a group, which waits for it. */
export const leads = {
  within: workingDays(5),
  remind: [workingDays(1), workingDays(3)],
  escalate: "coordinator",
} as const;
