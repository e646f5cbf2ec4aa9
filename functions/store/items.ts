import * as z from "zod";
import { certified } from "../../workflows/blocks/certificate.ts";

/** What the items of the table hold. docs/data.md says who writes and who reads each. */

export const instant = z.string();
const language = z.enum(["lt", "en"]);
const values = z.record(z.string(), z.unknown());

export const keyed = { pk: z.string(), sk: z.string() };
export const pendable = {
  pending: z.string().optional(),
  pendingAt: instant.optional(),
  attempts: z.number().optional(),
};

/** One of the staff, as what they did is signed. */
const staffName = z.object({ name: z.string(), email: z.string() });

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
  /** The draft that became this application or this call: sending it twice is one. */
  draftId: z.string().optional(),
  /** A call's data. */
  data: values.optional(),
  generation: z.number(),
  /** The visit at which the execution before this one handed over. */
  handedOver: z.number().optional(),
  /** An execution that has still to be started, at this state. */
  toStart: z
    .object({ from: z.string(), visit: z.number(), parts: z.array(z.string()).optional() })
    .optional(),
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
    }),
  ),
  /** How many of them there are, so that two said at once are not mixed up, and how many the machine has heard. */
  interrupted: z.number(),
  heard: z.number(),
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
      }),
    )
    .optional(),
  /** How many of them there are. */
  corrected: z.number().optional(),
  /** Who published a call in the console; a call from a file has nobody. */
  publishedBy: z.object({ name: z.string(), email: z.string() }).optional(),
  /** What changed in a call after it was published, oldest first: as it was typed before and after, by whom and why. */
  changes: z
    .array(
      z.object({
        at: instant,
        by: z.object({ name: z.string(), email: z.string() }),
        reason: z.string(),
        fields: z.array(z.object({ field: z.string(), was: z.unknown(), now: z.unknown() })),
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
        was: z.unknown(),
        now: z.unknown(),
        at: instant,
        by: staffName,
        reason: z.string(),
      }),
    )
    .optional(),
  /** How many of them there are. */
  amended: z.number().optional(),
  /** For a call, which has no entry: where its own road is. */
  state: z.string().optional(),
  status: z.string().optional(),
  endedAt: instant.optional(),
});
export type Head = z.infer<typeof headItem>;

const personItem = z.object({ name: z.string(), email: z.string(), language });

/** Away on these local days, both with them; ended early when `endedAt` is there. Who noted it: an e-mail address. */
const absence = z.object({
  from: z.string(),
  to: z.string(),
  substitute: personItem,
  notedAt: instant,
  notedBy: z.string(),
  endedAt: instant.optional(),
});
export type Absence = z.infer<typeof absence>;

/** The absences of one of the staff, oldest first. */
export const absenceItem = z.object({
  ...keyed,
  person: personItem,
  periods: z.array(absence),
  version: z.number(),
});
export type AbsenceItem = z.infer<typeof absenceItem>;

/** A question to a person, or a wait for a signal; both hold the token that lets the machine go on. */
export const taskItem = z.object({
  ...keyed,
  ...pendable,
  kind: z.enum(["ask", "await"]),
  state: z.string(),
  visit: z.number(),
  part: z.string().optional(),
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
  /** How often somebody was asked anew after that. */
  askedAnew: z.number().optional(),
  /** How it was given from one person to another, oldest first; by whom is an e-mail address. */
  handovers: z
    .array(z.object({ from: personItem, to: personItem, at: instant, by: z.string(), reason: z.string() }))
    .optional(),
  dueAt: instant.optional(),
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
  closedAt: instant.optional(),
  by: z.string().optional(),
  inbox: z.string().optional(),
  /** What was typed into the form so far, kept while a file is fetched. */
  typed: values.optional(),
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
});
export type RecordItem = z.infer<typeof recordItem>;

