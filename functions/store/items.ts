import * as z from "zod";
import { linked } from "../../workflows/kernel/link.ts";
import { clocks, instant, keyed, language, pendable, personItem, staffName, values } from "./item-parts.ts";
import { machineSaid } from "./machine-said.ts";

/** What the items of the table hold; here those of a road. docs/data.md says who writes and who reads each. */

/** What a step says to cases, by whom it counts as said, and the step that says it once. */
const stepWord = z.object({ name: z.string(), by: z.string(), step: z.string(), values });

/** The head of a case or of a call: what it is, and what of it still has to leave the table. */
export const headItem = z.object({
  ...keyed,
  ...pendable,
  sk: z.literal("head"),
  process: z.string(),
  callId: z.string(),
  language,
  submittedAt: instant,
  /** A case's application; a call has none. */
  application: values.optional(),
  /** Which answers of it a list has given, such as of the school that was picked. */
  listed: z.array(z.string()).optional(),
  /** What other processes had given to whoever applies, of what this one takes. */
  links: z.array(linked).optional(),
  /** The draft that became this application or this call: sending it twice is one. */
  draftId: z.string().optional(),
  /** When the owner of its address said that it counts. */
  confirmedAt: instant.optional(),
  /** A call's data. */
  data: values.optional(),
  generation: z.number(),
  /** The visit at which the execution before this one handed over. */
  handedOver: z.number().optional(),
  /** An execution that has still to be started, at this state. */
  toStart: z
    .object({
      from: z.string(),
      visit: z.number(),
      parts: z.array(z.string()).optional(),
      /** Tokens by which the execution before it is ended, where that still waits. */
      ends: z.array(z.string()).optional(),
    })
    .optional(),
  /** Its execution has failed by what passes: when its road is taken up again by itself. */
  takeUp: z.object({ at: instant }).optional(),
  /** When its road was taken up again because an execution had broken down: where, and by whom; oldest first. */
  restarts: z.array(z.object({ at: instant, from: z.string(), by: staffName })).optional(),
  /** What broke in on a case, oldest first, and where the case stood. */
  interruptions: z.array(
    z.object({
      name: z.string(),
      at: instant,
      by: z.string(),
      state: z.string(),
      /** The latest question or wait that there was when it was said. */
      visit: z.number(),
      values,
      /** The step that said it, where a step did: said again it is not said twice. */
      step: z.string().optional(),
    }),
  ),
  /** How many of them there are, so that two said at once are not mixed up, and how many the machine has heard. */
  interrupted: z.number(),
  heard: z.number(),
  /** What steps of other cases or calls have said and may not break in yet, oldest first, and how often that changed. */
  owed: z.array(stepWord).optional(),
  owing: z.number().optional(),
  /** Of a call: the word that breaks in on every case which has not ended, whenever it came. */
  saidToAll: stepWord.optional(),
  /** Addresses that were put right in this case, the old value kept; oldest first. */
  corrections: z
    .array(
      z.object({
        was: z.string(),
        now: z.string(),
        /** Who has the new address, where that is somebody else. */
        name: z.string().optional(),
        at: instant,
        by: z.string(),
        reason: z.string(),
        /** Where the person changed and not the address: the role that was handed over, and no other. */
        role: z.literal("applicant").optional(),
      }),
    )
    .optional(),
  /** How many of them there are. */
  corrected: z.number().optional(),
  /** How often the link of the own page was renewed; the links before that open nothing. */
  renewed: z.number().optional(),
  /** Who published a call in the console; a call from a file has nobody. */
  publishedBy: staffName.optional(),
  /** What changed in a call after it was published, oldest first: as it was typed before and after, by whom and why. */
  changes: z
    .array(
      z.object({
        at: instant,
        by: staffName,
        reason: z.string(),
        fields: z.array(z.object({ field: z.string(), was: z.unknown().optional(), now: z.unknown() })),
      }),
    )
    .optional(),
  /** How many of them there are. */
  changed: z.number().optional(),
  /** Typing errors in the application that were put right, the old value kept; oldest first. */
  amendments: z
    .array(
      z.object({
        field: z.string(),
        was: z.unknown().optional(),
        now: z.unknown().optional(),
        at: instant,
        by: staffName,
        reason: z.string(),
      }),
    )
    .optional(),
  /** How many of them there are. */
  amended: z.number().optional(),
  /** Its person was erased: when, by whom and why. */
  erased: z.object({ at: instant, by: z.string(), reason: z.string() }).optional(),
  /** What went of it by itself, because its time was over. */
  expired: z.array(z.object({ kind: z.enum(["texts", "mails"]), at: instant })).optional(),
  /** For a call, which has no entry: where its own road is. */
  state: z.string().optional(),
  status: z.string().optional(),
  endedAt: instant.optional(),
});
export type Head = z.infer<typeof headItem>;

