import type { Person } from "../../workflows/kernel/case-file.ts";
import type { Tell } from "../../workflows/kernel/tell.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { templatesOf } from "../cases/road/today.ts";
import type { House } from "../house.ts";
import type { Task } from "../store/items.ts";
import { mailKey, mailPendingSince } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { calendarOfMail } from "./calendar.ts";
import { claimFrom } from "./claim.ts";
import { sendMail } from "./send.ts";

interface Order {
  readonly ref: string;
  readonly visit: number;
  readonly template: string;
  readonly role: string;
  readonly part?: string;
  readonly to: Person;
  readonly round: number;
  readonly task?: Task;
  /** Who has it sent, where no machine does. */
  readonly by?: { readonly name: string; readonly email: string };
  /** What of its form its reader is asked without a name. */
  readonly asks?: Mail["asks"];
  /** Left to the sweeper, which keeps the pace where many are written to at once. */
  readonly isPaced?: true;
}

/**
 * Keeps a mail and tries at once to send it. The key says case, visit, template, receiver and round, so a retry of
 * whoever orders it is the same mail; what cannot go now stays pending for the sweeper. Whoever has just loaded the
 * case hands it on, so that it is not read again.
 */
export async function queueMail(house: House, ordered: Order, known?: LoadedCase): Promise<void> {
  const loaded = known ?? (await loadCase(house, ordered.ref));
  const names = loaded ? templatesOf(loaded.process, ordered.template) : [ordered.template];
  const order = { ...ordered, template: names[0] ?? ordered.template };
  const receiver = order.part === undefined ? order.role : `${order.role}.${order.part}`;
  const queuedAt = house.clock.now();
  // While its state was called otherwise, it may have been kept already.
  const earlier = names.slice(1).map((name) => mailKey(order.ref, order.visit, name, receiver, order.round));
  if (loaded?.mails.some(({ sk }) => earlier.some((key) => key.sk === sk))) return;
  const calendar = loaded && calendarOfMail(loaded, order.template, order.to.email);
  const mail: Mail = {
    ...mailKey(order.ref, order.visit, order.template, receiver, order.round),
    template: order.template,
    role: order.role,
    to: { name: order.to.name, email: order.to.email, language: order.to.language },
    ...(order.by ? { by: order.by } : {}),
    ...(order.asks ? { asks: order.asks } : {}),
    ...(calendar ? { calendar } : {}),
    queuedAt,
    ...(order.isPaced ? { isPaced: true } : {}),
    ...(order.task ? { task: order.task.sk } : {}),
    ...mailPendingSince(order.ref, queuedAt),
    ...(order.isPaced ? {} : claimFrom(queuedAt)),
  };
  const stored = await house.table.put(mail, { ifAbsent: true });
  if (stored === "stored" && !order.isPaced) await sendMail(house, mail, loaded);
}

/** Mails that tell people something without asking. */
export async function tellAll(
  house: House,
  loaded: LoadedCase,
  visit: number,
  tells: readonly Tell[],
): Promise<void> {
  const { process, file } = loaded;
  for (const { role, template } of tells) {
    const to = process.people(role, file);
    if (to) await queueMail(house, { ref: file.ref, visit, template, role, to, round: 0 }, loaded);
  }
}
