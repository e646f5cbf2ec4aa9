import { longText } from "../../../workflows/kernel/field-kinds.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { loadCall, summaryOf } from "../../calls/calls.ts";
import { type ChangeableCall, changeableCall, changeCall } from "../../calls/change-call.ts";
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

/** A list of people of a call, for the coordinator who may change it. */
export interface ListVisit extends StaffVisit {
  readonly call: ChangeableCall;
  readonly list: PeopleList;
  readonly words: Messages;
  /** What the list is called. */
  readonly title: string;
  readonly callTitle: string;
}

/** A page about one list of people of a call that goes on. */
export const ofList = (work: (visit: ListVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const { house, request, view, at, member } = visit;
    const head = await loadCall(house, at("id"));
    const call = head && coordinates(head, member) ? await changeableCall(house, head) : undefined;
    const list = call && listsOf(call).find(({ name, mayChange }) => mayChange && name === at("list"));
    if (!call || !list) return refusalPage(request, notFound);
    const words = await wordsOfForm(call.callForm, view);
    const callTitle = summaryOf(call.head, house.clock.now()).title[view.language];
    return work({ ...visit, call, list, words, title: titleOf(list, words), callTitle });
  });

const titleOf = ({ name }: PeopleList, words: Messages): string => words.say(`callForm.${name}.label`);

/** Columns of a list are called in lines as one reads them in a row; by itself a name begins with a capital. */
export const labelOfColumn = (words: Messages, list: PeopleList, column: string): string => {
  const label = words.say(`callForm.${list.name}.${column}.label`);
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
};

/** Why the list changes; the call's record keeps it. */
export const reasonField = longText({ max: 1000 });

export interface ListChange {
  readonly people: readonly TypedPerson[];
  readonly reason: string;
  /** How many changes of the call there were when it was read. */
  readonly version: number;
}

export type ListChanged =
  | { readonly outcome: "changed" | "conflict" | "nothing" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** Changes a list as any change of a published call: by the rules of its form, with who, when and why. */
export const changeList = (
  { house, call, list, member }: ListVisit,
  { people, reason, version }: ListChange,
): Promise<ListChanged> =>
  changeCall(house, call, {
    typed: { [list.name]: linesOfPeople(people, list.columns) },
    reason,
    version,
    by: member,
  });

/** What is wrong with the list as a whole, in the sentences of its form. */
export const sentencesOf = (
  { call, words }: Pick<ListVisit, "call" | "words">,
  errors: readonly FieldError[],
  { ui }: View,
): string =>
  errors
    .map((error) => sentenceOf(error, { form: call.callForm.form, words, ui, values: call.stored, errors }))
    .join(" ");
