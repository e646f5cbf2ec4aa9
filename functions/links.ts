import { createHmac, timingSafeEqual } from "node:crypto";
import { endOfMinute } from "../workflows/kernel/facts/ends.ts";
import { placeOf } from "./addresses/of-ref.ts";
import { paths } from "./addresses/paths.ts";
import type { Task } from "./store/items.ts";
import { idOf } from "./store/keys.ts";

/** What may be signed; the purpose keeps a link for one thing from opening another. */
type Purpose =
  | "task"
  | "case"
  | "confirm"
  | "enter"
  | "seen"
  | "browser"
  | "known"
  | "subject"
  | "staff-id"
  | "case-id"
  | "code"
  | "codes"
  | "certificate"
  | "address"
  | "person"
  | "sign-in"
  | "session"
  | "client"
  | "cursor"
  | "oidc"
  | "registration"
  | "registration-id"
  | "desk"
  | "said"
  | "visitor"
  | "school"
  | "thing"
  | "led"
  | "compared";

/** 192 bits, unguessable without the secret, the same each time: a reminder carries the link of the first mail. */
const seal = (secret: string, purpose: Purpose, ...bound: readonly string[]): string =>
  createHmac("sha256", secret)
    .update([purpose, ...bound].map((part) => `${part.length}:${part}`).join(""))
    .digest()
    .subarray(0, 24)
    .toString("base64url");

/** Compares in constant time. */
export function isSealed(
  given: string,
  secret: string,
  purpose: Purpose,
  ...bound: readonly string[]
): boolean {
  const wanted = Buffer.from(seal(secret, purpose, ...bound));
  const got = Buffer.from(given);
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}

/**
 * A task's link is for one task and one person: another person's task gives another link, and so does the same task for
 * whoever stands in for its person (`reader`, an e-mail address).
 */
export const taskPath = (secret: string, task: Task, reader = task.assignee?.email ?? ""): string =>
  paths.task(...placeOf(task), seal(secret, "task", ...boundToTask(task, reader)));

/** Is this the secret of a task's link, for this reader? */
export const opensTask = (given: string, secret: string, task: Task, reader: string): boolean =>
  isSealed(given, secret, "task", ...boundToTask(task, reader));

const boundToTask = ({ pk, sk, renewed }: Task, reader: string): readonly string[] => [
  pk,
  sk,
  reader,
  ...renewal(renewed),
];

/**
 * The applicant's own page of the case; whoever goes instead of the applicant has another address of it, and so has everybody
 * after each time that its link was renewed.
 */
export const casePath = (secret: string, ref: string, successor?: string, renewed?: number): string =>
  paths.ownCase(idOf(ref), seal(secret, "case", ...boundToCase(ref, successor, renewed)));

/** Is this the secret of the own page, for whoever takes part now? */
export const opensCase = (
  given: string,
  secret: string,
  ref: string,
  successor?: string,
  renewed?: number,
): boolean => isSealed(given, secret, "case", ...boundToCase(ref, successor, renewed));

const boundToCase = (ref: string, successor?: string, renewed?: number): readonly string[] => [
  ref,
  ...(successor === undefined ? [] : [successor]),
  ...renewal(renewed),
];

const renewal = (renewed = 0): readonly string[] => (renewed === 0 ? [] : [`renewal ${renewed}`]);

/** Where the owner of an address says which application of theirs counts: known to the mailbox alone. */
export const confirmPath = (secret: string, ref: string, email: string): string =>
  paths.confirm(idOf(ref), seal(secret, "confirm", ref, email.toLowerCase()));

export const isConfirmSeal = (given: string, secret: string, ref: string, email: string): boolean =>
  isSealed(given, secret, "confirm", ref, email.toLowerCase());

/** Stands for a staff member in addresses and cookies, where an e-mail address must not. */
export const staffIdOf = (secret: string, email: string): string =>
  seal(secret, "staff-id", email.toLowerCase()).slice(0, 16);

