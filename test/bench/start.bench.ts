import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "./medians.ts";
import { cpuMillisOf } from "./process-cpu.ts";
import { startAsIs, startProduct } from "./product.ts";
import { type Budget, type Report, row } from "./report.ts";

const untilPage: Budget = {
  text: "≤ 3 s",
  most: 3000,
  limitedBy: "npm takes half of it, and most of the rest is the loading of the processes with their schemas.",
};
const atRest: Budget = {
  text: "≤ 200 MB",
  most: 200e6,
  limitedBy: "Node itself takes a third; the processes' schemas and the clients of AWS stay in memory.",
};

const untilWhole: Budget = {
  text: "≤ 10 s",
  most: 10_000,
  limitedBy:
    "a thousand tasks, as many mails and all that leads to them, by the real handlers one after the other; no part takes a tenth.",
};

const runs = 5;
const restMillis = 5000;

/** `npm start` with a new data folder, until the first page has come, and what it holds some seconds later. */
export async function measure(): Promise<Report> {
  const [pages, rests]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const { pageMillis, restBytes } = await startOnce();
    pages.push(pageMillis);
    if (restBytes !== undefined) rests.push(restBytes);
  }
  const wholes: { readonly millis: number; readonly cpu: number | undefined }[] = [];
  for (let run = 0; run < runs; run += 1) wholes.push(await makeExampleOnce());
  const whole = median(wholes.map(({ millis }) => millis));
  const cpus = wholes.flatMap(({ cpu }) => cpu ?? []);
  const cpu = cpus.length === 0 ? "" : `, ${(median(cpus) / 1000).toFixed(1)} s of CPU`;
  const [page, rest] = [median(pages), median(rests)];
  const notes = [`Medians of ${runs} starts, each with a new data folder.`];
  const rows = [
    row("npm start until the first page", `${(page / 1000).toFixed(1)} s`, page, untilPage),
    row(
      "the first start until its example is whole",
      `${(whole / 1000).toFixed(1)} s${cpu}`,
      whole,
      untilWhole,
    ),
  ];
  if (rests.length === 0) return { rows, notes: [...notes, "Memory is measured on Linux only."] };
  return { rows: [...rows, row("memory at rest", `${Math.round(rest / 1e6)} MB`, rest, atRest)], notes };
}

async function startOnce(): Promise<{ pageMillis: number; restBytes: number | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-start-"));
  const began = performance.now();
  const product = await startProduct(folder);
  try {
    const page = await fetch(product.url);
    if (!page.ok) throw new Error(`the first page was answered with ${page.status}`);
    await page.text();
    const pageMillis = performance.now() - began;
    await sleep(restMillis);
    return { pageMillis, restBytes: product.pid === undefined ? undefined : residentBytes(product.pid) };
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true });
  }
}

async function makeExampleOnce(): Promise<{ readonly millis: number; readonly cpu: number | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-start-"));
  const began = performance.now();
  const product = await startAsIs(folder);
  const millis = performance.now() - began;
  try {
    return { millis, cpu: product.pid === undefined ? undefined : cpuMillisOf(product.pid) };
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What a process holds. On Linux. */
function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
