import { fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod";
import { missed, type Report, renewed, section, tableOf } from "./report.ts";
import { topics } from "./topics.ts";

/**
 * `npm run bench`: measures every topic, or those that are named, each in a process of its own and one after the
 * other, so that none disturbs another. One that fails does not keep the next from running.
 */
const usage = `npm run bench -- [${[...topics.keys()].join("|")} ...] [--long] [--strict] [--write]
  --long    also the sizes that take minutes
  --strict  exit with 1 when a budget is missed
  --write   put the tables into docs/performance.md`;

const document = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

async function bench(given: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      long: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.filter((name) => !topics.has(name));
  if (unknown.length > 0) {
    console.error(`there is no benchmark named ${unknown.join(", ")}\n${usage}`);
    return 2;
  }
  const reports = new Map<string, Report>();
  const chosen = [...topics].filter(([name]) => positionals.length === 0 || positionals.includes(name));
  for (const [name, { title }] of chosen) {
    console.log(`\n${title}`);
    const report = await reportOf(name, values.long);
    if (report === undefined) continue;
    show(report);
    reports.set(name, report);
  }
  if (values.write) write(reports);
  const hasMissed = [...reports.values()].some(({ rows }) => rows.some(({ isMissed }) => isMissed));
  return reports.size < chosen.length || (values.strict && hasMissed) ? 1 : 0;
}

const sent = z.object({ report: z.custom<Report>() });

/** Undefined when the benchmark failed; what it complained of stands on standard error. */
function reportOf(name: string, isLong: boolean): Promise<Report | undefined> {
  const script = fileURLToPath(new URL("run-topic.ts", import.meta.url));
  const child = fork(script, [name, ...(isLong ? ["--long"] : [])], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve) => {
    let report: Report | undefined;
    child.on("message", (message) => {
      report = sent.parse(message).report;
    });
    child.on("exit", (code) => {
      if (code !== 0) console.error(`the benchmark ${name} ended with ${code}`);
      resolve(code === 0 ? report : undefined);
    });
  });
}

function show(report: Report): void {
  console.table(tableOf(report));
  for (const note of report.notes) console.log(note);
  for (const { what, measured, budget, isMissed } of report.rows) {
    if (isMissed) console.log(`${missed} ${what}: ${measured}, budget ${budget?.text}. ${budget?.limitedBy}`);
  }
}

function write(reports: ReadonlyMap<string, Report>): void {
  const fresh = [...reports].map(([name, report]) =>
    section(topics.get(name)?.title ?? name, circumstances(name), report),
  );
  const titles = [...topics.values()].map(({ title }) => title);
  writeFileSync(document, renewed(readFileSync(document, "utf8"), fresh, titles));
}

function circumstances(name: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`;
  return `\`npm run bench -- ${name}\` on ${day}, Node ${process.versions.node}, ${cores}.`;
}

process.exitCode = await bench(process.argv.slice(2));
