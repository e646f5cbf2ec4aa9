import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { Mail } from "../store/mail-items.ts";
import { holdMail } from "./hold.ts";
import { isStopped } from "./stopped.ts";
import { tagOfMail } from "./tag.ts";
import { together } from "./together.ts";

/**
 * Sends a kept mail and marks it as sent. A mail that cannot go now stays as it is, pending: a mail must never make
 * the step fail that it tells about. Two senders at once are rare, and the mail's id lets a receiver tell.
 */
export async function sendMail(
  house: House,
  mail: Mail,
  known?: LoadedCase,
): Promise<"sent" | "held" | "later"> {
  try {
    const loaded = known ?? (await loadCase(house, mail.pk));
    if (!loaded) throw new Error(`${mail.pk}: a mail without its case`);
    if (isUnneeded(mail, loaded)) return markUnneeded(house, mail);
    if (await isStopped(house, mail.to.email)) {
      await holdMail(house, mail, loaded);
      house.log("K304", { ref: mail.pk, template: mail.template });
      return "held";
    }
    const reminded = await together(house, mail);
    if (reminded.outcome === "told") return markUnneeded(house, mail);
    const { renderMail } = await import("./render.ts");
    const content = await renderMail(house.config, mail, loaded, reminded.others);
    const sending = await house.mailer.send({ ...content, to: mail.to.email, id: tagOfMail(mail) });
    if (sending.outcome === "later") {
      house.log("K302", { ref: mail.pk, template: mail.template });
      return "later";
    }
    await house.table.change(
      { pk: mail.pk, sk: mail.sk },
      {
        set: { sentAt: house.clock.now(), providerId: sending.providerId },
        remove: ["pending", "pendingAt", "attempts"],
      },
    );
    house.log("K301", { ref: mail.pk, template: mail.template });
    return "sent";
  } catch (error) {
    house.log("K303", { ref: mail.pk, what: "mail", error: error instanceof Error ? error.name : "unknown" });
    return "later";
  }
}

/** What was held for long may ask for something that was answered meanwhile. */
const isUnneeded = (mail: Mail, { tasks }: LoadedCase): boolean =>
  mail.resumedAt !== undefined &&
  mail.task !== undefined &&
  tasks.find(({ sk }) => sk === mail.task)?.status !== "open";

async function markUnneeded(house: House, { pk, sk }: Mail): Promise<"held"> {
  const set = { unneededAt: house.clock.now() };
  await house.table.change({ pk, sk }, { set, remove: ["pending", "pendingAt", "attempts"] });
  return "held";
}
