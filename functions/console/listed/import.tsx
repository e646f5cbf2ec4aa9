import type { FieldError } from "../../../workflows/kernel/form.ts";
import { type CellFault, type ReadPerson, rowForm } from "../../people/import.ts";
import { merged, type TypedPerson } from "../../people/lists.ts";
import { optionsOf } from "../../reading/asked.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { wordingsOfForm } from "../making/guard.ts";
import { ofDraftList } from "./drafted.ts";
import { type ListVisit, labelOfColumn, type OfList, ofList, sentencesOf } from "./listed.ts";
import { type TableImport, takeTable, type Weighed } from "./table-import.ts";
import { askForTable } from "./table-pages.tsx";

/** Room for a table of people of a list; it is read, what would come of it is shown, and said once more it is taken. */
const importing = (of: OfList) => ({
  show: of(async (visit) => askForTable(await importOf(visit), {})),
  take: of(async (visit) => takeTable(visit.request, await importOf(visit))),
});

export const { show: showImport, take: takeImport } = importing(ofList);
export const { show: showDraftedImport, take: takeDraftedImport } = importing(ofDraftList);

async function importOf(visit: ListVisit): Promise<TableImport> {
  const { view, list, words, title, callTitle, places, version, asksReason } = visit;
  const { ui } = view;
  return {
    view,
    form: { ...list, once: "email" },
    caption: `${callTitle}. ${title}`,
    lead: ui.say("listed.import.lead", { most: list.max }),
    here: places.import,
    back: asksReason ? places.page : places.list,
    done: () => places.list,
    version,
    take: ui.say("listed.import.take"),
    ...(asksReason ? { reasonMissing: ui.say("listed.import.reason") } : {}),
    labelOf: (column) => labelOfColumn(words, list, column),
    sentenceOf: (fault) => sentenceOfCell(visit, fault),
    sentencesOf: (errors) => sentencesOf(visit, errors, view),
    called: await calledIn(visit),
    weigh: (people) => weigh(visit, people),
    change: (people, said) => visit.change({ ...said, people: mergedWith(visit, people).people }),
    cellOf: (error, people) => cellOf(visit, error, people),
  };
}

const mergedWith = ({ list }: ListVisit, people: readonly ReadPerson[]) =>
  merged(
    list.people,
    people.map(({ person }) => person),
  );

/** What becomes of each, by the address by which somebody is known. */
async function weigh(visit: ListVisit, people: readonly ReadPerson[]): Promise<Weighed> {
  const { list, view } = visit;
  const { ui } = view;
  const { people: all, added, changed } = mergedWith(visit, people);
  const errors = await visit.faultsOf(all);
  if (errors.length > 0) return { outcome: "invalid", errors };
  const known = new Map(list.people.map((one) => [keyOf(one), JSON.stringify(one)]));
  const becomes = people.map(({ person }) => {
    const before = known.get(keyOf(person));
    if (before === undefined) return ui.say("listed.becomes.added");
    return ui.say(before === JSON.stringify(person) ? "listed.becomes.same" : "listed.becomes.changed");
  });
  const told = ui.say("listed.preview.text", { added, changed });
  return { outcome: "weighed", becomes, told, isNothing: added + changed === 0 };
}

const keyOf = ({ email = "" }: TypedPerson): string => email.toLowerCase();

/** A row of the list that the rules refuse, as the line of the table that says it. */
function cellOf(
  visit: ListVisit,
  { field, at, ...rest }: FieldError,
  people: readonly ReadPerson[],
): CellFault | undefined {
  if (field !== visit.list.name || !at) return undefined;
  const meant = mergedWith(visit, people).people[at.row - 1];
  const said = meant && people.find(({ person }) => keyOf(person) === keyOf(meant));
  if (!said) return undefined;
  const column = at.column ?? "email";
  return {
    line: said.line,
    column,
    value: said.person[column] ?? "",
    fault: { ...rest, field: column },
  };
}

/** How columns and their options are called, in either language. */
async function calledIn({ callForm, list }: ListVisit) {
  const wordings = await wordingsOfForm(callForm);
  const form = rowForm(list.name, list.columns);
  return {
    labelsOf: (column: string) =>
      wordings.flatMap(({ words }) => words.maybe(`callForm.${list.name}.${column}.label`) ?? []),
    optionOf: (column: string, said: string): string => {
      const field = list.columns[column];
      if (!field?.options || said === "") return said;
      const options = wordings.flatMap((wording) => optionsOf({ form, ...wording }, column, field));
      return (
        options.find(({ value, label }) =>
          [value, label].some((known) => known.toLowerCase() === said.toLowerCase()),
        )?.value ?? said
      );
    },
  };
}

/** What is expected of a cell instead of what it says. */
function sentenceOfCell({ view: { ui }, words, list }: ListVisit, { fault, column }: CellFault): string {
  if (typeof fault === "string") return ui.say(`listed.fault.${fault}`);
  return sentenceOf(fault, {
    form: rowForm(list.name, list.columns),
    words: {
      ...words,
      say: (key, parameters) =>
        key.endsWith(`.${column}.label`) ? labelOfColumn(words, list, column) : words.say(key, parameters),
    },
    ui,
    values: {},
    errors: [fault],
  });
}
