import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Table } from "../../../functions/adapters/table.ts";
import { tagOfMail } from "../../../functions/mails/tag.ts";
import { type Mail, mailItem } from "../../../functions/store/mail-items.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";

/** An installation as it was at some moment of its life. */
export interface Snapshot {
  readonly folder: string;
  /** UTC. */
  readonly at: string;
}

/** Takes a snapshot after so many writes, each time; whoever writes just then waits for it, and everybody else goes on. */
export function snapshotsAfter(writes: readonly number[], top: string, ledger: string) {
  const taken: Snapshot[] = [];
  let world: OpenedWorld | undefined;
  let count = 0;
  const next = async (): Promise<void> => {
    count += 1;
    if (!world || !writes.includes(count)) return;
    const folder = join(top, `snapshot-${count}`);
    mkdirSync(folder, { recursive: true });
    const at = world.house.clock.now();
    // First what is known to have been applied: others go on, and what the table did not have yet nobody would send again.
    if (existsSync(ledger)) copyFileSync(ledger, join(folder, "applications.jsonl"));
    await world.local.database.copyTo(join(folder, "kelias.sqlite"), () => undefined);
    taken.push({ folder, at });
  };
  const watch = (table: Table): Table => ({
    ...table,
    put: async (...given) => {
      const put = await table.put(...given);
      await next();
      return put;
    },
    change: async (...given) => {
      const changed = await table.change(...given);
      await next();
      return changed;
    },
  });
  return {
    taken: taken as readonly Snapshot[],
    watch,
    of: (lived: OpenedWorld) => {
      world = lived;
    },
  };
}

/** What was set back: the table while machines went on, the machines while the table went on, or both while mails went on. */
export const setBacks = ["table", "machines", "both"] as const;
export type SetBack = (typeof setBacks)[number];

const parts = {
  table: ["item", "changed"],
  machines: ["machine", "execution", "frame", "history", "setting"],
  both: [],
} as const;

/** Makes a data folder that stood at `later` and of which something was set back to `earlier`. */
export function setBack(
  what: SetBack,
  { earlier, later }: { readonly earlier: Snapshot; readonly later: Snapshot },
  { from, folder }: { readonly from: string; readonly folder: string },
): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "kelias.sqlite");
  copyFileSync(join((what === "both" ? earlier : later).folder, "kelias.sqlite"), file);
  if (what !== "both") takeFrom(join(earlier.folder, "kelias.sqlite"), file, parts[what]);
  for (const name of ["secret", "documents.sqlite"])
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(folder, name));
  writeFileSync(join(folder, "clock.json"), JSON.stringify({ ahead: 0, reached: Date.parse(later.at) }));
  writeFileSync(
    join(folder, "mail.jsonl"),
    sentMails(join(later.folder, "kelias.sqlite")).map(lineOf).join(""),
  );
}

function takeFrom(source: string, file: string, tables: readonly string[]): void {
  const sqlite = new DatabaseSync(file);
  sqlite.prepare("ATTACH ? AS earlier").run(source);
  for (const table of tables)
    sqlite.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM earlier.${table}`);
  sqlite.close();
}

/** All items of a database whose sort key begins so. */
export function itemsIn(file: string, prefix: string): readonly Record<string, unknown>[] {
  const sqlite = new DatabaseSync(file);
  try {
    return sqlite
      .prepare("SELECT body FROM item WHERE substr(sk, 1, ?) = ? ORDER BY pk, sk")
      .all(prefix.length, prefix)
      .map(({ body }) => JSON.parse(String(body)));
  } finally {
    sqlite.close();
  }
}

/** The mails of cases and calls that had gone. */
export const sentMails = (file: string): readonly Mail[] =>
  itemsIn(file, "mail#")
    .map((item) => mailItem.parse(item))
    .filter(({ pk, sentAt }) => sentAt !== undefined && /^(case|call)#/.test(pk));

/** As the mailbox keeps it. */
const lineOf = (mail: Mail): string =>
  `${JSON.stringify({
    messageId: mail.providerId,
    from: "kelias@kelias.example",
    replyTo: [],
    destination: { to: [mail.to.email], cc: [], bcc: [] },
    subject: "",
    body: { text: "" },
    attachments: [],
    at: Math.floor(Date.parse(mail.sentAt ?? "") / 1000),
    tag: tagOfMail(mail),
  })}\n`;