/** A question to a person, or a wait for a signal; both hold the token that lets the machine go on. */
export const taskItem = z.object({
  ...keyed,
  ...pendable,
  /** The call of its case; tasks that were opened before this was kept have none. */
  callId: z.string().optional(),
  /** The process that asks, by whose words it is told; of tasks that were opened before this was kept, the head says it. */
  process: z.string().optional(),
  kind: z.enum(["ask", "await"]),
  state: z.string(),
  visit: z.number(),
  part: z.string().optional(),
  /** Of many who are asked, the how-manieth; what breaks in is told to the wait beside them. */
  number: z.number().optional(),
  status: z.enum(["open", "answered", "expired", "cancelled"]),
  token: z.string(),
  arm: z.number(),
  openedAt: instant,
  role: z.string().optional(),
  form: z.string().optional(),
  assignee: personItem.optional(),
  /** Who was asked, where somebody stood in and answered, or where the task was given to somebody else. */
  insteadOf: personItem.optional(),
  /** Its person says that it is not theirs, and perhaps whose it is. */
  disowned: z
    .object({
      how: z.enum(["notMe", "someoneElse"]),
      name: z.string().optional(),
      email: z.string().optional(),
      note: z.string().optional(),
      at: instant,
    })
    .optional(),
  /** How often its link was renewed with that of its person's own page. */
  renewed: z.number().optional(),
  /** How often somebody was asked anew after that. */
  askedAnew: z.number().optional(),
  /** How it was given from one person to another, oldest first; by whom is an e-mail address. */
  handovers: z
    .array(z.object({ from: personItem, to: personItem, at: instant, by: z.string(), reason: z.string() }))
    .optional(),
  dueAt: instant.optional(),
  /** How many words that broke in its machine had heard when it came here. */
  heard: z.number().optional(),
  /** What the machine that opened it said of itself; machines that began before they did so say nothing. */
  machine: machineSaid.optional(),
  /** Of a wait: the call's word that ended it. */
  word: z.number().optional(),
  /** Its machine can go on with it beyond its deadline, should that be moved. */
  movable: z.boolean().optional(),
  /** How often its deadline was moved: from when to when, by whom and why; oldest first. */
  extensions: z
    .array(z.object({ was: instant, due: instant, at: instant, by: staffName, reason: z.string() }))
    .optional(),
  /** The arm with which it goes on after its old deadline: nobody is reminded just then. */
  quietArm: z.number().optional(),
  outcome: z.string().optional(),
  values: values.optional(),
  /** Under which key a program sent the answer: the same answer under the same key is told again that it was taken. */
  answerKey: z.string().optional(),
  closedAt: instant.optional(),
  by: z.string().optional(),
  inbox: z.string().optional(),
  /** What was typed into the form so far and kept without being sent: by whom (an e-mail address), and when. */
  typed: values.optional(),
  typedBy: z.string().optional(),
  typedAt: instant.optional(),
  /** The code that was mailed last to whoever signs: when, which one it was, and how often another was tried. */
  code: z.object({ sentAt: instant, count: z.number(), tries: z.number() }).optional(),
  /** Goes up with each code and each try. */
  codeVersion: z.number().optional(),
});
export type Task = z.infer<typeof taskItem>;

/** What a step found out; its presence says that the step is done. */
export const recordItem = z.object({
  ...keyed,
  state: z.string(),
  visit: z.number(),
  step: z.string(),
  outcome: z.string(),
  data: z.unknown(),
  /** The name of the document that was kept with it. */
  document: z.string().optional(),
  parts: z.array(z.string()),
  at: instant,
  /** How many words that broke in its machine had heard when it came here. */
  heard: z.number().optional(),
  /** Of a call: when its machine wakes from what comes next, as it was found before the step was done. */
  clocks: clocks.optional(),
});
export type RecordItem = z.infer<typeof recordItem>;

/** The place of a case in the selection of its call. */
export const entryItem = z.object({
  ...keyed,
  ...pendable,
  ref: z.string(),
  state: z.string(),
  ended: z.boolean(),
  endedAt: instant.optional(),
  submittedAt: instant,
  /** It came after another from the same address, and which of them counts is not settled. */
  contested: z.literal(true).optional(),
  bid: z.unknown().optional(),
  decision: z.unknown().optional(),
  /** How the waiting machine of the case goes on, until it has been told. */
  signal: z.string().optional(),
  /** What tells it from every other signal of this case, however alike. */
  word: z.number().optional(),
  /** Signals that come after it, oldest first, and how often something was said. */
  queue: z.array(z.string()).default([]),
  queueVersion: z.number().optional(),
  /** The latest words of each case or call that said something: at which of its visits, and how many. Said again, none is said twice. */
  said: z.record(z.string(), z.object({ visit: z.number(), words: z.number() })).default({}),
  /** The number of the group that the case travels with. */
  group: z.number().optional(),
  /** How often it came into a group or left one; the group that it left last, and the latest news when it came. */
  groupMoves: z.number().optional(),
  groupLeft: z.number().optional(),
  groupNews: z.number().optional(),
});
export type EntryItem = z.infer<typeof entryItem>;

/** That an application is contested, on the list of what is pending when its week is over. */
export const contestItem = z.object({ ...keyed, ...pendable, sk: z.literal("contest"), settleAt: instant });
export type Contest = z.infer<typeof contestItem>;

/** In which cases of its call somebody has a share of the work, such as a reviewer; `person` is an e-mail address in lower case. */
export const loadItem = z.object({
  ...keyed,
  person: z.string(),
  refs: z.array(z.string()),
  /** How often it was changed. */
  version: z.number(),
});
export type LoadItem = z.infer<typeof loadItem>;

/** Tells a call's machine that one of its cases moved. */
export const nudgeItem = z.object({
  ...keyed,
  ...pendable,
  sk: z.literal("nudge"),
  /** Goes up with each nudge. */
  version: z.number(),
  /** The version that the machine's last look at its cases had before it. */
  looked: z.number().default(0),
});
export type Nudge = z.infer<typeof nudgeItem>;
