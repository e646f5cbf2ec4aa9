import * as z from "zod";
import type { ReadFiles } from "./files.ts";
import { ledgerTable } from "./ledger-table.ts";
import { describeRun } from "./machine.ts";
import { writeOutputs } from "./outputs.ts";
import { type PlayedCall, playAll } from "./play-all.ts";
import type { Reported } from "./report.tsx";
import { closingTable } from "./table.ts";

const titled = z.object({
  title: z.object({ lt: z.string(), en: z.string() }),
  closes: z.string().exactOptional(),
});

/** Plays one call, writes what it came to into `out`, and prints it. */
export async function rehearseCall(read: ReadFiles, folder: string, out: string): Promise<void> {
  const began = performance.now();
  await playAll(folder, [read], async (_, [played]) => {
    if (!played) throw new Error("the call was not played");
    writePlayed(out, played, (performance.now() - began) / 1000);
    process.stdout.write(closingTable(played.ended));
    process.stdout.write(ledgerTable(played.ended.moved));
  });
}

/** Writes the files of a call that was played, as its process says them. */
export function writePlayed(out: string, { read, ended }: PlayedCall<ReadFiles>, wallSeconds: number): void {
  const { call, cast } = read.part;
  const reported: Reported = { id: call.id, opens: cast.opens, ...titled.parse(read.read.call.given) };
  writeOutputs(out, { ...ended, call: reported, run: describeRun(wallSeconds) });
}
