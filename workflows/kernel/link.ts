import * as z from "zod";

/**
 * What one process gives to the next about a person or a school [processes.md, 0.5; decision 94]. The kind is all that both know: a
 * process names what it gives and what it takes, and neither another process nor a state of one.
 */
export const linkKinds = [
  /** Somebody came to an event and wants to be told of calls. */
  "followed",
  /** Somebody has got a qualification. */
  "qualified",
  /** A school has a plan of what it improves, which was accepted. */
  "improving",
  /** Somebody is accredited to lead groups and consultations of others. */
  "delivering",
  /** A version of an instrument was tried in a pilot. */
  "tried",
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a step gives: about whom, since which local day, and what exactly, in words. */
export const linking = z.object({
  kind: z.enum(linkKinds),
  /** An e-mail address, the code of a school, or what a thing is called that both know. */
  to: z.union([
    z.object({ email: z.string() }),
    z.object({ school: z.string() }),
    z.object({ thing: z.string() }),
  ]),
  on: z.iso.date(),
  what: z.string(),
  /** What it came to, where whoever takes it shows that. */
  figures: z.record(z.string(), z.number()).optional(),
});
export type Linking = z.infer<typeof linking>;

/** The same as it was found when somebody applied, with the case that it comes from. */
export const linked = linking.omit({ to: true }).extend({ from: z.string() });
export type Linked = z.infer<typeof linked>;