/** Stands for an e-mail address in keys and addresses of pages; the address cannot be read back from it. */
export const addressIdOf = (secret: string, email: string): string =>
  seal(secret, "address", email.toLowerCase());

/** Stands for a school in keys, by its code in the list. */
export const schoolIdOf = (secret: string, code: string): string => seal(secret, "school", code);

/** Stands for a thing in keys, by what it is called. */
export const thingIdOf = (secret: string, thing: string): string => seal(secret, "thing", thing);

/** The code by which whoever had a case says how its form was, at its end or later: made anew whenever it is needed, and kept nowhere. */
export const comparedCodeOf = (secret: string, ref: string, moment: string): string =>
  seal(secret, "compared", ref, moment).slice(0, 22);

/** Stands for a person in keys: one value for the address, one for the account, whichever of them is known. */
export const personIdsOf = (
  secret: string,
  { email, iban }: { readonly email?: string | undefined; readonly iban?: string | undefined },
): readonly string[] => [
  ...(email === undefined ? [] : [seal(secret, "person", "email", email.toLowerCase())]),
  ...(iban === undefined ? [] : [seal(secret, "person", "iban", iban.replaceAll(/\s/g, "").toUpperCase())]),
];

/** A link into the console can be used for so many seconds, and once. */
const enterSeconds = 86_400;

/** The last second in which a link into the console works that is made at an instant, the last of the minute that is named: epoch seconds. */
export const enterUntil = (now: string): number =>
  Math.floor(Date.parse(endOfMinute(new Date(Date.parse(now) + enterSeconds * 1000).toISOString())) / 1000);

/** A staff member's way into the console, until an instant (epoch seconds). */
export const staffPath = (secret: string, email: string, until: number): string => {
  const id = staffIdOf(secret, email);
  return paths.enter(id, until, seal(secret, "enter", id, String(until)));
};

/** The same person applying twice to one call gets the same case; the e-mail address cannot be read back. */
export const caseIdOf = (secret: string, callId: string, email: string): string =>
  Buffer.from(seal(secret, "case-id", callId, email.trim().toLowerCase()), "base64url")
    .subarray(0, 12)
    .toString("hex");

/** A code can be used for so long, and to the end of the minute that its mail names. */
export const codeMinutes = 15;

/** Until when a code works that was sent at an instant: ISO, UTC. */
export const codeUntil = (sentAt: string): string =>
  endOfMinute(new Date(Date.parse(sentAt) + codeMinutes * 60_000).toISOString());

/** The six figures with which somebody signs a task, by when they were sent. */
export const signingCodeOf = (secret: string, task: Task, email: string, sentAt: string): string =>
  sixFigures(seal(secret, "code", task.pk, task.sk, email, sentAt));

/** The six figures with which somebody signs several papers at once: of these papers in these versions, and of no others. */
export const signingCodeOfSeveral = (
  secret: string,
  email: string,
  {
    sentAt,
    nonce,
    papers,
  }: {
    readonly sentAt: string;
    readonly nonce: string;
    readonly papers: readonly { readonly pk: string; readonly sk: string; readonly version: number }[];
  },
): string =>
  sixFigures(
    seal(
      secret,
      "codes",
      email.toLowerCase(),
      sentAt,
      nonce,
      ...papers.flatMap(({ pk, sk, version }) => [pk, sk, String(version)]),
    ),
  );

/** The six figures with which somebody signs in, by when they were sent and a number used once. */
export const signInCodeOf = (
  secret: string,
  { email, sentAt, nonce }: { readonly email: string; readonly sentAt: string; readonly nonce: string },
): string => sixFigures(seal(secret, "sign-in", email.toLowerCase(), sentAt, nonce));

const sixFigures = (sealed: string): string =>
  String(Buffer.from(sealed, "base64url").readUIntBE(0, 6) % 1_000_000).padStart(6, "0");

