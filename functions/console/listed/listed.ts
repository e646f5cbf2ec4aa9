import type { CallForm } from "../../../workflows/kernel/call-form.ts";
import { longText } from "../../../workflows/kernel/field-kinds.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { paths } from "../../addresses/paths.ts";
import { loadCall, summaryOf } from "../../calls/calls.ts";
import { changeableCall, changeCall, weighCallChange } from "../../calls/change-call.ts";
import { coordinates } from "../../calls/rights.ts";
import { linesOfPeople, listsOf, type PeopleList, type TypedPerson } from "../../people/lists.ts";
import type { Messages } from "../../reading/messages.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import type { Answer } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { notFound } from "../../web/refusal.ts";
import type { View } from "../../web/view.ts";
import type { Work } from "../../web/visit.ts";
import { forStaff, type StaffVisit } from "../guard.ts";
import { wordsOfForm } from "../making/guard.ts";

/** A list of people of a call that goes on, or of one that is being made, for whoever may change it. */
export interface ListVisit extends StaffVisit {
  readonly callForm: CallForm;
  /** The call as its form holds it. */
  readonly stored: Readonly<Record<string, unknown>>;
  readonly list: PeopleList;
  readonly words: Messages;
  /** What the list is called. */
  readonly title: string;
  readonly callTitle: string;
  /** How many changes there were when it was read. */
  readonly version: number;
  /** Is it kept why the list changes? While a call is made, nobody is told. */
  readonly asksReason: boolean;
  /** The addresses of its pages. */
  readonly places: ListPlaces;
  /** What would be wrong with the list if these stood in it. */
  readonly faultsOf: (people: readonly TypedPerson[]) => Promise<readonly FieldError[]>;
  readonly change: (change: ListChange) => Promise<ListChanged>;
}

interface ListPlaces {
  /** The page on which the list is, and the list on it. */
  readonly page: string;
  readonly list: string;
  readonly person: (person: string) => string;
  readonly import: string;
}

/** Opens a list to a page about it. */
export type OfList = (work: (visit: ListVisit) => Promise<Answer>) => Work;

/** A page about one list of people of a call that goes on: any change is one of the call, by its rules, with who, when and why. */
export const ofList: OfList = (work) =>
  forStaff(async (visit) => {
    const { house, request, view, at, member } = visit;
    const head = await loadCall(house, at("id"));
    const call = head && coordinates(head, member) ? await changeableCall(house, head) : undefined;
    const list = call && listsOf(call).find(({ name, mayChange }) => mayChange && name === at("list"));
    if (!call || !list) return refusalPage(request, notFound);
    const words = await wordsOfForm(call.callForm, view);
    const page = paths.peopleOfCall(at("id"));
    const typed = (people: readonly TypedPerson[]) => ({ [list.name]: linesOfPeople(people, list.columns) });
    return work({
      ...visit,
      callForm: call.callForm,
      stored: call.stored,
      list,
      words,
      title: titleOf(list, words),
      callTitle: summaryOf(call.head, house.clock.now()).title[view.language],
      version: call.head.changed ?? 0,
      asksReason: true,
      places: {
        page,
        list: `${page}#${list.name}`,
        person: (person) => paths.listedPerson(at("id"), list.name, person),
        import: paths.importPeople(at("id"), list.name),
      },
      faultsOf: async (people) => {
        const weighed = await weighCallChange(house, call, typed(people));
        return weighed.outcome === "invalid" ? weighed.errors : [];
      },
      change: ({ people, reason, version }) =>
        changeCall(house, call, { typed: typed(people), reason, version, by: member }),
    });
  });

export const titleOf = ({ name }: PeopleList, words: Messages): string => words.say(`callForm.${name}.label`);

/** Columns of a list are called in lines as one reads them in a row; by itself a name begins with a capital. */
export const labelOfColumn = (words: Messages, list: PeopleList, column: string): string => {
  const label = words.say(`callForm.${list.name}.${column}.label`);
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
};

/** Why the list changes; the call's record keeps it. */
export const reasonField = longText({ max: 1000 });

interface ListChange {
  readonly people: readonly TypedPerson[];
  readonly reason: string;
  /** How many changes there were when it was read. */
  readonly version: number;
}

export type ListChanged =
  | { readonly outcome: "changed" | "conflict" | "nothing" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** What is wrong with the list as a whole, in the sentences of its form. */
export const sentencesOf = (
  { callForm, words, stored }: Pick<ListVisit, "callForm" | "words" | "stored">,
  errors: readonly FieldError[],
  { ui }: View,
): string =>
  errors
    .map((error) => sentenceOf(error, { form: callForm.form, words, ui, values: stored, errors }))
    .join(" ");
