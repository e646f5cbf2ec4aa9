import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../../functions/calls/publish.ts";
import { type LoadedCase, loadCase } from "../../functions/cases/load.ts";
import { silentLog } from "../../functions/log.ts";
import type { KeptMail } from "../../infra/local/mail-file.ts";
import { openLedger } from "../../infra/local/rehearse/ledger.ts";
import { play } from "../../infra/local/rehearse/play.ts";
import { watchedTable } from "../../infra/local/rehearse/watched-table.ts";
import { type OpenedWorld, openingOf, openWorld } from "../../infra/local/rehearse/world.ts";
import { mailsInto } from "../../infra/local/taken-mails.ts";
import type { ReadExample } from "../examples.ts";

/** What an example came to: its world, which is still open, and the folder that holds all of its data. */
export interface Life {
  readonly world: OpenedWorld;
  readonly folder: string;
  /** What was sent, as a mail program reads it. */
  readonly mails: readonly KeptMail[];
  /** Every case and call that there is by now, loaded anew each time. */
  readonly cases: () => Promise<readonly LoadedCase[]>;
}

/** The rehearsal's own notebook lies in the folder beside the data. */
export const notebook = "applications.jsonl";

/** Rehearses the example of a process to its end, and shows what it came to before it is thrown away. */
export async function lived(
  { part }: Pick<ReadExample, "part">,
  look: (life: Life) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-played-"));
  const ledger = openLedger(join(folder, notebook));
  const refs = new Set<string>();
  const mails: KeptMail[] = [];
  const world: OpenedWorld = await openWorld(folder, openingOf(part.cast), ledger, silentLog, {
    watch: (table) =>
      watchedTable(table, {
        onWrite: () => undefined,
        onItem: (item) => item.sk === "head" && refs.add(String(item.pk)),
      }),
    mail: mailsInto({ add: (mail) => mails.push(mail) }, { millis: () => world.local.clock.millis() }),
  });
  const cases = async () => {
    const all = await Promise.all([...refs].map((ref) => loadCase(world.house, ref)));
    return all.filter((loaded) => loaded !== undefined);
  };
  try {
    await publishCall(world.house, part.cast.given);
    await play(world, { parts: [part], ledger, onProgress: () => undefined });
    await look({ world, folder, mails, cases });
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}

/** The same for whoever looks at the cases as they came out, and changes nothing. */
export const played = (
  example: Pick<ReadExample, "part">,
  look: (world: OpenedWorld, all: readonly LoadedCase[]) => Promise<void>,
): Promise<void> => lived(example, async ({ world, cases }) => look(world, await cases()));
