import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { functionCatalogue } from "../../functions/catalogue.ts";
import { bundle } from "../../infra/stacks/bundle.ts";
import { firstAnswer } from "./bundle/first-answer.ts";
import { floor, type Moment, moments } from "./bundle/moments.ts";
import { byPackage, bytesOf, eagerOutputs } from "./bundle/outputs.ts";
import { median } from "./medians.ts";
import { type Budget, type Report, type Row, row } from "./report.ts";

const runs = 9;

const submit: Budget = {
  text: "≤ 250 ms",
  most: 250,
  limitedBy:
    "Node's own modules, the clients of Secrets Manager and DynamoDB, and their first requests take half (the floor).",
};
const step: Budget = {
  text: "≤ 250 ms",
  most: 250,
  limitedBy:
    "beside the floor, the schemas of what is stored; where a mail goes out, its words, the drawing of it and the client of SES.",
};

/** What a function takes until it has answered for the first time, in a process that has nothing but it. */
export async function measure(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-bench-"));
  try {
    const all = [floor, ...(await moments())];
    const metafiles = new Map(
      all.map(({ entry }) => [entry, bundle(entry, join(folder, entry)).metafile] as const),
    );
    const fileOf = ({ entry }: Moment) => join(folder, entry, "index.mjs");
    const times = all.map((): number[] => []);
    for (let run = 0; run < runs; run += 1)
      for (const [index, moment] of all.entries())
        times[index]?.push((await firstAnswer(fileOf(moment), moment)).answeredMillis);
    const [least = Number.NaN, ...medians] = times.map(median);
    const rows: Row[] = [row(floor.what, `${Math.round(least)} ms of CPU`, least)];
    for (const [index, moment] of all.slice(1).entries()) {
      const { bytes } = await firstAnswer(fileOf(moment), moment, { isCounted: true });
      const millis = medians[index] ?? Number.NaN;
      const measured = `${Math.round(millis)} ms of CPU, ${(millis / least).toFixed(1)} × the floor, ${kilobytes(bytes)} read`;
      rows.push(row(moment.what, measured, millis, moment.what.startsWith("submit") ? submit : step));
    }
    return { rows: [...rows, ...eager(metafiles.get(functionCatalogue.SubmitApplication.entry))], notes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const notes = [
  `Medians of ${runs} fresh processes each, taking turns; the CPU is that of the whole process, Node's own start of some 40 ms too. The code is bundled as it is deployed. Table, secret and mail service answer from the process of the benchmark over plain HTTP: Node's modules for that take about what the handshakes of TLS take on AWS.`,
];

function eager(metafile: Metafile | undefined): readonly Row[] {
  if (!metafile) return [];
  const outputs = eagerOutputs(metafile);
  const bytes = bytesOf(metafile, outputs);
  const most = byPackage(metafile, outputs)
    .slice(0, 3)
    .map(([name, size]) => `${name} ${kilobytes(size)}`);
  return [row("submit: read before its first line", `${kilobytes(bytes)} (${most.join(", ")})`, bytes)];
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
