import type { CallForm } from "../../workflows/kernel/call-form.ts";
import type { Fields } from "../../workflows/kernel/field.ts";
import type { ChangeableCall } from "../calls/change-call.ts";
import { addressIdOf } from "../links.ts";

/** One person of a list of a call, as typed: by column. */
export type TypedPerson = Readonly<Record<string, string>>;

/** A list of people in a call's form: reviewers, a commission, whoever decides on appeals. */
export interface PeopleList {
  readonly name: string;
  readonly columns: Fields;
  readonly max: number;
  readonly people: readonly TypedPerson[];
  /** May it change in a call that is published? */
  readonly mayChange: boolean;
}

/** Every list of people of a call: rows that have a name and an address. */
export const listsOf = ({
  callForm,
  stored,
}: Pick<ChangeableCall, "callForm" | "stored">): readonly PeopleList[] =>
  Object.entries(callForm.form.fields).flatMap(([name, { columns, written, max = 1 }]) =>
    columns && written === "lines" && isPeople(columns)
      ? [
          {
            name,
            columns,
            max,
            people: peopleIn(stored[name], columns),
            mayChange: mayChangeIn(callForm, name),
          },
        ]
      : [],
  );

const isPeople = (columns: Fields): boolean =>
  columns.name !== undefined && columns.email?.kind === "email" && columns.name.kind === "text";

const mayChangeIn = ({ changes }: CallForm, name: string): boolean => Object.hasOwn(changes, name);

/** The lines of a list, as its form stores them. */
function peopleIn(said: unknown, columns: Fields): readonly TypedPerson[] {
  if (typeof said !== "string") return [];
  const names = Object.keys(columns);
  return said
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const parts = line.split(/[;\t]/).map((part) => part.trim());
      return Object.fromEntries(names.map((column, index) => [column, parts[index] ?? ""]));
    });
}

/** People as lines again. What would end a part or a line stands in none: whoever types it was told so. */
export const linesOfPeople = (people: readonly TypedPerson[], columns: Fields): string =>
  people
    .map((person) =>
      Object.keys(columns)
        .map((column) => person[column] ?? "")
        .join("; "),
    )
    .join("\n");

/** Signs by which a list tells parts and lines apart, so that none of its parts may have them. */
export const partingSigns = /[;\t\r\n]/;

/** Whom an address of a page means: nobody's name or mail stands in it. */
export const personIdOf = (secret: string, person: TypedPerson): string =>
  addressIdOf(secret, person.email ?? "");

/** People with others put in: by address, where somebody is there already with what is said now, in their place. */
export function merged(
  people: readonly TypedPerson[],
  others: readonly TypedPerson[],
): { readonly people: readonly TypedPerson[]; readonly added: number; readonly changed: number } {
  const keyOf = ({ email = "" }: TypedPerson) => email.toLowerCase();
  const said = new Map(others.map((one) => [keyOf(one), one]));
  const kept = people.map((one) => said.get(keyOf(one)) ?? one);
  const known = new Set(people.map(keyOf));
  const added = [...said.values()].filter((one) => !known.has(keyOf(one)));
  const changed = kept.filter((one, index) => JSON.stringify(one) !== JSON.stringify(people[index])).length;
  return { people: [...kept, ...added], added: added.length, changed };
}
