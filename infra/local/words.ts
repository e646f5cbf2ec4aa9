import { parseArgs } from "node:util";
import { stringify } from "csv-stringify/sync";
import { faultsOfTexts } from "../../functions/reading/text-faults.ts";
import { processIds, processOf } from "../../workflows/catalogue.ts";
import { readWords } from "../../workflows/kernel/book.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { noteOn } from "./words/note.ts";
import { findingsIn, type Part, partsOf } from "./words/part.ts";
import { shownWith } from "./words/show.ts";

const usage = "npm run -s words -- [ID [KEY | --notes]]";
const languages = ["lt", "en"] as const;

/**
 * `npm run words`: what is missing, unused, or said by the blocks anyway in the words of each process; of one with its ID, in full. With
 * a KEY it shows the page or mail in which that text stands, in both languages; with `--notes` a table for translators. Exit code
 * 0 when nothing is missing or unused and no text names what no case gives, 1 when something is, 2 when it cannot be told.
 */
async function words(): Promise<number> {
  const asked = askedIn(process.argv.slice(2));
  if (asked === undefined) return refuse(usage);
  const { id, key, notes } = asked;
  if (id !== undefined && !processIds.includes(id))
    return refuse(`no process is called ${id}; there are ${processIds.join(", ")}`);
  const known = await Promise.all((id === undefined ? processIds : [id]).map(processOf));
  const parts = (await Promise.all(known.map(partsOf))).flat();
  if (notes) return await listNotes(parts);
  if (key !== undefined) return await show(parts, key);
  return await check(known, parts, id !== undefined);
}

interface Asked {
  readonly id?: string | undefined;
  readonly key?: string | undefined;
  readonly notes: boolean;
}

function askedIn(given: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { notes: { type: "boolean", default: false } },
    });
    const [id, key, ...more] = positionals;
    if (more.length > 0 || (values.notes && (id === undefined || key !== undefined))) return undefined;
    return { id, key, notes: values.notes };
  } catch {
    return undefined;
  }
}

async function check(known: readonly Process[], parts: readonly Part[], inFull: boolean): Promise<number> {
  const unsaid = (await Promise.all(known.map(faultsOfTexts))).flat();
  for (const fault of unsaid) process.stdout.write(`${fault}\n`);
  let isFaulty = unsaid.length > 0;
  for (const part of parts) {
    const { own, missing, unused, same } = await findingsIn(part);
    isFaulty ||= missing.length + unused.length > 0;
    process.stdout.write(
      `${part.name}: ${part.needs.length} words are needed, ${own} are in its own files; ` +
        `${missing.length} missing, ${unused.length} unused, ${same.length} that the blocks say as well\n`,
    );
    if (!inFull) continue;
    for (const key of missing) process.stdout.write(`  missing: ${key}\n`);
    for (const key of unused) process.stdout.write(`  unused: ${key}\n`);
    for (const key of same) process.stdout.write(`  the blocks say as well: ${key}\n`);
  }
  return isFaulty ? 1 : 0;
}

async function show(parts: readonly Part[], key: string): Promise<number> {
  const wanted = key.replace(/\.hint$/, ".label");
  for (const part of parts) {
    const need = part.needs.find((known) => known.key === wanted);
    if (!need) continue;
    for (const language of languages) {
      const said = await readWords(part.books, part.needs, language);
      if (language === "lt") process.stdout.write(`${key}: ${noteOn(need, said[need.key] ?? "")}\n`);
      process.stdout.write(`\n${language}\n${await shownWith(part, { ...need, key }, language)}\n`);
    }
    return 0;
  }
  const near = nearTo(
    key,
    parts.flatMap(({ needs }) => needs.map((need) => need.key)),
  );
  return refuse(`nothing needs a word ${key}${near.length === 0 ? "" : `; near it: ${near.join(", ")}`}`);
}

/** The keys that share most parts with one that there is not. */
function nearTo(key: string, known: readonly string[]): readonly string[] {
  const parts = key.split(".");
  const shared = (other: string): number => other.split(".").filter((part, at) => part === parts[at]).length;
  const near = known.filter((other) => shared(other) > 0).toSorted((a, b) => shared(b) - shared(a));
  return near.slice(0, 8);
}

/** A table that tools of translators read: the key, both texts, and a note on it. */
async function listNotes(parts: readonly Part[]): Promise<number> {
  const rows = await Promise.all(
    parts.map(async (part) => {
      const [lt, en] = await Promise.all(
        languages.map((language) => readWords(part.books, part.needs, language)),
      );
      return part.needs.map((need) => ({
        context: need.key,
        source: lt?.[need.key] ?? "",
        target: en?.[need.key] ?? "",
        developer_comments: noteOn(need, lt?.[need.key] ?? ""),
      }));
    }),
  );
  process.stdout.write(stringify(rows.flat(), { header: true }));
  return 0;
}

function refuse(why: string): number {
  console.error(why);
  return 2;
}

process.exitCode = await words();
