import { rowForm } from "../../people/import.ts";
import type { TypedPerson } from "../../people/lists.ts";
import { personIdOf } from "../../people/lists.ts";
import { optionsOf } from "../../reading/asked.ts";
import { page } from "../../web/page.ts";
import { LinkList } from "../../web/parts/links.tsx";
import { DataTable, Rows } from "../../web/parts/table.tsx";
import { Pages } from "../parts/pages.tsx";
import { lookIn, PeopleSearch, peopleAsked } from "../parts/people-search.tsx";
import { ofDraftList } from "./drafted.ts";
import { type ListVisit, labelOfColumn } from "./listed.ts";
import { newPerson } from "./person.tsx";

/** A list of people of a call that is being made: who is on it, and the ways to put others there, one by one or as a table. */
export const showDraftedPeople = ofDraftList(async (visit) => {
  const { view, list, title, callTitle, places } = visit;
  const { ui } = view;
  const named = list.people.map((person) => ({ name: person.name ?? "", email: person.email ?? "", person }));
  const { text, count, shown, first, next } = peopleAsked(visit, named, places.list);
  return page(view, {
    title: `${callTitle}. ${title}`,
    back: places.page,
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("listed.count", { count: list.people.length, most: list.max })}</p>
        <LinkList
          links={[
            { href: places.person(newPerson), label: ui.say("listed.add") },
            { href: places.import, label: ui.say("listed.import") },
          ]}
        />
        {list.people.length === 0 ? null : (
          <>
            <PeopleSearch here={places.list} text={text} ui={ui} />
            {text === "" ? null : <p class="govuk-body-l">{ui.say("people.count", { count })}</p>}
            {shown.length > 0 ? <ListTable visit={visit} people={shown.map(({ person }) => person)} /> : null}
            <Pages first={first} next={next} ui={ui} />
          </>
        )}
      </>
    ),
  });
});

/** Leads to who of the list is called so. */
export const lookForDrafted = ofDraftList(lookIn(({ places }) => places.list));

function ListTable({
  visit,
  people,
}: {
  readonly visit: ListVisit;
  readonly people: readonly TypedPerson[];
}) {
  const { house, view, list, words, title, places } = visit;
  const asked = { form: rowForm(list.name, list.columns), words, ui: view.ui };
  const columns = Object.entries(list.columns);
  const labels = columns.map(([column]) => labelOfColumn(words, list, column));
  /** What a cell says, in words where it is one of some. */
  const shownAs = (column: string, said: string): string => {
    const field = list.columns[column];
    const options = field?.options ? optionsOf(asked, column, field) : [];
    return options.find(({ value }) => value === said)?.label ?? said;
  };
  return (
    <DataTable caption={title} captionSize="hidden" stacks columns={labels.map((label) => ({ label }))}>
      <Rows>
        {people.map((person, index) => (
          <tr class="govuk-table__row" key={`${person.email} ${index}`}>
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={places.person(personIdOf(house.config.linkSecret, person))}>
                {person.name}
                <span class="govuk-visually-hidden">, {view.ui.say("listed.change")}</span>
              </a>
            </th>
            {columns.slice(1).map(([column], at) => (
              <td class="govuk-table__cell" data-label={labels[at + 1]} key={column}>
                {shownAs(column, person[column] ?? "")}
              </td>
            ))}
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
