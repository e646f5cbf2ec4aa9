import { defineForm, type FieldError, type Form } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { partingSigns, personIdOf, type TypedPerson } from "../../people/lists.ts";
import type { Asked } from "../../reading/asked.ts";
import type { Messages } from "../../reading/messages.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { page } from "../../web/page.ts";
import { ErrorSummary, FieldInputs, TypedForm } from "../../web/parts/form.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import { readPost } from "../../web/posts.ts";
import { notFound } from "../../web/refusal.ts";
import { type Typed, typedInto } from "../../web/typed.ts";
import { seenVersion, versionIn } from "../making/draft-page.tsx";
import { ofDraftList } from "./drafted.ts";
import { type ListVisit, labelOfColumn, type OfList, ofList, reasonField, sentencesOf } from "./listed.ts";

/** The address of whoever is not on the list yet. */
export const newPerson = "new";

const placeOf = ({ house, list, at }: ListVisit): number =>
  list.people.findIndex((person) => personIdOf(house.config.linkSecret, person) === at("person"));

const isNew = ({ at }: ListVisit): boolean => at("person") === newPerson;

/** One person of a list: what is said of them, each in a field. */
async function show(visit: ListVisit): Promise<Answer> {
  const place = placeOf(visit);
  if (place < 0 && !isNew(visit)) return refusalPage(visit.request, notFound);
  return draw(visit, visit.list.people[place] ?? {}, {});
}

/** Adds a person, changes what is said of one, or takes one off the list, as the call's rules allow. */
async function take(visit: ListVisit): Promise<Answer> {
  const { request, list, places } = visit;
  const place = placeOf(visit);
  if (place < 0 && !isNew(visit)) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const form = formOf(visit);
  const read = typedInto(form, Object.keys(form.fields), post.value);
  if (read.outcome === "refused") return refusalPage(request, read.refusal);
  const typed = read.value;
  const isRemoval = post.value.get("do")?.[0] === "remove" && place >= 0;
  const parsed = parseAnswer(form, typed);
  const faults = parsed.outcome === "invalid" ? parsed.errors : [];
  // Whoever is taken off need not be right; why they are is said all the same.
  const errors = isRemoval
    ? faults.filter(({ field }) => field === reasonName)
    : [...faults, ...parting(list.columns, typed)];
  if (errors.length > 0) return draw(visit, typed, { errors });
  const person: TypedPerson = Object.fromEntries(
    Object.keys(list.columns).map((column) => [column, String(typed[column] ?? "").trim()]),
  );
  const people = isRemoval
    ? list.people.filter((_, index) => index !== place)
    : isNew(visit)
      ? [...list.people, person]
      : list.people.map((one, index) => (index === place ? person : one));
  const version = versionIn(post.value);
  const changed = await visit.change({ people, reason: String(typed.reason ?? "").trim(), version });
  switch (changed.outcome) {
    case "changed":
      return redirect(places.list);
    case "nothing":
      return draw(visit, typed, { warning: visit.view.ui.say("callChange.nothing") });
    case "conflict":
      return draw(visit, typed, { warning: visit.view.ui.say("listed.conflict"), isConflict: true });
    case "invalid": {
      const row = (isNew(visit) ? people.length : place + 1) || people.length;
      const own = changed.errors.flatMap(({ field, at: where, ...rest }): FieldError[] =>
        field === list.name && where?.row === row && where.column !== undefined
          ? [{ ...rest, field: where.column }]
          : [],
      );
      return own.length > 0 && !isRemoval
        ? draw(visit, typed, { errors: own })
        : draw(visit, typed, { warning: sentencesOf(visit, changed.errors, visit.view) });
    }
  }
}

const pagesIn = (of: OfList) => ({ show: of(show), take: of(take) });

export const { show: showPerson, take: takePerson } = pagesIn(ofList);
export const { show: showDraftedPerson, take: takeDraftedPerson } = pagesIn(ofDraftList);

/** What would end a part of a line in the list. */
const parting = (columns: ListVisit["list"]["columns"], typed: Typed): readonly FieldError[] =>
  Object.keys(columns)
    .filter((column) => partingSigns.test(String(typed[column] ?? "")))
    .map((field) => ({ field, problem: "wrongType" }));

const reasonName = "reason";

const formOf = ({ list, asksReason }: Pick<ListVisit, "list" | "asksReason">): Form =>
  defineForm({
    id: `callForm.${list.name}`,
    outcomes: ["changed"],
    fields: { ...list.columns, ...(asksReason ? { [reasonName]: reasonField } : {}) },
  });

interface Said {
  readonly errors?: readonly FieldError[];
  readonly warning?: string;
  readonly isConflict?: boolean;
}

function draw(
  visit: ListVisit,
  values: Typed | TypedPerson,
  { errors = [], warning, isConflict = false }: Said,
) {
  const { view, at, title, callTitle, places, version, asksReason } = visit;
  const { ui } = view;
  const form = formOf(visit);
  const words = wordsHere(visit);
  const asked: Asked = { form, words, ui, values, errors };
  const heading = ui.say(isNew(visit) ? "listed.add" : "listed.change");
  return page(view, {
    title: `${title}. ${heading}`,
    back: asksReason ? places.page : places.list,
    hasErrors: errors.length > 0 || warning !== undefined,
    status: isConflict ? 409 : errors.length > 0 || warning !== undefined ? 422 : 200,
    body: (
      <>
        {warning === undefined ? <ErrorSummary asked={asked} /> : <Warning view={view} text={warning} />}
        <span class="govuk-caption-l">{`${callTitle}. ${title}`}</span>
        <h1 class="govuk-heading-l">{heading}</h1>
        <TypedForm action={places.person(at("person"))}>
          <button type="submit" hidden />
          <input type="hidden" name={seenVersion} value={version} />
          <FieldInputs asked={asked} names={Object.keys(form.fields)} />
          <div class="govuk-button-group">
            <button type="submit" name="do" value="keep" class="govuk-button" data-module="govuk-button">
              {ui.say("listed.keep")}
            </button>
            {isNew(visit) ? null : (
              <button type="submit" name="do" value="remove" class="govuk-button govuk-button--warning">
                {ui.say("listed.remove")}
              </button>
            )}
          </div>
        </TypedForm>
      </>
    ),
  });
}

/** The words of the call's form, with the list's columns as names of fields. */
function wordsHere({ words, list, view }: ListVisit): Messages {
  const labels = new Map<string, string>([
    ...Object.keys(list.columns).map(
      (column) => [`callForm.${list.name}.${column}.label`, labelOfColumn(words, list, column)] as const,
    ),
    [`callForm.${list.name}.reason.label`, view.ui.say("callChange.reason.label")] as const,
  ]);
  return { ...words, say: (key, parameters) => labels.get(key) ?? words.say(key, parameters) };
}
