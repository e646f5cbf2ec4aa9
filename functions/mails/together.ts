import { Temporal } from "temporal-polyfill";
import { processOf } from "../../workflows/catalogue.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { isBlind } from "../../workflows/kernel/roles.ts";
import { loadCase } from "../cases/load.ts";
import { type InboxTask, readInbox } from "../cases/tasks/inbox.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { codeOf } from "../reading/codes.ts";
import { expiring } from "../store/expiring.ts";
import { isCall, remindedKey } from "../store/keys.ts";
import { type Mail, remindedItem } from "../store/mail-items.ts";
import { digested } from "./digested.ts";
import { readTemplate } from "./template.ts";

/** Another task of the same reader, and whose case it is about as this reader may know it. */
export interface OtherTask {
  readonly task: InboxTask;
  readonly about: string;
}

export type Together =
  /** The mail goes, and tells of these other tasks of its reader too. */
  | { readonly outcome: "goes"; readonly others: readonly OtherTask[] }
  /** Another reminder has told its reader of this task today. */
  | { readonly outcome: "told" };

/**
 * Guests with several tasks, such as a host with several interns, are reminded of all of them by one mail a day: the first
 * reminder of a local day tells of the open tasks, the most urgent of very many, and the others of that day are not sent. So are those whose mails had to be put off. Staff have their
 * digest.
 */
export async function together(
  house: Pick<House, "table" | "clock" | "config">,
  mail: Mail,
): Promise<Together> {
  const isReminder = readTemplate(mail.template).kind === "reminder";
  const isPutOff = mail.putOffAt !== undefined && mail.task !== undefined;
  if (!(isReminder || isPutOff) || mail.role === "applicant" || digested.has(mail.role))
    return { outcome: "goes", others: [] };
  const { tasks } = await readInbox(house, mail.to.email);
  const others = tasks.filter(({ pk, sk }) => pk !== mail.pk || sk !== mail.task);
  if (others.length === 0) return { outcome: "goes", others: [] };
  const day = localDay(Temporal.Instant.from(house.clock.now())).toString();
  const key = remindedKey(addressIdOf(house.config.linkSecret, mail.to.email), day);
  const own = `${mail.pk} ${mail.sk}`;
  if (
    (await house.table.put({ ...key, by: own, ...expiring(house.clock.now(), 7) }, { ifAbsent: true })) ===
    "stored"
  )
    return { outcome: "goes", others: await named(house, others) };
  const first = remindedItem.safeParse(await house.table.get(key));
  return first.data?.by === own
    ? { outcome: "goes", others: await named(house, others) }
    : { outcome: "told" };
}

/** A reviewer is told a code, everybody else a name. */
const named = (house: Pick<House, "table">, tasks: readonly InboxTask[]): Promise<readonly OtherTask[]> =>
  Promise.all(
    tasks.map(async (task) => {
      const isUnnamed = isCall(task.pk) || isBlind(await processOf(task.process), task.role);
      const loaded = isUnnamed ? undefined : await loadCase(house, task.pk);
      const name = loaded?.process.people("applicant", loaded.file)?.name;
      return { task, about: name ?? codeOf(task.pk) };
    }),
  );