/** Seals into a session's cookie when it was used last. */
export const sealSeen = (secret: string, token: string, seen: string): string =>
  seal(secret, "seen", token, seen);
export const isSeenSeal = (given: string, secret: string, token: string, seen: string): boolean =>
  token !== "" && isSealed(given, secret, "seen", token, seen);

/** Stands for a browser in the keys of what it asked for. */
export const browserIdOf = (secret: string, token: string): string => seal(secret, "browser", token);

/** What a browser keeps in which somebody has signed in with an address: strangers cannot have it. */
export const sealKnown = (secret: string, address: string): string => seal(secret, "known", address);
export const isKnownSeal = (given: string, secret: string, address: string): boolean =>
  isSealed(given, secret, "known", address);

/** Stands for an account of the provider. */
export const subjectIdOf = (secret: string, issuer: string, subject: string): string =>
  seal(secret, "subject", issuer, subject);

/** Stands for a session's token in the table: who reads the table cannot sign in. */
export const sessionIdOf = (secret: string, token: string): string => seal(secret, "session", token);

/** What a certificate's number is made of: 192 bits that say nothing of the case. */
export const certificateSeed = (secret: string, ref: string): bigint =>
  BigInt(`0x${Buffer.from(seal(secret, "certificate", ref), "base64url").toString("hex")}`);

/** Stands for a client's key in the table: who reads the table cannot use it. */
export const clientSealOf = (secret: string, callId: string, id: string, random: string): string =>
  seal(secret, "client", callId, id, random);
export const isClientSeal = (
  given: string,
  secret: string,
  callId: string,
  id: string,
  random: string,
): boolean => isSealed(given, secret, "client", callId, id, random);

/** Stands for a registration where it is kept that it has said something, and names it nowhere else. */
export const saidMarkOf = (secret: string, seats: string, name: string, id: string): string =>
  seal(secret, "said", seats, name, id);

/** Stands for an address among those who registered for the seats of one case, and for nothing elsewhere. */
export const registrationIdOf = (secret: string, seats: string, email: string): string =>
  seal(secret, "registration-id", seats, email.trim().toLowerCase());

/** Whoever registered comes to their own page by it. */
export const registrationPath = (secret: string, seats: string, id: string): string =>
  paths.registration(idOf(seats), id, seal(secret, "registration", seats, id));
export const opensRegistration = (given: string, secret: string, seats: string, id: string): boolean =>
  isSealed(given, secret, "registration", seats, id);

/** Where whoever holds an event checks people in. */
export const deskPath = (secret: string, seats: string): string =>
  paths.desk(idOf(seats), seal(secret, "desk", seats));
export const opensDesk = (given: string, secret: string, seats: string): boolean =>
  isSealed(given, secret, "desk", seats);

/** Where whoever is told of calls says that they do not want to be any more. */
export const leavingPath = (secret: string, address: string): string =>
  paths.leaving(address, seal(secret, "visitor", address));
export const opensLeaving = (given: string, secret: string, address: string): boolean =>
  isSealed(given, secret, "visitor", address);

/** The page of whoever leads a group, by the address at which they are written to. */
export const ledPath = (secret: string, ref: string, leader: string): string =>
  paths.led(idOf(ref), seal(secret, "led", ref, leader.toLowerCase()));
export const opensLed = (given: string, secret: string, ref: string, leader: string): boolean =>
  isSealed(given, secret, "led", ref, leader.toLowerCase());

/** Seals the place in a list after which its next page begins. */
export const sealCursor = (secret: string, list: string, after: string): string =>
  seal(secret, "cursor", list, after);
export const isCursorSeal = (given: string, secret: string, list: string, after: string): boolean =>
  isSealed(given, secret, "cursor", list, after);

/** Seals what a browser keeps while it is at the provider. */
export const sealOidc = (secret: string, written: string): string => seal(secret, "oidc", written);
export const isOidcSeal = (given: string, secret: string, written: string): boolean =>
  isSealed(given, secret, "oidc", written);
