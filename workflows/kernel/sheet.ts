import * as z from "zod";
import type { Spoken } from "./book.ts";
import type { CaseFile } from "./case-file.ts";
import type { StepRecord } from "./record.ts";
import type { Role } from "./roles.ts";
import type { Rows, Says, Told, ToldRow } from "./told.ts";

const cents = z.number().int();

/** A line of a calculation, as a step records it: `count` times `unitCents` is `sumCents`. EUR cents. */
export const sheetLine = z.object({
  /** Its name among the process's words. */
  label: z.string(),
  /** What whoever planned it called it, where the name does not say all. */
  text: z.string().optional(),
  count: z.number().int(),
  unitCents: cents,
  sumCents: cents,
  /** Where the unit comes from. */
  source: z.string(),
});
type Line = z.infer<typeof sheetLine>;

/**
 * A calculation that is printed as a step has recorded it: its lines, and what they come to. Words: `sheet.<name>.title` (which
 * may name its `number`), and for all sheets of a process alike `sheet.line.<label>`, `sheet.sum.<sum>`, `sheet.fact.<fact>` and
 * `sheet.source.<source>`.
 */
export interface Sheet extends Spoken {
  /** The kind of record that holds it. */
  readonly record: string;
  readonly to: readonly Role[];
  /** Every label that a line of it may have. */
  readonly lines: readonly string[];
  /** The list that the text of a line is an option of, where it is one. */
  readonly textsOf?: string;
  /** Names of the figures that it ends in, in order. */
  readonly sums: readonly string[];
  readonly facts: readonly string[];
  /** Every source that a line may have, with what its sentence names; `at` is the instant at which this calculation was worked out. */
  readonly sources: Readonly<Record<string, (file: CaseFile, source: string, at: string) => Says>>;
  /** The one of `sources` by which a source is told that is none of them, such as the title of what was published. */
  readonly published?: string;
  /** Each calculation is shown, the oldest first; without it the latest. */
  readonly isEach?: true;
  /** Throws where what was recorded is not as its schema says. */
  readonly read: (data: unknown) => Pick<Calculation, "sums" | "facts"> & { readonly lines: readonly Line[] };
}

/** A sheet that was worked out. EUR cents. */
export interface Calculation {
  /** The name of the sheet. */
  readonly of: string;
  /** UTC instant at which it was worked out. */
  readonly at: string;
  readonly title: Told;
  readonly lines: readonly (Omit<Line, "label" | "text" | "source"> & {
    readonly label: Told;
    readonly source: Told;
  })[];
  readonly sums: readonly { readonly label: Told; readonly cents: number }[];
  readonly facts: readonly ToldRow[];
}

/** Says how a calculation is shown. The compiler takes only sums that the record has. */
export function sheet<T extends { readonly lines: readonly Line[] }>({
  record,
  facts = {},
  sums,
  ...more
}: Pick<Sheet, "to" | "lines" | "textsOf" | "sources" | "published" | "isEach" | "words"> & {
  readonly record: StepRecord<T>;
  readonly sums: readonly (keyof T & `${string}Cents`)[];
  readonly facts?: Rows<T>;
}): Sheet {
  return {
    ...more,
    record: record.id,
    sums,
    facts: Object.keys(facts),
    read: (data) => {
      const known = record.schema.parse(data);
      return {
        lines: known.lines,
        sums: sums.flatMap((name) => {
          const sum = known[name];
          return typeof sum === "number" ? [{ label: { word: `sheet.sum.${name}` }, cents: sum }] : [];
        }),
        facts: Object.entries(facts).flatMap(([name, tell]) => {
          const value = tell(known);
          return value === undefined ? [] : [{ label: { word: `sheet.fact.${name}` }, value }];
        }),
      };
    },
  };
}

type Sheets = Readonly<Record<string, Sheet>>;

/** What was worked out in a case, in the order of its process's sheets. */
export const calculationsOf = (
  { sheets = {} }: { readonly sheets?: Sheets },
  file: CaseFile,
): readonly Calculation[] =>
  Object.entries(sheets).flatMap(([of, said]) => {
    const made = file.records.filter(({ step }) => step === said.record);
    return made.slice(said.isEach ? 0 : -1).map(({ data, at }, index) => {
      const { lines, ...rest } = said.read(data);
      return {
        of,
        at,
        title: { word: `sheet.${of}.title`, with: { number: index + 1 } },
        ...rest,
        lines: lines.map(({ label, text, source, ...figures }) => ({
          ...figures,
          label: text === undefined ? nameOf(label) : [nameOf(label), textOf(said, text)],
          source: sourceOf(said, source, { file, at }),
        })),
      };
    });
  });

const textOf = ({ textsOf: of }: Sheet, text: string): Told =>
  of === undefined ? text : { option: text, of };

const nameOf = (label: string): Told => ({ word: `sheet.line.${label}` });

function sourceOf(
  { sources, published = "" }: Sheet,
  source: string,
  { file, at }: { readonly file: CaseFile; readonly at: string },
): Told {
  const name = Object.hasOwn(sources, source) ? source : published;
  const says = sources[name];
  return says ? { word: `sheet.source.${name}`, with: says(file, source, at) } : source;
}

/** The words that a process's sheets need. */
export const wordsOfSheets = (sheets: Sheets): readonly string[] =>
  Object.entries(sheets).flatMap(([name, { lines, sums, sources, facts }]) => [
    `sheet.${name}.title`,
    ...lines.map((label) => `sheet.line.${label}`),
    ...sums.map((sum) => `sheet.sum.${sum}`),
    ...Object.keys(sources).map((source) => `sheet.source.${source}`),
    ...facts.map((fact) => `sheet.fact.${fact}`),
  ]);