/** One mail to one person: kept before it is sent, and marked when it is. */
export const mailItem = z.object({
  ...keyed,
  ...pendable,
  template: z.string(),
  role: z.string(),
  to: personItem,
  /** The task that the mail is about, by its sort key. */
  task: z.string().optional(),
  /** Who had it sent, where no machine did. */
  by: staffName.optional(),
  /** What it brings into its reader's calendar, or takes out of it. */
  calendar: z
    .object({
      method: z.enum(["request", "cancel"]),
      events: z.array(
        z.object({
          name: z.string(),
          when: z.union([
            z.object({ from: z.string(), to: z.string() }),
            z.object({ by: instant }),
            z.object({ begins: instant, ends: instant }),
          ]),
          place: z.string().optional(),
          sequence: z.number(),
        }),
      ),
    })
    .optional(),
  queuedAt: instant,
  sentAt: instant.optional(),
  providerId: z.string().optional(),
  /** What the provider reported of it. */
  returned: z
    .object({ kind: z.enum(["bounced", "delayed", "complained", "rejected"]), at: instant })
    .optional(),
  /** Since when it is kept back, because its address takes no mail. */
  heldAt: instant.optional(),
  /** When it went back to being sent, after its address was released or put right. */
  resumedAt: instant.optional(),
  /** When it turned out that what it asks for had been answered meanwhile, or that another reminder had told of it that day. */
  unneededAt: instant.optional(),
});
export type Mail = z.infer<typeof mailItem>;

/** For which days (both with them) a case funds a person; the key is an HMAC and names nobody. */
export const fundedItem = z.object({ ...keyed, ref: z.string(), from: z.string(), to: z.string() });

/** An address that did not take mail, by what its HMAC is: the item says nobody's name. */
export const stopItem = z.object({
  ...keyed,
  sk: z.literal("stop"),
  status: z.enum(["counting", "stopped", "released"]),
  kind: z.enum(["bounced", "delayed", "complained", "rejected"]),
  since: instant,
  /** When mail could not be delivered for now, in the last fortnight. */
  soft: z.array(instant),
  releasedAt: instant.optional(),
  releasedBy: z.string().optional(),
  reason: z.string().optional(),
  version: z.number(),
});
export type Stop = z.infer<typeof stopItem>;

/** The mail (`pk sk`) that has told an address of all its open tasks on a local day. */
export const remindedItem = z.object({ ...keyed, by: z.string() });

/** The latest code to sign in with: when codes were sent in the last hour, how often this one was tried, and its use. */
export const signInItem = z.object({
  ...keyed,
  email: z.string(),
  nonce: z.string(),
  sentAt: instant,
  sent: z.array(instant),
  tries: z.number(),
  usedAt: instant.optional(),
  version: z.number(),
});
export type SignInItem = z.infer<typeof signInItem>;

/** Somebody who is signed in, until when. */
export const sessionItem = z.object({
  ...keyed,
  email: z.string(),
  beganAt: instant,
  until: instant,
  endedAt: instant.optional(),
});

/** A case of which mail to an address is held, in the inbox of its coordinator until that is mended. */
export const strandedItem = z.object({
  ...keyed,
  sk: z.string().startsWith("case#").or(z.string().startsWith("call#")),
  ref: z.string(),
  name: z.string(),
  role: z.string(),
  since: instant,
  inbox: z.string().optional(),
  dueAt: instant.optional(),
});
export type Stranded = z.infer<typeof strandedItem>;

/** The place of a case in the selection of its call. */
export const entryItem = z.object({
  ...keyed,
  ...pendable,
  ref: z.string(),
  state: z.string(),
  ended: z.boolean(),
  endedAt: instant.optional(),
  submittedAt: instant,
  bid: z.unknown().optional(),
  decision: z.unknown().optional(),
  /** How the waiting machine of the case goes on, until it has been told. */
  signal: z.string().optional(),
  /** Signals that come after it, oldest first; which step queued the latest, and how often the queue has changed. */
  queue: z.array(z.string()).default([]),
  queuedBy: z.string().optional(),
  queueVersion: z.number().optional(),
  /** The number of the group that the case travels with. */
  group: z.number().optional(),
  /** How often it came into a group or left one; the group that it left last, and the latest news when it came. */
  groupMoves: z.number().optional(),
  groupLeft: z.number().optional(),
  groupNews: z.number().optional(),
});
export type EntryItem = z.infer<typeof entryItem>;

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

/** A file that was uploaded, and what came of looking at it. */
export const uploadItem = z.object({
  ...keyed,
  id: z.string(),
  field: z.string(),
  status: z.enum(["released", "refused", "removed"]),
  type: z.enum(["pdf", "jpeg", "png", "adoc"]).optional(),
  bytes: z.number(),
  fault: z.enum(["empty", "tooLarge", "malware", "otherType", "damaged", "late"]).optional(),
  at: instant,
});
export type Upload = z.infer<typeof uploadItem>;

