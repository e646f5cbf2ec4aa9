import middy from "@middy/core";
import * as z from "zod";
import type { Item } from "../adapters/table.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { mailSettled } from "../mails/claim.ts";
import { isDigest } from "../mails/digest-mail.ts";
import { holdMail, putBeforeCoordinator } from "../mails/hold.ts";
import { isNotice } from "../mails/notices.ts";
import { noteReturn, type Returned } from "../mails/stopped.ts";
import { mailOfTag } from "../mails/tag.ts";
import { isSeatMail } from "../seats/mails.ts";
import { mailItem } from "../store/mail-items.ts";

const sent = z.object({ tags: z.object({ mail: z.array(z.string()).min(1) }) });

/**
 * What Amazon SES says of a mail that it was given [SES developer guide, "Contents of event data", as EventBridge brings
 * it]. An event of another shape is not taken: it stays where missed events wait for a person.
 */
const reported = z.object({
  time: z.iso.datetime(),
  detail: z.discriminatedUnion("eventType", [
    z.object({
      eventType: z.literal("Bounce"),
      mail: sent,
      bounce: z.object({ bounceType: z.enum(["Permanent", "Transient", "Undetermined"]) }),
    }),
    z.object({ eventType: z.literal("Complaint"), mail: sent }),
    z.object({ eventType: z.literal("Send"), mail: sent.extend({ messageId: z.string() }) }),
    z.object({ eventType: z.literal("Reject"), mail: sent }),
  ]),
});
type Detail = z.infer<typeof reported>["detail"];
type Gone = Extract<Detail, { eventType: "Send" }>;
type Reported = Exclude<Detail, Gone>;

/** Undetermined bounces are counted like those that may pass: SES could not tell. */
function kindOf(detail: Reported): Returned {
  if (detail.eventType === "Complaint") return "complained";
  if (detail.eventType === "Reject") return "rejected";
  return detail.bounce.bounceType === "Permanent" ? "bounced" : "delayed";
}

interface Feedback {
  readonly outcome: "sent" | "stopped" | "noted" | "unknown";
}

/**
 * Notes what came back of a mail, stops further mail to an address that takes none, and puts it before the case's
 * coordinator. The same event twice gives the same.
 */
export const mailFeedback = (house: House) =>
  middy<unknown, Feedback>(async (event: unknown): Promise<Feedback> => {
    const { detail, time } = reported.parse(event);
    const key = mailOfTag(detail.mail.tags.mail[0] ?? "");
    const item = key && (await house.table.get(key));
    if (detail.eventType === "Send") return noteSent(house, item, detail, time);
    if (!key || !item) {
      house.log("K305", { outcome: "unknown" });
      return { outcome: "unknown" };
    }
    const mail = mailItem.parse(item);
    const kind = kindOf(detail);
    const at = new Date(time).toISOString();
    if (isOfEarlierSending(mail.resumedAt, at)) return { outcome: "noted" };
    await house.table.change(key, { set: { returned: { kind, at } } });
    const outcome = kind === "rejected" ? "noted" : await noteReturn(house, mail.to.email, kind, at);
    if (outcome === "stopped") {
      const loaded =
        isDigest(mail) || isNotice(mail) || isSeatMail(mail) ? undefined : await loadCase(house, mail.pk);
      // Whoever complains has the mail: it is not to go again.
      if (kind !== "complained") await holdMail(house, mail, loaded);
      else if (loaded) await putBeforeCoordinator(house, mail, loaded);
    }
    house.log("K305", { ref: key.pk, template: mail.template, kind, outcome });
    return { outcome };
  });

/**
 * Marks a mail as sent whose sender did not: it was cut off, or the answer to it was lost. Of each other mail its sender knows,
 * and of a code to sign in nothing is kept.
 */
async function noteSent(
  { table, log }: Pick<House, "table" | "log">,
  item: Item | undefined,
  { mail: { messageId } }: Gone,
  time: string,
): Promise<Feedback> {
  const mail = mailItem.safeParse(item).data;
  const at = new Date(time).toISOString();
  if (mail?.claim === undefined || isOfEarlierSending(mail.resumedAt, at)) return { outcome: "unknown" };
  const { outcome } = await table.change(
    { pk: mail.pk, sk: mail.sk },
    {
      set: { sentAt: at, providerId: messageId },
      remove: mailSettled,
      when: { claim: { is: mail.claim }, pending: "present" },
    },
  );
  if (outcome === "refused") return { outcome: "unknown" };
  log("K301", { ref: mail.pk, template: mail.notice?.name ?? mail.template });
  return { outcome: "sent" };
}

/** After that sending the address was released or put right: the report says nothing of where the mail goes now. */
const isOfEarlierSending = (resumedAt: string | undefined, at: string): boolean =>
  resumedAt !== undefined && at <= resumedAt;
