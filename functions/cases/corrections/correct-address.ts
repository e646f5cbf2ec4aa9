import type { House } from "../../house.ts";
import { resumeMails } from "../../mails/hold.ts";
import type { Task } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";
import { askAnew, disownedBy, mailAnew } from "../people/disown.ts";
import { noteMine } from "../people/mine.ts";
import { ownRoles } from "../people/standing-in.ts";

export interface Correction {
  readonly was: string;
  readonly now: string;
  /** Who has the new address, where that is somebody else. */
  readonly name?: string | undefined;
  /** Who put it right, by e-mail address. */
  readonly by: string;
  readonly reason: string;
  /** The role that goes to somebody else with it, and no other that the person before has; they give it away knowingly. */
  readonly role?: "applicant";
}

/**
 * Is it the address of one of the call's own staff? Nobody mends those in a case: whoever could would answer in the place of
 * who approves what they prepare. Nor is anybody else written to at such an address.
 */
export const isOfStaff = ({ file }: Pick<LoadedCase, "file">, email: string): boolean =>
  ownRoles({ data: file.call }, email).size > 0;

/**
 * Puts an address right in one case: the old value is kept, whoever is asked at it is asked at the new one (the old links
 * stop, because a link is bound to its address), and what was held goes out. Safe to repeat; `false` when somebody else
 * put something right at the same time.
 */
export async function correctAddress(
  house: House,
  loaded: LoadedCase,
  { was, now, name, by, reason, role }: Correction,
): Promise<boolean> {
  const { head } = loaded;
  const tasks = loaded.tasks.filter((task) => role === undefined || task.role === role);
  const at = house.clock.now();
  const { corrections = [] } = head;
  // First, so that the case is found at the new address from the moment on at which it is right; noted in vain it is at nobody's.
  await noteMine(house, now, head.pk);
  const isApplicant = same(loaded.process.people("applicant", loaded.file)?.email ?? "", was);
  const made = corrections.find((one) => same(one.was, was) && same(one.now, now));
  if (!made) {
    const { outcome } = await house.table.change(
      { pk: head.pk, sk: head.sk },
      {
        set: {
          corrections: [
            ...corrections,
            { was, now, ...(name ? { name } : {}), at, by, reason, ...(role ? { role } : {}) },
          ],
        },
        // The own page has another link at another address: whoever has the old one was never meant to.
        add: { corrected: 1, ...(isApplicant ? { renewed: 1 } : {}) },
        when: { corrected: head.corrected === undefined ? "absent" : { is: head.corrected } },
      },
    );
    if (outcome === "refused") return false;
  }
  for (const task of tasks) {
    if (task.status !== "open" || task.assignee === undefined || !same(task.assignee.email, was)) continue;
    await house.table.change(
      { pk: task.pk, sk: task.sk },
      {
        set: {
          assignee: { ...task.assignee, ...(name ? { name } : {}), email: now },
          inbox: now.toLowerCase(),
        },
        when: { status: { is: "open" } },
      },
    );
  }
  if (role !== undefined) {
    await readdress(house, loaded, { role, was, now, name });
    return true;
  }
  // Whoever was cut off may have given the task to its new person without having asked them.
  const given = disownedBy(loaded, now).filter((task) => made && (task.disowned?.at ?? "") <= made.at);
  for (const task of [...disownedBy(loaded, was), ...given]) await askAnew(house, task);
  for (const task of tasks) if (isAskedAnewAt(task, now)) await mailAnew(house, task);
  await resumeMails(house, was, { only: head.pk, newEmail: now });
  return true;
}

/** What was not sent yet to whoever had the role would bring them the links of whoever has it now. */
async function readdress(
  { table }: Pick<House, "table">,
  { mails }: Pick<LoadedCase, "mails">,
  { role, was, now, name }: Pick<Correction, "was" | "now" | "name"> & { readonly role: string },
): Promise<void> {
  for (const mail of mails) {
    if (mail.sentAt !== undefined || mail.role !== role || !same(mail.to.email, was)) continue;
    const to = { ...mail.to, ...(name ? { name } : {}), email: now };
    await table.change({ pk: mail.pk, sk: mail.sk }, { set: { to }, when: { sentAt: "absent" } });
  }
}

/** Whoever was cut off after they had asked anew may not have ordered the mail. */
const isAskedAnewAt = ({ status, askedAnew, assignee }: Task, now: string): boolean =>
  status === "open" && askedAnew !== undefined && same(assignee?.email ?? "", now);

/** Was the address put right so by the same person before? Whoever says it again has said it. */
export const wasCorrectedSo = (
  { head }: Pick<LoadedCase, "head">,
  { was, now, by }: Pick<Correction, "was" | "now" | "by">,
): boolean =>
  (head.corrections ?? []).some((made) => same(made.was, was) && same(made.now, now) && made.by === by);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