/** The page of one day in a case's diary, with what stood there before. */
export const diaryItem = z.object({
  ...keyed,
  day: z.string(),
  values,
  at: instant,
  changedAt: instant,
  earlier: z.array(z.object({ values, at: instant })),
  /** How often it was written. */
  version: z.number(),
});

/** An application that is being written. */
export const draftItem = z.object({
  ...keyed,
  sk: z.literal("draft"),
  callId: z.string(),
  language,
  values,
  changedAt: instant,
  submittedAs: z.string().optional(),
});
export type Draft = z.infer<typeof draftItem>;

/** A call that is being made: by which process, with what it began. */
export const callDraftItem = z.object({
  ...keyed,
  sk: z.literal("draft"),
  process: z.string(),
  /** What its template or the call that it copies brought. */
  values,
  createdAt: instant,
  createdBy: z.string(),
  publishedAs: z.string().optional(),
  /** Since when it is put aside, and by whom; taken up again it is not any more. */
  asideAt: instant.optional(),
  asideBy: z.string().optional(),
});

/** One page of it as it was typed last; pages are written each by itself, so that two people can work on two pages. */
export const callDraftPageItem = z.object({
  ...keyed,
  values,
  changedAt: instant,
  changedBy: z.string(),
  version: z.number(),
});

/** What one of the staff wrote on a case for colleagues. */
export const noteItem = z.object({
  ...keyed,
  number: z.number(),
  text: z.string(),
  by: staffName,
  at: instant,
});
export type Note = z.infer<typeof noteItem>;

/** A certificate in the register: what the paper says, so that the case is not read for whoever asks by number. */
export const certificateItem = z.object({
  ...keyed,
  sk: z.literal("certificate"),
  number: z.string(),
  ref: z.string(),
  process: z.string(),
  call: z.object({ lt: z.string(), en: z.string() }),
  says: certified,
  issuedAt: instant,
  /** Once and for good: when, by whom (e-mail address), and why. */
  revoked: z.object({ at: instant, by: z.string(), category: z.string(), reason: z.string() }).optional(),
});
export type CertificateItem = z.infer<typeof certificateItem>;
const account = z.object({ name: z.string(), iban: z.string() });

/** One payment of a run, as it was when the run was prepared. */
const runTransfer = z.object({
  /** What the bank tells it by; at most 35 characters, another one after each answer to the case's question. */
  id: z.string(),
  ref: z.string(),
  /** The state of the case that asks for it. */
  state: z.string(),
  to: account,
  cents: z.number(),
  about: z.string(),
  /** Its case no longer asked for it when the run was approved. */
  leftOut: z.boolean().optional(),
  /** Why the bank returned it. */
  returned: z.string().optional(),
});
export type RunTransfer = z.infer<typeof runTransfer>;

/** Payments of a call that are prepared, approved and marked together. */
export const runItem = z.object({
  ...keyed,
  ...pendable,
  callId: z.string(),
  number: z.number(),
  status: z.enum(["prepared", "sentBack", "approved", "marked"]),
  payer: account,
  transfers: z.array(runTransfer),
  preparedAt: instant,
  preparedBy: staffName,
  /** When and by whom it was approved or sent back. */
  decidedAt: instant.optional(),
  decidedBy: staffName.optional(),
  /** Why it was sent back. */
  reason: z.string().optional(),
  /** The day on which the bank is asked to pay. */
  payOn: z.string().optional(),
  markedAt: instant.optional(),
  markedBy: staffName.optional(),
  /** The day on which the bank paid. */
  paidOn: z.string().optional(),
  /** When the last payment's case had its answer. */
  settledAt: instant.optional(),
});
export type Run = z.infer<typeof runItem>;

/** A program that may read a call: what stands for its key, until which day (UTC), and how often it came in the latest minute. */
export const clientItem = z.object({
  ...keyed,
  callId: z.string(),
  process: z.string(),
  name: z.string(),
  rights: z.array(z.enum(["cases:read", "people:read"])),
  until: z.string(),
  seal: z.string(),
  madeAt: instant,
  madeBy: z.object({ name: z.string(), email: z.string() }),
  revokedAt: instant.optional(),
  revokedBy: z.object({ name: z.string(), email: z.string() }).optional(),
  minute: z.string(),
  used: z.number(),
});
export type ClientItem = z.infer<typeof clientItem>;
