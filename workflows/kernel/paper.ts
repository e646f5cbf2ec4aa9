import type { Spoken } from "./book.ts";
import type { Answer, CaseFile } from "./case-file.ts";
import type { Entry } from "./entry.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";
import type { Role } from "./roles.ts";
import type { State } from "./states.ts";
import type { Rows, Says, Told, ToldRow } from "./told.ts";

/**
 * A paper that is made from what is recorded, whenever somebody asks for it; the same file gives the same paper, so it asks no
 * clock. Its parts stand in order. Words: `<paper>.title`, `<paper>.foot` (which may name the `code` of the case), and of each
 * part what its kind says below; where a part has a heading, `<paper>.<part>.title`.
 */
export interface Paper extends Spoken {
  /** Who may read it. */
  readonly to: readonly Role[];
  /** UTC instant of the latest thing that it tells of; `undefined` as long as there is no such paper. */
  readonly asOf: (file: PaperFile) => string | undefined;
  /** The visits of the road at which it was made anew: each is a version, and an earlier one can still be read. */
  readonly versions?: Versions;
  /** What stands above the title; without it the title of the call. */
  readonly caption?: (file: PaperFile) => Told;
  /** The institution issues it, and stands above it: minutes, an order. */
  readonly isIssued?: true;
  /** What its sentences may name besides what all sentences of its process may. */
  readonly says?: (file: PaperFile) => Says;
  /** Sentences that its caption and its facts may be told in, `<paper>.<sentence>`. */
  readonly sentences?: readonly string[];
  /** It must also see the other cases of its call, by name, and this document that the call's machine has kept. */
  readonly sees?: { readonly cases: true; readonly document?: string };
  readonly parts: Readonly<Record<string, Part>>;
}

export type Versions = (file: Pick<CaseFile, "records">) => readonly number[];

/** What a paper is made from. */
export interface PaperFile extends CaseFile {
  /** Of a paper that sees the cases of its call. */
  readonly cases?: readonly NamedEntry[];
  /** The document that the paper sees, as it was kept; `undefined` before there is one. */
  readonly document?: unknown;
}

/** A case of a call with the name that staff know it by. */
export interface NamedEntry extends Entry {
  readonly applicantName: string;
}

interface Headed {
  /** It goes on without a heading of its own. */
  readonly isUntitled?: true;
}

export type Part = Headed &
  (
    | /** A paragraph, `<paper>.<part>.text`. */
    { readonly kind: "text" }
    /** Facts with their labels, `<paper>.<part>.<row>`; or each with a label of its own. */
    | { readonly kind: "facts"; readonly rows: Rows<PaperFile> | ((file: PaperFile) => readonly ToldRow[]) }
    /** The latest answer to a form, as it was given; nothing where there is none. */
    | { readonly kind: "answer"; readonly form: string }
    /** A sheet of the process, under the sheet's own heading; nothing before it was worked out. */
    | { readonly kind: "sheet"; readonly of: string }
    /** Who has signed the version and who has not; each party has the label `<paper>.<part>.<party>`. */
    | { readonly kind: "signatures"; readonly form: string }
    /** Rows under columns, `<paper>.<part>.<column>`, and behind them those that the case brings; nothing where there is no row. */
    | {
        readonly kind: "table";
        readonly columns: Readonly<Record<string, Column>>;
        readonly brings?: (file: PaperFile) => Readonly<Record<string, Column & { readonly label: Told }>>;
        readonly rows: (file: PaperFile) => readonly TableRow[];
      }
  );

export interface Column {
  /** Share of the width, in parts of the sum of all shares. */
  readonly share: number;
  readonly isNumeric?: true;
  /** What stands above it, where the case brings it. */
  readonly label?: Told;
}

/** A cell by the name of its column; a cell that is not there is a dash. */
export type TableRow = Readonly<Record<string, Told | undefined>>;

