import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { codeOf } from "../../functions/reading/codes.ts";
import type { Lost } from "../../functions/reconcile/lost.ts";
import { reconcile as compare, type Reconciled } from "../../functions/reconcile/reconcile.ts";
import type { Misfit } from "../../functions/reconcile/standing.ts";
import type { Stray } from "../../functions/reconcile/strays.ts";
import { type Told, toldByLog } from "../../functions/reconcile/told.ts";
import { idOf, isCall } from "../../functions/store/keys.ts";
import { toldInFolder } from "../local/told-files.ts";
import { type Command, type Output, Refusal, type Typed } from "./command.ts";
import { sometimes } from "./sometimes.ts";

const told = z.custom<Told>(
  (value) => z.object({ ref: z.string(), of: z.object({}) }).safeParse(value).success,
);
const asked = z.object({
  apply: z.boolean(),
  csv: z.string().optional(),
  pause: z.number().optional(),
  told: z.array(told),
});

/** Compares an installation with its machines after something of it was set back. */
export const reconcile: Command = {
  name: "reconcile",
  summary: "finds what does not fit together after something was set back, and takes it up again",
  on: "installation",
  options: {
    apply: { means: "mends what is found; without it nothing is changed" },
    pause: {
      value: "SECONDS",
      means:
        "what does not fit is looked at again after so long, because a step may be under way; without it, 30 on AWS",
    },
    csv: { value: "FILE", means: "writes what is lost into a new file" },
    beside: {
      value: "DIR",
      means: "a data folder moved aside: what its mails and documents tell is looked at, too",
    },
    log: {
      value: "FILE",
      means:
        "what `aws logs filter-log-events` wrote of a function's log: answers that it tells of are looked at, too",
    },
  },
  more: [
    "It looks at every call and case: one without a machine is started again where the table says that it stands, a machine without one is " +
      "stopped, and where a question or a wait could not be heard any more, the road is taken up again with the question, its link and its deadline " +
      "as they are. It changes nothing that fits, and may be broken off and said again.",
    "What was acknowledged and is lost is listed by the code of its case, as far as mails, documents, machines and logs still tell. Mails " +
      "that went are noted, so that they do not go again; on a case whose payment may have been made already, a note for finance is written, and no run takes it before finance has decided.",
    "Exit code 0 when everything fits or was mended, 1 when there is something to mend or to look at. Stop the product before, where " +
      "it runs on a data folder; on AWS docs/runbook.md, „Restoring“, says what comes before and after.",
  ],
  read: ({ options: { apply, csv, pause, beside, log } }: Typed) => ({
    apply: apply === true,
    ...(typeof pause === "string" ? { pause: secondsIn(pause) } : {}),
    ...(typeof csv === "string" ? { csv: freshFile(csv) } : {}),
    told: [
      ...(typeof beside === "string" ? toldInFolder(beside) : []),
      ...(typeof log === "string" ? toldInLog(log) : []),
    ],
  }),
  async ask({ table, clock, folder, machines: keeping }, given, output) {
    const { apply, csv, pause, told: brought } = asked.parse(given);
    const show = sometimes(output);
    let looked = 0;
    const found = await keeping.use((machines) =>
      compare(
        { table, clock, machines },
        {
          told: [...(folder?.told() ?? []), ...brought],
          apply,
          pause: () => setTimeout(pause === undefined ? keeping.settleMillis : pause * 1000),
          onLooked: () => {
            looked++;
            show(`${looked} cases and calls looked at`);
          },
        },
      ),
    );
    if (apply && found.misfits.length > 0) keeping.forgetTokens?.();
    say(found, apply, output);
    if (csv !== undefined) await writeCsv(csv, found.lost);
    return found.failed.length > 0 || (!apply && found.misfits.length + found.strays.length > 0) ? 1 : 0;
  },
};

function secondsIn(given: string): number {
  if (/^\d{1,4}$/.test(given)) return Number(given);
  throw new Refusal(`--pause: expected a number of seconds, found "${given}"`);
}

function freshFile(file: string): string {
  const path = resolve(file);
  if (existsSync(path))
    throw new Refusal(`--csv: ${path} is there already, and nothing is written over; expected a new name`);
  return path;
}

const logged = z.object({ events: z.array(z.object({ timestamp: z.number(), message: z.string() })) });

/** What functions logged, as `aws logs filter-log-events --output json` writes it. */
function toldInLog(file: string): readonly Told[] {
  const read = logged.safeParse(jsonIn(file, readFile(file)));
  if (!read.success)
    throw new Refusal(`${file}: expected what aws logs filter-log-events --output json writes`);
  return read.data.events.flatMap(({ timestamp, message }) => {
    const line = z.record(z.string(), z.unknown()).safeParse(lineOf(message));
    return line.success ? toldByLog(line.data, new Date(timestamp).toISOString()) : [];
  });
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Refusal(`${file}: cannot be read`);
  }
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${file}: expected JSON`);
  }
}

/** Lambda itself writes lines that are no JSON. */
function lineOf(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

const misfits: Readonly<Record<Misfit, string>> = {
  noMachine: "nothing drives it",
  deadToken: "what it is asked, no machine would hear",
  unheard: "what was answered, its machine has not heard",
  elsewhere: "its machine stands somewhere else",
};
const strays: Readonly<Record<Stray["why"], string>> = {
  noCase: "the table has no case of it",
  over: "its road has ended",
  other: "another execution drives it",
};

function say({ looked, ...found }: Reconciled, apply: boolean, { say: line }: Output): void {
  line(`${looked} cases and calls were looked at`);
  for (const { name, why } of found.strays)
    line(`machine ${name}: ${strays[why]}${apply ? "; stopped" : ""}`);
  for (const { ref, misfit } of found.misfits)
    line(`${nameOf(ref)}: ${misfits[misfit]}${apply ? "; taken up again" : ""}`);
  for (const { ref, why } of found.failed) line(`${nameOf(ref)}: CANNOT BE TAKEN UP: ${why}`);
  for (const one of found.lost)
    line(`lost: ${[nameOf(one.ref), one.kind, one.what, one.at].filter(Boolean).join(", ")}`);
  if (found.mailsKept > 0) line(`${found.mailsKept} mails that went were noted`);
  const count = found.misfits.length + found.strays.length;
  if (count === 0) line("everything fits together");
  else if (!apply) line(`${count} to mend; with --apply they are, and nothing was changed now`);
  else line("the roads go on once the product runs (on AWS within a minute)");
}

const nameOf = (ref: string): string => (isCall(ref) ? `call ${idOf(ref)}` : codeOf(ref));

async function writeCsv(file: string, lost: readonly Lost[]): Promise<void> {
  const [{ stringify }, { cellsAsText }] = await Promise.all([
    import("csv-stringify/sync"),
    import("../../functions/documents/spreadsheet.ts"),
  ]);
  const rows = lost.map(({ ref, kind, what, at = "" }) => ({ case: nameOf(ref), kind, what, at }));
  writeFileSync(
    file,
    stringify(rows, { header: true, columns: ["case", "kind", "what", "at"], ...cellsAsText }),
    { flag: "wx" },
  );
}
