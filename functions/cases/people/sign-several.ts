import { randomBytes } from "node:crypto";
import type { Person } from "../../../workflows/kernel/case-file.ts";
import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { FieldError, Form, Signing } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { houseRoles } from "../../../workflows/kernel/roles.ts";
import type { Key } from "../../adapters/table.ts";
import type { House } from "../../house.ts";
import { addressIdOf, codeUntil, signingCodeOfSeveral } from "../../links.ts";
import type { Paper } from "../../mails/signing-mail.ts";
import { tagOfMail } from "../../mails/tag.ts";
import { expiring } from "../../store/expiring.ts";
import { type Task, taskItem } from "../../store/items.ts";
import { signingKey } from "../../store/keys.ts";
import { type SigningItem, signingItem } from "../../store/person-items.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { storeSignature } from "../tasks/answer.ts";
import { formAsked, formOf } from "../tasks/find-task.ts";
import { type InboxTask, tasksAmong, tasksAsking } from "../tasks/inbox.ts";

/** So many papers at most are signed by one code: as many as somebody can look through. */
export const mostTogether = 60;
/** So many are signed before the page answers: how far it has come is seen. */
const portion = 10;
/** So many wrong tries spend a code, and so many codes are sent in an hour: guessing leads nowhere. */
const mostTries = 5;
const mostCodes = 10;
const hourMillis = 3_600_000;

/**
 * Whoever signs several papers. A guest, who came in by a code to a mailbox, signs nothing that is the house's own: whoever works here may
 * have had to come in otherwise.
 */
export interface Signer extends Person {
  readonly isGuest?: true;
}

/** What the papers that somebody may sign are known by. */
type Signs = Pick<Signer, "email" | "isGuest">;

const mayBeSignedBy =
  ({ isGuest }: Signs) =>
  ({ task: { role = "" } }: ToSign): boolean =>
    !isGuest || !houseRoles.includes(role);

/** A paper that waits for somebody's signature. */
export interface ToSign {
  readonly task: Task;
  readonly loaded: LoadedCase;
  readonly form: Form;
  readonly signs: Signing;
  /** The latest, which is signed. */
  readonly version: number;
}

/** Papers are signed together where nothing is asked but to agree. */
const isSignedTogether = (form: Form | undefined): boolean =>
  form?.signs !== undefined &&
  form.outcomes.length === 1 &&
  Object.values(form.fields).every(({ kind }) => kind === "confirmation");

/** Does this state ask for a signature that can be given together with others? */
export const asksToSign = ({ states }: Process, state: string, part: string | undefined): boolean =>
  isSignedTogether(formOf(states[state], part));

/** The papers that wait for somebody's signature, those first that are wanted first, and whether there are more of them. */
export async function papersFor(
  house: Pick<House, "table" | "clock">,
  signer: Signs,
): Promise<{ readonly papers: readonly ToSign[]; readonly isMore: boolean }> {
  const { tasks, isMore } = await tasksAsking(house, signer.email, asksToSign, mostTogether);
  return { papers: (await loadedOf(house, tasks)).filter(mayBeSignedBy(signer)), isMore };
}

/** Those of the named tasks that wait for somebody's signature. */
export const papersAmong = async (
  house: Pick<House, "table" | "clock">,
  signer: Signs,
  keys: readonly Key[],
): Promise<readonly ToSign[]> =>
  (await loadedOf(house, await tasksAmong(house, signer.email, keys.slice(0, mostTogether)))).filter(
    mayBeSignedBy(signer),
  );

async function loadedOf(
  house: Pick<House, "table">,
  tasks: readonly InboxTask[],
): Promise<readonly ToSign[]> {
  const found = await Promise.all(
    tasks.map(async (task) => {
      const loaded = await loadCase(house, task.pk);
      const form = loaded && formAsked(loaded, task);
      return loaded && form?.signs && isSignedTogether(form)
        ? [{ task, loaded, form, signs: form.signs, version: form.signs.versions(loaded.file).length }]
        : [];
    }),
  );
  return found.flat();
}

const keyFor = ({ config }: Pick<House, "config">, { email, isGuest }: Signs): Key =>
  signingKey(addressIdOf(config.linkSecret, email), isGuest === true);

/** What somebody signs together, as it was asked for last. */
export async function signingOfSeveral(
  house: Pick<House, "table" | "config">,
  signer: Signs,
): Promise<SigningItem | undefined> {
  const item = await house.table.get(keyFor(house, signer));
  return item && signingItem.parse(item);
}

/** `failed`: the mail could not go; asked again it may. */
export type Begun = "sent" | "tooMany" | "nothing" | "failed";

/**
 * Keeps which papers in which versions somebody is about to sign, and mails a code that is good for these and for no others. Nothing of the
 * code is stored.
 */
