import { inQuotes } from "../../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import {
  type Called,
  type CellFault,
  type ImportRead,
  type ReadPerson,
  readPeople,
} from "../../people/import.ts";
import { readTable, readText } from "../../people/table-read.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { readFormData } from "../../web/form-data.ts";
import { textIn } from "../../web/posts.ts";
import type { HttpRequest } from "../../web/request.ts";
import { versionIn } from "../making/draft-page.tsx";
import type { ListChanged } from "./listed.ts";
import { askForTable, type Preview, previewTable, type TableShown } from "./table-pages.tsx";

type People = readonly ReadPerson[];

/** A table that is taken as people of a call. */
export interface TableImport extends TableShown {
  readonly called: Called;
  /** Where whoever has taken it goes on. */
  readonly done: (people: People) => string;
  /** What would come of it; nothing is stored. */
  readonly weigh: (people: People) => Promise<Weighed>;
  readonly change: (
    people: People,
    said: { readonly reason: string; readonly version: number },
  ) => Promise<ListChanged>;
  /** In which cell of the table something is mended that the rules of the call refuse; `undefined` when in none. */
  readonly cellOf: (error: FieldError, people: People) => CellFault | undefined;
  readonly sentencesOf: (errors: readonly FieldError[]) => string;
  /** How it is told that a reason is missing, where one is asked for. */
  readonly reasonMissing?: string;
}

export type Weighed =
  | ({ readonly outcome: "weighed" } & Omit<Preview, "people">)
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** Reads a table and shows what would come of it; said once more, it is taken. */
export async function takeTable(request: HttpRequest, taken: TableImport): Promise<Answer> {
  const { view, form, called, done } = taken;
  const { ui } = view;
  const sent = await readFormData(request);
  if (sent.outcome === "refused") return refusalPage(request, sent.refusal);
  const { post, file } = sent.value;
  const text = textIn(post, "text");
  const table = file && file.length > 0 ? readTable(file) : readText(text);
  if (table.outcome !== "read") {
    const fault = ui.say(`listed.table.${table.outcome}`, { line: table.line ?? 0 });
    return askForTable(taken, { text, fault });
  }
  const read = readPeople(table.rows, form, called);
  if (read.outcome === "faults") return askForTable(taken, { text, faults: read.faults });
  if (read.outcome !== "read") return askForTable(taken, { text, fault: sentenceOfRead(read, taken) });
  const { people } = read;
  const reason = textIn(post, "reason");
  const isTaken = post.get("do")?.[0] === "take";
  const { reasonMissing } = taken;
  const isReasonWrong = isTaken && reasonMissing !== undefined && (reason === "" || reason.length > 1000);
  const changed =
    isTaken && !isReasonWrong
      ? await taken.change(people, { reason, version: versionIn(post) })
      : ({ outcome: "asked" } as const);
  if (changed.outcome === "changed") return redirect(done(people));
  const weighed = changed.outcome === "invalid" ? changed : await taken.weigh(people);
  if (weighed.outcome === "invalid") {
    const cells = weighed.errors.map((error) => ({ error, cell: taken.cellOf(error, people) }));
    const others = cells.flatMap(({ error, cell }) => (cell ? [] : [error]));
    return askForTable(taken, {
      text,
      faults: cells.flatMap(({ cell }) => cell ?? []),
      warning: others.length > 0 ? taken.sentencesOf(others) : undefined,
    });
  }
  return previewTable(taken, {
    ...weighed,
    people: people.map(({ person }) => person),
    ...(reasonMissing === undefined ? {} : { reason }),
    ...(isReasonWrong ? { fault: reasonMissing } : {}),
    ...(changed.outcome === "nothing" ? { warning: ui.say("callChange.nothing") } : {}),
    ...(changed.outcome === "conflict" ? { warning: ui.say("listed.conflict") } : {}),
  });
}

/** What is wrong with the table as a whole. */
function sentenceOfRead(
  read: Exclude<ImportRead, { outcome: "read" | "faults" }>,
  { view: { ui }, form, labelOf }: TableShown,
): string {
  const names =
    "names" in read ? read.names : "columns" in read ? read.columns.map((one) => labelOf(one)) : [];
  return ui.say(`listed.table.${read.outcome}`, {
    line: "line" in read ? read.line : 0,
    count: "count" in read ? read.count : 0,
    most: form.max,
    columns: Object.keys(form.columns).length,
    names: names.map((name) => inQuotes(name, ui.language)).join(", "),
    known: Object.keys(form.columns)
      .map((column) => inQuotes(labelOf(column), ui.language))
      .join(", "),
  });
}
