import * as z from "zod";
import { comparedMoments } from "../../workflows/kernel/comparing.ts";
import { instant, keyed, pendable, personItem, staffName } from "./item-parts.ts";

/** One mail to one person: kept before it is sent, and marked when it is. */
export const mailItem = z.object({
  ...keyed,
  ...pendable,
  template: z.string(),
  role: z.string(),
  to: personItem,
  /** What a mail of no case tells. */
  notice: z
    .object({
      name: z.enum([
        "absence",
        "absenceOver",
        "signInTried",
        "gaveWay",
        "draftKept",
        "newLink",
        "handedOver",
        "takenOver",
        "appliedAlready",
        "callOpened",
        "runPrepared",
        "moneySent",
        "erasureAgreed",
        "erasureRefused",
      ]),
      values: z.record(z.string(), z.string()),
      /** The case or the call that it is about: its coordinator reads the answers. */
      ref: z.string().optional(),
    })
    .optional(),
  /** What one of the staff wrote to whoever applied, and to which question of theirs. */
  message: z.object({ text: z.string(), question: z.string().optional() }).optional(),
  /** The task that the mail is about, by its sort key. */
  task: z.string().optional(),
  /** Whoever it goes to has registered for seats: under this identifier. */
  registration: z.string().optional(),
  /** What of its form its reader is asked without a name, in which round. */
  asks: z.object({ moment: z.enum(comparedMoments), round: z.string() }).optional(),
  /** To whose calendar it brings the time of a seat, or takes it out of it. */
  seat: z.enum(["request", "cancel"]).optional(),
  /** Who had it sent, where no machine did. */
  by: staffName.optional(),
  /** What it brings into its reader's calendar, or takes out of it. */
  calendar: z
    .object({
      method: z.enum(["request", "cancel", "publish"]),
      events: z.array(
        z.object({
          name: z.string(),
          uid: z.string().optional(),
          when: z.union([
            z.object({ from: z.string(), to: z.string() }),
            z.object({ by: instant }),
            z.object({ begins: instant, ends: instant }),
          ]),
          place: z.string().optional(),
          sequence: z.number(),
          /** Its reader had it, and it falls away. */
          isOver: z.literal(true).optional(),
        }),
      ),
    })
    .optional(),
  queuedAt: instant,
  /** Who is sending it, and until when nobody else does. */
  claim: z.string().optional(),
  claimedUntil: instant.optional(),
  /** It is left to the sweeper. */
  isPaced: z.literal(true).optional(),
  sentAt: instant.optional(),
  /** When it was entered as sent, by what its mailbox tells, because the table had lost it. */
  enteredAt: instant.optional(),
  providerId: z.string().optional(),
  /** The subject with which it went, where the call has words of its own for it: those may change. */
  subject: z.string().optional(),
  /** Of a mail that cannot be written: since when, and which text names what its case does not give, as far as that is known. */
  unwritten: z
    .object({ at: instant, text: z.string().optional(), parameters: z.array(z.string()).readonly() })
    .optional(),
  /** What the provider reported of it. */
  returned: z
    .object({ kind: z.enum(["bounced", "delayed", "complained", "rejected"]), at: instant })
    .optional(),
  /** Since when it is kept back, because its address takes no mail. */
  heldAt: instant.optional(),
  /** When it went back to being sent, after its address was released or put right. */
  resumedAt: instant.optional(),
  /** When it was left to the next morning, because strangers had caused too many mails to its address that day. */
  putOffAt: instant.optional(),
  /** When it turned out that what it asks for had been answered meanwhile, or that another reminder had told of it that day. */
  unneededAt: instant.optional(),
});
export type Mail = z.infer<typeof mailItem>;

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

/** The mails (`pk sk`) that strangers caused and that went to an address on a local day. */
export const causedItem = z.object({ ...keyed, mails: z.array(z.string()), version: z.number() });

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