export async function beginSigning(
  house: House,
  signer: Signer,
  papers: readonly ToSign[],
  named: (one: ToSign) => Promise<Paper>,
): Promise<Begun> {
  if (papers.length === 0) return "nothing";
  const now = house.clock.now();
  const key = keyFor(house, signer);
  const before = await signingOfSeveral(house, signer);
  const sent = (before?.sent ?? []).filter((at) => Date.parse(now) - Date.parse(at) < hourMillis);
  if (sent.length >= mostCodes) return "tooMany";
  const asked = {
    nonce: randomBytes(12).toString("base64url"),
    papers: papers.map(({ task: { pk, sk }, version }) => ({ pk, sk, version })),
    sentAt: now,
  };
  const version = (before?.version ?? 0) + 1;
  const stored = await house.table.change(key, {
    set: { ...asked, sent: [...sent, now], tries: 0, taken: 0, faults: {}, version, ...expiring(now, 2) },
    remove: ["confirmedAt"],
    when: { version: before ? { is: before.version } : "absent" },
  });
  // Another window was quicker: its papers are the ones that are asked for.
  if (stored.outcome === "refused") return "sent";
  const { renderSigning } = await import("../../mails/signing-mail.ts");
  const code = signingCodeOfSeveral(house.config.linkSecret, signer.email, asked);
  const mail = await renderSigning(
    { code, sentAt: now, papers: await Promise.all(papers.map(named)) },
    signer.language,
  );
  const id = tagOfMail({ pk: key.pk, sk: `${key.sk}#${version}` });
  try {
    const { outcome } = await house.mailer.send({ ...mail, to: signer.email, id });
    house.log(outcome === "sent" ? "K301" : "K302", { ref: key.pk, template: "signing" });
    return outcome === "sent" ? "sent" : "failed";
  } catch (error) {
    house.log("K303", { ref: key.pk, what: "mail", error: error instanceof Error ? error.name : "unknown" });
    return "failed";
  }
}

/** The code of what is signed together can still be given, or was and goes on. */
export const isSigningOpen = ({ sentAt, confirmedAt }: SigningItem, now: string): boolean =>
  !isOver(codeUntil(confirmedAt ?? sentAt), now);

/** Checks the code; each try is counted before it is looked at. From then on each paper is signed, once. */
export async function confirmSigning(
  house: Pick<House, "table" | "clock" | "config">,
  signer: Signs,
  known: SigningItem,
  said: string,
): Promise<"confirmed" | FieldError> {
  if (known.confirmedAt !== undefined) return "confirmed";
  const code = said.replaceAll(/\s/g, "");
  if (code === "") return { field: "code", problem: "missing" };
  const now = house.clock.now();
  if (!isSigningOpen(known, now)) return { field: "code", problem: "codeOver" };
  if (known.tries >= mostTries) return { field: "code", problem: "codeSpent" };
  const isRight = code === signingCodeOfSeveral(house.config.linkSecret, signer.email, known);
  const counted = await house.table.change(keyFor(house, signer), {
    set: { tries: known.tries + 1, version: known.version + 1, ...(isRight ? { confirmedAt: now } : {}) },
    when: { version: { is: known.version } },
  });
  if (counted.outcome === "refused") {
    // The same page was sent twice, or another window has asked for another code.
    const again = await signingOfSeveral(house, signer);
    return again?.confirmedAt !== undefined && again.nonce === known.nonce
      ? "confirmed"
      : { field: "code", problem: "codeOver" };
  }
  return isRight ? "confirmed" : { field: "code", problem: "wrongCode" };
}

/** Signs the next of the papers that were confirmed, each by an act of its own; one that fails takes none of the others with it. */
export async function signNext(house: House, signer: Signer): Promise<void> {
  const known = await signingOfSeveral(house, signer);
  if (!known?.confirmedAt || !isSigningOpen(known, house.clock.now())) return;
  const end = Math.min(known.papers.length, known.taken + portion);
  const faults = { ...known.faults };
  for (const [index, paper] of known.papers.slice(known.taken, end).entries()) {
    const fault = await signOne(house, signer, paper);
    if (fault !== undefined) faults[String(known.taken + index)] = fault;
  }
  await house.table.change(keyFor(house, signer), {
    set: { taken: end, faults, version: known.version + 1 },
    when: { version: { is: known.version } },
  });
}

type Fault = SigningItem["faults"][string];

async function signOne(
  house: House,
  signer: Signer,
  { pk, sk, version }: SigningItem["papers"][number],
): Promise<Fault | undefined> {
  try {
    const [asked] = await papersAmong(house, signer, [{ pk, sk }]);
    if (!asked) return (await wasSigned(house, signer.email, { pk, sk })) ? undefined : "gone";
    const outcome = await storeSignature(house, asked, signer, version);
    return outcome === "signed" ? undefined : outcome;
  } catch (error) {
    house.log("K303", { ref: pk, what: "answer", error: error instanceof Error ? error.name : "unknown" });
    return "failed";
  }
}

const wasSigned = async ({ table }: Pick<House, "table">, email: string, key: Key): Promise<boolean> => {
  const task = taskItem.safeParse(await table.get(key)).data;
  return task?.status === "answered" && task.by === email;
};

/** How a paper of those that were confirmed stands. */
export type Standing = "signed" | "waiting" | Fault;

/** How each of them stands, by what is stored. */
export function standingsOf({ papers, taken, faults }: SigningItem): readonly Standing[] {
  return papers.map((_, index) => faults[String(index)] ?? (index < taken ? "signed" : "waiting"));
}
