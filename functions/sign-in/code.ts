import { randomBytes } from "node:crypto";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { draftsOfAddress } from "../cases/applications/own-drafts.ts";
import { tasksOfGuest } from "../cases/people/guest-tasks.ts";
import { casesOfAddress } from "../cases/people/mine.ts";
import { allStaff } from "../cases/people/staff.ts";
import type { House } from "../house.ts";
import { addressIdOf, browserIdOf, codeUntil, signInCodeOf } from "../links.ts";
import { queueNotice } from "../mails/notices.ts";
import { isStopped } from "../mails/stopped.ts";
import { tagOfMail } from "../mails/tag.ts";
import { schoolsLedBy } from "../record/school.ts";
import { expiring } from "../store/expiring.ts";
import { signInKey, strangersKey, tookPartIn } from "../store/keys.ts";
import { type SignInItem, signInItem, strangersItem } from "../store/person-items.ts";

/** A browser can ask for a code a minute after the last, and so often in an hour. */
const pauseMillis = 60_000;
const hourMillis = 3_600_000;
const mostCodes = 5;
/** All browsers together in which nobody has signed in with an address yet: nobody's mailbox is flooded. */
const mostForStrangers = { inHour: 20, inDay: 40 };
/** So many wrong tries spend a code: guessing leads nowhere. */
const mostTries = 5;

/** A browser that asks: what it alone keeps, and whether somebody has signed in with the address there before. */
export interface Browser {
  readonly token: string;
  readonly isKnown: boolean;
}

/**
 * Mails a code to an address that has a case, works for a call, is asked something, took part beside its own cases or leads a school,
 * for one browser. Whoever asks is told the same whether it does or not, and the same is counted and written: nothing can be learned
 * of who takes part. Each browser has codes and tries of its own, so a stranger spends none of the owner's. Nothing of the code is
 * stored.
 */
export async function askForCode(
  house: House,
  email: string,
  language: "lt" | "en",
  browser: Browser,
): Promise<void> {
  const isReader = (await isPerson(house, email)) && !(await isStopped(house, email));
  const now = house.clock.now();
  const address = addressIdOf(house.config.linkSecret, email);
  const key = signInKey(address, browserIdOf(house.config.linkSecret, browser.token));
  const item = await house.table.get(key);
  const before = item && signInItem.parse(item);
  const inHour = within(before?.sent ?? [], now);
  const latest = inHour.at(-1);
  if (inHour.length >= mostCodes || (latest && Date.parse(now) - Date.parse(latest) < pauseMillis)) return;
  if (!browser.isKnown && !(await countStranger(house, address, now))) return;
  const set: Omit<SignInItem, "pk" | "sk"> & ReturnType<typeof expiring> = {
    ...(isReader ? { email } : {}),
    nonce: randomBytes(12).toString("base64url"),
    sentAt: now,
    sent: [...inHour, now],
    tries: 0,
    version: (before?.version ?? 0) + 1,
    ...expiring(now, 2),
  };
  const when = { version: before ? { is: before.version } : ("absent" as const) };
  const stored = await house.table.change(key, {
    set,
    remove: isReader ? ["usedAt"] : ["usedAt", "email"],
    when,
  });
  if (stored.outcome === "refused" || !isReader) return;
  const { renderSignIn } = await import("../mails/sign-in-mail.ts");
  const code = signInCodeOf(house.config.linkSecret, { ...set, email });
  const mail = await renderSignIn({ code, sentAt: now }, language);
  const id = tagOfMail({ pk: key.pk, sk: `${key.sk}#${set.version}` });
  try {
    const { outcome } = await house.mailer.send({ ...mail, to: email, id });
    house.log(outcome === "sent" ? "K301" : "K302", { ref: key.pk, template: "signIn" });
  } catch (error) {
    // Whoever asked would learn from an error that there was somebody to write to.
    house.log("K303", { ref: key.pk, what: "mail", error: error instanceof Error ? error.name : "unknown" });
  }
}

const within = (sent: readonly string[], now: string, millis = hourMillis): readonly string[] =>
  sent.filter((at) => Date.parse(now) - Date.parse(at) < millis);

/** Counts a code for a browser that nobody has signed in with; `false` when there were too many in an hour or a day. */
async function countStranger(
  { table }: Pick<House, "table">,
  address: string,
  now: string,
): Promise<boolean> {
  const key = strangersKey(address);
  const item = await table.get(key);
  const before = item && strangersItem.parse(item);
  const sent = within(before?.sent ?? [], now, 24 * hourMillis);
  if (within(sent, now).length >= mostForStrangers.inHour || sent.length >= mostForStrangers.inDay)
    return false;
  const { outcome } = await table.change(key, {
    set: { sent: [...sent, now], version: (before?.version ?? 0) + 1, ...expiring(now, 2) },
    when: { version: before ? { is: before.version } : "absent" },
  });
  return outcome === "changed" || countStranger({ table }, address, now);
}

async function isPerson(house: House, email: string): Promise<boolean> {
  const [staff, cases, drafts, tasks, took] = await Promise.all([
    allStaff(house),
    casesOfAddress(house, email),
    draftsOfAddress(house, email),
    tasksOfGuest(house, email),
    house.table.query(tookPartIn(addressIdOf(house.config.linkSecret, email))),
  ]);
  return (
    cases.length + drafts.length + tasks.length + took.length > 0 ||
    staff.some((known) => known.email.toLowerCase() === email.toLowerCase()) ||
    (await schoolsLedBy(house, email)).length > 0
  );
}

export type CodeTried =
  | { readonly outcome: "right"; readonly email: string }
  | { readonly outcome: "wrong" | "over" | "spent" };

/**
 * Tries a code for an address (by what stands for it) in the browser that asked for it; each try is counted before it is looked
 * at, and a code opens once. Whose address it is reads of tries that spent a code, once a day.
 */
export async function tryCode(
  house: House,
  address: string,
  { token }: Pick<Browser, "token">,
  { said, language }: { readonly said: string; readonly language: "lt" | "en" },
): Promise<CodeTried> {
  const key = signInKey(address, browserIdOf(house.config.linkSecret, token));
  const item = await house.table.get(key);
  const known = item && signInItem.parse(item);
  if (!known || known.usedAt !== undefined) return { outcome: "over" };
  const now = house.clock.now();
  if (isOver(codeUntil(known.sentAt), now)) return { outcome: "over" };
  if (known.tries >= mostTries) return { outcome: "spent" };
  const { email } = known;
  const isRight =
    email !== undefined &&
    said.replaceAll(/\s/g, "") === signInCodeOf(house.config.linkSecret, { ...known, email });
  const tries = known.tries + 1;
  const counted = await house.table.change(key, {
    set: { tries, version: known.version + 1, ...(isRight ? { usedAt: now } : {}) },
    when: { version: { is: known.version } },
  });
  if (counted.outcome === "refused") return { outcome: "wrong" };
  house.log(isRight ? "K701" : "K702", { by: "code", ref: key.pk });
  if (isRight) return { outcome: "right", email };
  if (tries === mostTries && email !== undefined) {
    const to = { name: "", email, language };
    await queueNotice(house, to, { name: "signInTried", values: {} }, now.slice(0, 10));
  }
  return { outcome: "wrong" };
}
