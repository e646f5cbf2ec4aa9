import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { mailPendingSince, strandedKey } from "../store/keys.ts";
import { type Mail, type Stranded, strandedItem } from "../store/mail-items.ts";
import { mailSettled } from "./claim.ts";

type Parts = Pick<House, "table" | "config" | "clock">;

/** Keeps a mail back, because its address takes none, and puts it before the coordinator of its case. */
export async function holdMail(house: Parts, mail: Mail, loaded: LoadedCase | undefined): Promise<void> {
  await house.table.change(
    { pk: mail.pk, sk: mail.sk },
    { set: { heldAt: house.clock.now() }, remove: mailSettled },
  );
  if (loaded) await putBeforeCoordinator(house, mail, loaded);
}

/** One line for each case and address in the coordinator's inbox, however many mails are held. */
export async function putBeforeCoordinator(
  house: Parts,
  mail: Pick<Mail, "pk" | "to" | "role">,
  loaded: LoadedCase,
): Promise<void> {
  const coordinator = loaded.process.people("coordinator", loaded.file);
  if (!coordinator) return;
  const now = house.clock.now();
  const key = strandedKey(addressIdOf(house.config.linkSecret, mail.to.email), mail.pk);
  const stranded: Stranded = {
    ...key,
    ref: mail.pk,
    name: mail.to.name,
    role: mail.role,
    since: now,
    dueAt: now,
    inbox: strandedInbox(coordinator.email),
  };
  if ((await house.table.put(stranded, { ifAbsent: true })) === "stored") return;
  const { pk, sk, ...again } = stranded;
  await house.table.change({ pk, sk }, { set: again, when: { inbox: "absent" } });
}

/** They lie beside the tasks of the inbox, so that the oldest of them are found however many tasks there are. */
const strandedInbox = (staffEmail: string): string => `stranded#${staffEmail.toLowerCase()}`;

/** So many of them are shown at once. */
const shownAtOnce = 50;

export interface Stranding {
  readonly lines: readonly Stranded[];
  readonly isMore: boolean;
}

/** The cases whose mail to an address is held, as somebody's inbox shows them: the oldest, and whether there are more. */
export async function strandedFor({ table }: Pick<House, "table">, staffEmail: string): Promise<Stranding> {
  const { items, next } = await table.indexPage("inbox", strandedInbox(staffEmail), { limit: shownAtOnce });
  return { lines: items.map((item) => strandedItem.parse(item)), isMore: next !== undefined };
}

/**
 * Sends what was held for an address, in all cases where mail to it was; to `newEmail` in the one case `only`. Safe to
 * repeat: a mail goes back to being sent once, and the line in the inbox goes last.
 */
export async function resumeMails(
  house: Parts,
  email: string,
  change?: { readonly only: string; readonly newEmail: string },
): Promise<number> {
  const { pk } = strandedKey(addressIdOf(house.config.linkSecret, email), "");
  const lines = (await house.table.query(pk, "ca")).map((item) => strandedItem.parse(item));
  let resumed = 0;
  const failures: unknown[] = [];
  for (const line of lines.filter(({ ref }) => change === undefined || ref === change.only)) {
    try {
      resumed += await resumeIn(house, line, email, change?.newEmail);
    } catch (error) {
      failures.push(error);
    }
  }
  // Each other case has its mails; whoever asks again has those of these.
  if (failures.length > 0)
    throw new AggregateError(failures, `mails of ${failures.length} cases could not be sent`);
  return resumed;
}

/** Sends what was held of one case; how many mails that were. */
async function resumeIn(
  house: Parts,
  line: Stranded,
  email: string,
  newEmail: string | undefined,
): Promise<number> {
  const loaded = await loadCase(house, line.ref);
  const held = (loaded?.mails ?? []).filter(
    (mail) => mail.heldAt !== undefined && mail.to.email.toLowerCase() === email.toLowerCase(),
  );
  let resumed = 0;
  for (const mail of held) {
    const now = house.clock.now();
    const { outcome } = await house.table.change(
      { pk: mail.pk, sk: mail.sk },
      {
        set: {
          to: newEmail === undefined ? mail.to : { ...mail.to, email: newEmail },
          resumedAt: now,
          isPaced: true,
          ...mailPendingSince(mail.pk, now),
        },
        remove: ["heldAt", "sentAt", "providerId", "claim", "claimedUntil"],
        when: { heldAt: "present" },
      },
    );
    if (outcome === "changed") resumed++;
  }
  await house.table.change({ pk: line.pk, sk: line.sk }, { remove: ["inbox", "dueAt"] });
  return resumed;
}
