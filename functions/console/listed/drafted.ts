import { rows } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { paths } from "../../addresses/paths.ts";
import { type CallDraft, saveCallDraftPage } from "../../calls/call-drafts.ts";
import { linesOfPeople, listsOf, type PeopleList, type TypedPerson } from "../../people/lists.ts";
import { redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { notFound } from "../../web/refusal.ts";
import { ofCallDraft } from "../making/guard.ts";
import { titleOf as titleOfDraft } from "../making/new-call.tsx";
import { type ListVisit, type OfList, titleOf } from "./listed.ts";

/** A page about one list of people of a call that is being made: it is kept with its part of the call, whole or not. */
export const ofDraftList: OfList = (work) =>
  ofCallDraft(async (visit) => {
    const { house, request, view, at, member, draft, words } = visit;
    const { callForm, values: stored } = draft;
    const list = listsOf({ callForm, stored }).find(({ name }) => name === at("list"));
    const part = list && callForm.form.pages.find(({ fields }) => fields.includes(list.name));
    if (!list || !part) return refusalPage(request, notFound);
    if (draft.publishedAs !== undefined) return redirect(paths.callDraft(draft.id));
    const page = paths.callDraftPage(draft.id, part.id);
    const place = { draft, list, part: part.id };
    const change: ListVisit["change"] = async ({ people, version }) => {
      const errors = newFaults(place, people);
      if (errors.length > 0) return { outcome: "invalid", errors };
      const values = valuesWith(place, people);
      const kept = await saveCallDraftPage(house, draft, part.id, { values, version, by: member });
      return { outcome: kept === "saved" ? "changed" : "conflict" };
    };
    return work({
      ...visit,
      callForm,
      stored,
      list,
      words,
      title: titleOf(list, words),
      callTitle: titleOfDraft(draft, view),
      version: draft.pages[part.id]?.version ?? 0,
      asksReason: false,
      places: {
        page,
        list: paths.draftedPeople(draft.id, list.name),
        person: (person) => paths.draftedPerson(draft.id, list.name, person),
        import: paths.importDrafted(draft.id, list.name),
      },
      faultsOf: async (people) => newFaults(place, people),
      change,
    });
  });

interface Place {
  readonly draft: CallDraft;
  readonly list: PeopleList;
  /** The page of the call's form on which the list is. */
  readonly part: string;
}

/** What the page holds, with these people in the list. */
function valuesWith({ draft, list, part }: Place, people: readonly TypedPerson[]) {
  const fields = draft.callForm.form.pages.find(({ id }) => id === part)?.fields ?? [];
  const own = Object.entries(draft.values).filter(([name]) => fields.includes(name));
  return { ...Object.fromEntries(own), [list.name]: linesOfPeople(people, list.columns) };
}

/**
 * What is wrong with single people. That there are too few yet is said by the page of the call; nor is anybody held up by a line that
 * was wrong before.
 */
function newFaults(place: Place, people: readonly TypedPerson[]): readonly FieldError[] {
  const [before, after] = [place.list.people, people].map((some) => faultsOfRows(place, some));
  return after && after.length > (before?.length ?? 0) ? after : [];
}

/** By the columns of the list alone, however many are on it. */
function faultsOfRows({ draft, list }: Place, people: readonly TypedPerson[]): readonly FieldError[] {
  const { form } = draft.callForm;
  const { name, columns, max } = list;
  const once = form.fields[name]?.once;
  const some = rows({ columns, max, written: "lines", optional: true, ...(once ? { once } : {}) });
  const alone = defineForm({ id: form.id, outcomes: ["kept"], fields: { [name]: some } });
  const parsed = parseAnswer(alone, { [name]: linesOfPeople(people, columns) });
  return parsed.outcome === "valid" ? [] : parsed.errors;
}
