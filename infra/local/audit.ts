import { join } from "node:path";
import { parseArgs } from "node:util";
import { inPieces } from "../../functions/adapters/in-pieces.ts";
import { type Audited, auditCall } from "../../functions/audit/audit-call.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { caseWords } from "../../functions/reading/case-words.ts";
import { codeOf } from "../../functions/reading/codes.ts";
import { explain } from "../../functions/reading/explanation.ts";
import { uiIn } from "../../functions/reading/ui.ts";
import { refOfCall } from "../../functions/store/keys.ts";
import type { Difference } from "../../workflows/kernel/selection/desk.ts";
import { hasData, openDatabase } from "./data-folder.ts";
import { DatabaseError } from "./database/errors.ts";
import { openDocuments } from "./documents.ts";
import { readSecretFile } from "./secret.ts";
import { readSettings } from "./settings.ts";
import { adviceOn, StartFault } from "./start-fault.ts";
import { openTable } from "./table/table.ts";

const usage =
  "npm run -s audit -- --call ID [--explain lt|en] (the data folder is that of npm start; KELIAS_DATA names another)";

/**
 * `npm run audit -- --call ID`: works out again what a call has published. Exit code 0 when everything is equal, 1 when
 * anything differs, 2 when it cannot be audited. With `--explain` it also says of each case what its applicant reads, made of
 * what was stored. Nothing is changed.
 */
async function audit(): Promise<number> {
  const asked = askedIn(process.argv.slice(2));
  if (asked === undefined) return refuse(usage);
  const { callId, explain: language } = asked;
  const { dataFolder } = readSettings(process.env);
  if (!hasData(dataFolder)) return refuse(`${dataFolder}: there are no data. ${usage}`);
  const database = openDatabase(dataFolder, { survives: "powerCut" });
  const documents = openDocuments(join(dataFolder, "documents.sqlite"), {
    secret: readSecretFile(join(dataFolder, "secret")),
    portalUrl: "http://localhost",
  });
  try {
    const parts = { table: inPieces(openTable(database)), documents };
    const code = say(callId, await auditCall(parts, callId));
    if (code !== 2 && language) await tellReasons(parts, callId, language);
    return code;
  } finally {
    await documents.close();
    database.close();
  }
}

interface Asked {
  readonly callId: string;
  readonly explain?: "lt" | "en";
}

function askedIn(given: readonly string[]): Asked | undefined {
  try {
    const options = { call: { type: "string" }, explain: { type: "string" } } as const;
    const { values } = parseArgs({ args: [...given], options });
    const language = (["lt", "en"] as const).find((known) => known === values.explain);
    if (!values.call || (values.explain !== undefined && !language)) return undefined;
    return { callId: values.call, ...(language ? { explain: language } : {}) };
  } catch {
    return undefined;
  }
}

/** What each applicant reads of the decision, by the same words from the same facts. */
async function tellReasons(parts: Parameters<typeof auditCall>[0], callId: string, language: "lt" | "en") {
  const ui = await uiIn(language);
  const call = await loadCase(parts, refOfCall(callId), { withEntries: true });
  for (const { ref, decision } of call?.file.entries ?? []) {
    const loaded = await loadCase(parts, ref);
    const selection = loaded?.process.selects;
    const reasons =
      loaded && selection
        ? explain({ selection, ui, words: await caseWords(loaded, language) }, decision)
        : [];
    if (reasons.length > 0)
      process.stdout.write(`${codeOf(ref)}\n${reasons.map((line) => `  ${line}\n`).join("")}`);
  }
}

function say(callId: string, audited: Audited): number {
  switch (audited.outcome) {
    case "unknownCall":
      return refuse(`${callId}: there is no such call`);
    case "nothingPublished":
      return refuse(`${callId}: no ranking has been published`);
    case "audited": {
      for (const { name, cases, differences } of audited.rankings) {
        const verdict = differences.length === 0 ? "equal" : `${differences.length} differences`;
        process.stdout.write(`${name}, ${cases} cases, worked out again: ${verdict}\n`);
        for (const found of differences) process.stdout.write(lineOf(found, "published"));
      }
      for (const found of audited.changed) process.stdout.write(lineOf(found, "in the table now"));
      const isEqual =
        audited.changed.length === 0 && audited.rankings.every(({ differences }) => differences.length === 0);
      process.stdout.write(isEqual ? "nothing was changed afterwards\n" : "NOT EQUAL\n");
      return isEqual ? 0 : 1;
    }
  }
}

const lineOf = ({ ref, what, published, recomputed }: Difference, where: string): string =>
  `  ${ref} ${what}: ${where} ${published}, worked out again ${recomputed}\n`;

function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}

try {
  process.exitCode = await audit();
} catch (error) {
  if (error instanceof DatabaseError) process.exitCode = refuse(error.message);
  else if (error instanceof StartFault) process.exitCode = refuse(adviceOn(error));
  else throw error;
}