/** Says a paper. One with versions is there from the first of them on, and as of the latest signature under the latest. */
export const paper = (
  said: Omit<Paper, "asOf"> & (Pick<Paper, "asOf"> | { readonly versions: Versions }),
): Paper => ("asOf" in said ? said : { ...said, asOf: (file) => asOfVersion(said, file) });

function asOfVersion(
  { versions, parts }: { readonly versions: Versions; readonly parts: Paper["parts"] },
  file: PaperFile,
): string | undefined {
  const visit = versions(file).at(-1);
  const made = file.records.find((record) => record.visit === visit)?.at;
  if (made === undefined) return undefined;
  const forms = Object.values(parts).flatMap((one) => (one.kind === "signatures" ? [one.form] : []));
  const signed = forms.flatMap((form) => signaturesSince(file, form, visit)).map(({ at }) => at);
  return [made, ...signed].toSorted().at(-1);
}

/** A paragraph, and its heading. */
export const text = (more: Headed = {}): Part => ({ kind: "text", ...more });
/** Paragraphs by these names, in order. */
export const texts = (...names: readonly string[]): Readonly<Record<string, Part>> =>
  Object.fromEntries(names.map((name) => [name, text()]));
export const facts = (rows: Extract<Part, { kind: "facts" }>["rows"], more: Headed = {}): Part => ({
  kind: "facts",
  rows,
  ...more,
});
export const answerTo = ({ id }: Form<Fields, string>): Part => ({ kind: "answer", form: id });
export const sheetOf = (of: string): Part => ({ kind: "sheet", of });
export const signatures = ({ id }: Form<Fields, string>): Part => ({ kind: "signatures", form: id });
/** The compiler takes only cells of columns that there are. */
export const table = <const C extends string>(
  columns: Readonly<Record<C, Column>>,
  rows: (file: PaperFile) => readonly Readonly<Partial<Record<NoInfer<C>, Told | undefined>>>[],
): Part => ({ kind: "table", columns, rows });
/** The same with columns that the case brings behind those that stand there. */
export const tableWith = (
  columns: Readonly<Record<string, Column>>,
  brings: (file: PaperFile) => Readonly<Record<string, Column & { readonly label: Told }>>,
  rows: (file: PaperFile) => readonly TableRow[],
): Part => ({ kind: "table", columns, brings, rows });

/** A version each time that a step has recorded this. */
export const versionsBy =
  ({ id }: { readonly id: string }): Versions =>
  ({ records }) =>
    records.filter(({ step }) => step === id).map(({ visit }) => visit);

/** The answers with which the latest version was signed. */
export const signaturesSince = (
  { answers }: Pick<CaseFile, "answers">,
  form: string,
  version = -1,
): readonly Answer[] => answers.filter((given) => given.form === form && given.visit > version);

/** Who is asked to sign with a form: the name of each party, and the role behind it. */
export const partiesTo = (
  { states }: { readonly states: Readonly<Record<string, State<string>>> },
  form: string,
): Readonly<Record<string, Role>> =>
  Object.fromEntries(
    Object.values(states).flatMap((state) => {
      if (state.kind === "all")
        return Object.entries(state.parts).flatMap(([party, asked]) =>
          asked.form.id === form ? [[party, asked.role] as const] : [],
        );
      return state.kind === "ask" && state.form.id === form ? [[state.role, state.role] as const] : [];
    }),
  );

/** A case as it was until the version after this one (from 1) was made. */
export function asItWas<File extends CaseFile>(file: File, versions: Versions, version: number): File {
  const made = versions(file);
  const next = made[version] ?? Number.POSITIVE_INFINITY;
  const change = file.interruptions.findLast(({ visit }) => visit < next);
  const until = change && change.visit >= (made[version - 1] ?? 0) ? change.visit + 1 : next;
  const isBefore = ({ visit }: { readonly visit: number }): boolean => visit < until;
  return {
    ...file,
    records: file.records.filter(isBefore),
    answers: file.answers.filter(isBefore),
    interruptions: file.interruptions.filter(isBefore),
  };
}
