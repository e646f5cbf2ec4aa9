import type { Mailer } from "../../functions/adapters/mailer.ts";
import type { LocalClock } from "./clock.ts";
import type { Functions } from "./functions.ts";

const said = {
  "bounce.example": { eventType: "Bounce", bounce: { bounceType: "Permanent" } },
  "away.example": { eventType: "Bounce", bounce: { bounceType: "Transient" } },
  "complaint.example": { eventType: "Complaint" },
} as const;

/**
 * Reports on mail as SES's mailbox simulator does: what goes to an address at `bounce.example` bounces, at `away.example`
 * cannot be delivered for now, at `complaint.example` is reported as unwanted. The same function hears of it as on AWS.
 */
export const withReturnedMail = (
  mailer: Mailer,
  functions: Pick<Functions, "call">,
  clock: Pick<LocalClock, "now">,
): Mailer => ({
  async send(message) {
    const sending = await mailer.send(message);
    const domain = message.to.slice(message.to.lastIndexOf("@") + 1).toLowerCase();
    const report = Object.entries(said).find(([known]) => known === domain)?.[1];
    if (report && sending.outcome === "sent") {
      const mail = { tags: { mail: [message.id] } };
      await functions.call("MailFeedback", { time: clock.now(), detail: { ...report, mail } });
    }
    return sending;
  },
});
