import { randomBytes } from "node:crypto";
import { casesOfAddress } from "../cases/mine.ts";
import { allStaff } from "../cases/staff.ts";
import type { House } from "../house.ts";
import { addressIdOf, codeMinutes, signInCodeOf } from "../links.ts";
import { isStopped } from "../mails/stopped.ts";
import { signInKey } from "../store/keys.ts";
import { type SignInItem, signInItem } from "../store/person-items.ts";

/** A new code can be asked for a minute after the last, and so many in an hour: nobody's mailbox is flooded. */
const pauseMillis = 60_000;
const hourMillis = 3_600_000;
const mostCodes = 5;
/** So many wrong tries spend a code: guessing leads nowhere. */
const mostTries = 5;

/**
 * Mails a code to an address that has a case or works for a call. Whoever asks is told the same whether it does or not, and
 * whether a code was sent just now: nothing can be learned of who takes part. Nothing of the code is stored.
 */
export async function askForCode(house: House, email: string, language: "lt" | "en"): Promise<void> {
  if (!(await isKnown(house, email))) return;
  const now = house.clock.now();
  const key = signInKey(addressIdOf(house.config.linkSecret, email));
  const item = await house.table.get(key);
  const before = item && signInItem.parse(item);
  const inHour = (before?.sent ?? []).filter((at) => Date.parse(now) - Date.parse(at) < hourMillis);
  const latest = inHour.at(-1);
  if (inHour.length >= mostCodes || (latest && Date.parse(now) - Date.parse(latest) < pauseMillis)) return;
  if (await isStopped(house, email)) return;
  const set: Omit<SignInItem, "pk" | "sk"> = {
    email,
    nonce: randomBytes(12).toString("base64url"),
    sentAt: now,
    sent: [...inHour, now],
    tries: 0,
    version: (before?.version ?? 0) + 1,
  };
  const when = { version: before ? { is: before.version } : ("absent" as const) };
  const stored = await house.table.change(key, { set, remove: ["usedAt"], when });
  if (stored.outcome === "refused") return;
  const { renderSignIn } = await import("../mails/sign-in-mail.ts");
  const code = signInCodeOf(house.config.linkSecret, set);
  const mail = await renderSignIn({ code, sentAt: now }, language);
  await house.mailer.send({ ...mail, to: email, id: `${key.pk}/${set.version}` });
  house.log("K301", { ref: key.pk, template: "signIn" });
}

async function isKnown(house: House, email: string): Promise<boolean> {
  const staff = await allStaff(house);
  if (staff.some((known) => known.email.toLowerCase() === email.toLowerCase())) return true;
  return (await casesOfAddress(house, email)).length > 0;
}

export type CodeTried =
  | { readonly outcome: "right"; readonly email: string }
  | { readonly outcome: "wrong" | "over" | "spent" };

/** Tries a code for an address (by what stands for it); each try is counted before it is looked at, and a code opens once. */
export async function tryCode(
  house: Pick<House, "table" | "clock" | "config">,
  address: string,
  said: string,
): Promise<CodeTried> {
  const item = await house.table.get(signInKey(address));
  const known = item && signInItem.parse(item);
  if (!known || known.usedAt !== undefined) return { outcome: "over" };
  const now = house.clock.now();
  if (Date.parse(now) - Date.parse(known.sentAt) > codeMinutes * 60_000) return { outcome: "over" };
  if (known.tries >= mostTries) return { outcome: "spent" };
  const isRight = said.replaceAll(/\s/g, "") === signInCodeOf(house.config.linkSecret, known);
  const counted = await house.table.change(signInKey(address), {
    set: { tries: known.tries + 1, version: known.version + 1, ...(isRight ? { usedAt: now } : {}) },
    when: { version: { is: known.version } },
  });
  if (counted.outcome === "refused") return { outcome: "wrong" };
  return isRight ? { outcome: "right", email: known.email } : { outcome: "wrong" };
}
