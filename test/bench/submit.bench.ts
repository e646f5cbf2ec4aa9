import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./medians.ts";
import { withoutPostgres } from "./peers/postgres.ts";
import { startProduct } from "./product.ts";
import { type Budget, type Report, type Row, row } from "./report.ts";
import { type Contestant, openPeer, ours, peerName, rest } from "./submit/contestants.ts";
import { flushMillis } from "./submit/flush.ts";
import type { Load } from "./submit/load.ts";

const runs = 3;
const longRuns = 9;
const applications = 256;

const throughput: Budget = {
  text: "≥ 0.5 ×",
  least: 0.5,
  limitedBy:
    "one process does everything: it reads the draft, parses call and form, and waits for two commits, whose flushes of the disk it shares with the others.",
};
const latency: Budget = {
  text: "≤ 50 ms",
  most: 50,
  limitedBy:
    "two flushes of the disk follow one another for each, during which nothing else is answered: a slow flush is a slow answer for all sixteen.",
};
const failures: Budget = {
  text: "0",
  most: 0,
  limitedBy: "the 15 s in which the function must answer, which nobody comes near.",
};

/** An application sent over HTTP to the running product, beside what many would write for it. */
export async function measure({ isLong }: { readonly isLong: boolean }): Promise<Report> {
  const times = isLong ? longRuns : runs;
  const folder = mkdtempSync(join(tmpdir(), "kelias-submit-"));
  const product = await startProduct(folder);
  const peer = await openPeer();
  try {
    const own = ours(product);
    const all = peer ? [...own, peer] : own;
    const { p50, p99 } = flushMillis(folder);
    const flush = `${p50.toFixed(1)} ms, 99 of 100 within ${p99.toFixed(1)} ms`;
    const rows: Row[] = [row("a flush of this disk, nobody else writing", flush, p50)];
    for (const clients of [16, 64]) rows.push(...rowsOf(clients, await inTurns(all, clients, times)));
    const notes = notesOf(times);
    return { rows, notes: peer ? notes : [...notes, withoutPostgres] };
  } finally {
    await peer?.stop();
    await product.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What each was answered, run by run. Everybody has a turn in each; the first run does not count. */
async function inTurns(
  all: readonly Contestant[],
  clients: number,
  times: number,
): Promise<ReadonlyMap<string, readonly Load[]>> {
  const loads = new Map(all.map(({ name }): [string, Load[]] => [name, []]));
  for (let run = -1; run < times; run += 1)
    for (const contestant of all) {
      const load = await contestant.take(clients, applications);
      if (run >= 0) loads.get(contestant.name)?.push(load);
      await rest(contestant);
    }
  return loads;
}

function rowsOf(clients: number, loads: ReadonlyMap<string, readonly Load[]>): readonly Row[] {
  const of = (name: string, figure: (load: Load) => number) => median((loads.get(name) ?? []).map(figure));
  const theirs = of(peerName, ({ rate }) => rate);
  return [...loads].flatMap(([name, taken]) => {
    const what = `${name}, ${clients} clients`;
    const isOurs = name !== peerName;
    const rate = of(name, (load) => load.rate);
    const p99 = of(name, (load) => load.p99);
    const cpu = of(name, (load) => load.cpuMillis);
    const ratio = isOurs && theirs > 0 ? `, ${(rate / theirs).toFixed(2)} × the peer` : "";
    const failed = taken.reduce((sum, load) => sum + failuresIn(load), 0);
    return [
      row(
        what,
        `${Math.round(rate)}/s${ratio}, ${cpu.toFixed(1)} ms of CPU each`,
        rate / theirs,
        ratio ? throughput : undefined,
      ),
      row(
        `${what}: 99 of 100 within`,
        `${Math.round(p99)} ms`,
        p99,
        isOurs && clients === 16 ? latency : undefined,
      ),
      row(`${what}: not taken`, String(failed), failed, isOurs ? failures : undefined),
    ];
  });
}

const failuresIn = ({ failed }: Load): number => [...failed.values()].reduce((sum, count) => sum + count, 0);

const notesOf = (times: number): readonly string[] => [
  `${applications} applications a run, medians of ${times} runs in which everybody takes a turn. The product is \`npm start\` with a new data folder, and what it stores survives a power cut (synchronous=FULL); so does the peer's (synchronous_commit=on). The peer takes the whole form in one request, looks at it with the same rules of the same call, and stores application, task and mail in one transaction; it sends no mail and starts nothing. Ours reads the draft that was written page by page before, stores the application, then its place in the call and that the draft was sent; mail and machine follow when nobody asks any more. The clients run on the same machine, and one address is no obstacle here: limits for each address stand before the product, in the firewall on AWS (infra/stacks/firewall-stack.ts).`,
];
