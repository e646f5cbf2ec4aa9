import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dynamoTable } from "../../functions/adapters/dynamo-table.ts";
import { type Audited, auditCall } from "../../functions/audit/audit-call.ts";
import type { Difference } from "../../workflows/selection-call/audit.ts";
import { openDocuments } from "./documents.ts";
import { readSecretFile } from "./secret.ts";
import { readSettings } from "./settings.ts";
import { adviceOn, StartFault } from "./start-fault.ts";
import { openTable, tableName } from "./table.ts";

const usage =
  "npm run -s audit -- --call ID (the data folder is that of npm start; KELIAS_DATA names another)";

/**
 * `npm run audit -- --call ID`: works out again what a call has published. Exit code 0 when everything is equal, 1 when
 * anything differs, 2 when it cannot be audited. Nothing is changed.
 */
async function audit(): Promise<number> {
  const callId = callIn(process.argv.slice(2));
  if (callId === undefined) return refuse(usage);
  const { dataFolder } = readSettings(process.env);
  if (!existsSync(join(dataFolder, "table"))) return refuse(`${dataFolder}: there are no data. ${usage}`);
  const table = await openTable(join(dataFolder, "table"));
  const documents = openDocuments(join(dataFolder, "documents.sqlite"), {
    secret: readSecretFile(join(dataFolder, "secret")),
    portalUrl: "http://localhost",
  });
  try {
    return say(callId, await auditCall({ table: dynamoTable(table.client, tableName), documents }, callId));
  } finally {
    await documents.close();
    await table.close();
  }
}

function callIn(given: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({ args: [...given], options: { call: { type: "string" } } });
    return values.call || undefined;
  } catch {
    return undefined;
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
  if (!(error instanceof StartFault)) throw error;
  process.exitCode = refuse(adviceOn(error));
}
