import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { Mail } from "../store/mail-items.ts";
import { ownWordsOf } from "./call-texts.ts";
import { markUnneeded } from "./claim.ts";
import { hasRoom, isCausedByStranger, isToldToday, putOff } from "./flood.ts";
import { holdMail } from "./hold.ts";
import { type Composed, type Sent, sendClaimed } from "./send-claimed.ts";
import { isStopped } from "./stopped.ts";
import { together } from "./together.ts";
import { written } from "./unwritten.ts";

/** Sends a mail of a case that the caller has claimed, and marks it as sent. */
export const sendMail = (house: House, mail: Mail, known?: LoadedCase): Promise<Sent> =>
  sendClaimed(house, mail, () => composeMail(house, mail, known));

async function composeMail(house: House, mail: Mail, known: LoadedCase | undefined): Promise<Composed> {
  const loaded = known ?? (await loadCase(house, mail.pk));
  if (!loaded) throw new Error(`${mail.pk}: a mail without its case`);
  if (isUnneeded(mail, loaded)) return markUnneeded(house, mail);
  if (await isStopped(house, mail.to.email)) {
    await holdMail(house, mail, loaded);
    house.log("K304", { ref: mail.pk, template: mail.template });
    return "held";
  }
  if (isCausedByStranger(mail, loaded)) {
    if (mail.putOffAt !== undefined && (await isToldToday(house, mail))) return markUnneeded(house, mail);
    if (!(await hasRoom(house, mail))) {
      await putOff(house, mail);
      return "held";
    }
  }
  const reminded = await together(house, mail);
  if (reminded.outcome === "told") return markUnneeded(house, mail);
  const { renderMail } = await import("./render.ts");
  const own = await ownWordsOf(house, mail, loaded);
  const rendered = await written(() =>
    renderMail(house.config, mail, loaded, { others: reminded.others, own }),
  );
  return own ? { ...rendered, isOwn: true } : rendered;
}

/** What was held or put off may ask for something that was answered meanwhile. */
const isUnneeded = (mail: Mail, { tasks }: LoadedCase): boolean =>
  (mail.resumedAt ?? mail.putOffAt) !== undefined &&
  mail.task !== undefined &&
  tasks.find(({ sk }) => sk === mail.task)?.status !== "open";
