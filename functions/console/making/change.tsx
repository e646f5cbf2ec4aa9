import { callFields } from "../../../workflows/kernel/call-form.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { longText } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError, type Form, type Page } from "../../../workflows/kernel/form.ts";
import { parsePage } from "../../../workflows/kernel/parse.ts";
import { paths } from "../../addresses/paths.ts";
import { loadCall } from "../../calls/calls.ts";
import { type ChangeableCall, changeableCall, changeCall } from "../../calls/change-call.ts";
import { coordinates } from "../../calls/rights.ts";
import { listsOf } from "../../people/lists.ts";
import type { Asked } from "../../reading/asked.ts";
import type { Messages } from "../../reading/messages.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { withOptionsRead } from "../../web/options-in-lines.ts";
import { page } from "../../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../../web/parts/form.tsx";
import { LinkList } from "../../web/parts/links.tsx";
import { answerRows, SummaryList } from "../../web/parts/summary.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import { readPost } from "../../web/posts.ts";
import { notFound } from "../../web/refusal.ts";
import { type Typed, typedInto } from "../../web/typed.ts";
import type { View } from "../../web/view.ts";
import type { Work } from "../../web/visit.ts";
import { forStaff, type StaffVisit } from "../guard.ts";
import { namesIn } from "../parts/people-table.tsx";
import { seenVersion, versionIn } from "./draft-page.tsx";
import { inAlphabet, wordingsOfForm, wordsOfForm } from "./guard.ts";
import { chosenFor, knownPeople } from "./known-people.tsx";
import { type RolePart, roleParts } from "./role-part.ts";

/** All changes of a call together, in bytes: the table's items hold 400 KB. */
const longestRecord = 250_000;

interface ChangeVisit extends StaffVisit {
  readonly call: ChangeableCall;
  readonly id: string;
}

/** A page for the call's own coordinator, as long as the call goes on. */
const ofOwnCall = (work: (visit: ChangeVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const head = await loadCall(visit.house, visit.at("id"));
    const call =
      head && coordinates(head, visit.member) ? await changeableCall(visit.house, head) : undefined;
    return call ? work({ ...visit, call, id: visit.at("id") }) : refusalPage(visit.request, notFound);
  });

/** The parts of a published call of which something may change. */
export const listCallParts = ofOwnCall(async ({ view, call, id }) => {
  const { ui } = view;
  const words = await wordsOfForm(call.callForm, view);
  return page(view, {
    title: ui.say("callChange.title"),
    back: paths.consoleCall(id),
    body: (
      <>
        <span class="govuk-caption-l">{titleIn(call, view)}</span>
        <h1 class="govuk-heading-l">{ui.say("callChange.title")}</h1>
        <p class="govuk-body">{ui.say("callChange.lead")}</p>
        <h2 class="govuk-heading-m">{ui.say("callChange.parts")}</h2>
        <ul class="govuk-list">
          {partsOf(call).map((part) => (
            <li key={part.id}>
              <a class="govuk-link" href={paths.changeCallPage(id, part.id)}>
                {words.say(`${call.callForm.form.id}.page.${part.id}`)}
              </a>
            </li>
          ))}
        </ul>
        <LinkList links={[{ href: paths.peopleOfCall(id), label: ui.say("people.change") }]} />
      </>
    ),
  });
});

/** Who stands in which role and on which list is changed among the people of the call. */
function partsOf(call: ChangeableCall): readonly Page[] {
  const { form, changes } = call.callForm;
  const ofPeople = new Set([
    ...roleParts(call.callForm).flatMap(({ fields }) => fields),
    ...listsOf(call).map(({ name }) => name),
  ]);
  return form.pages
    .map((part) => ({
      ...part,
      fields: part.fields.filter((name) => Object.hasOwn(changes, name) && !ofPeople.has(name)),
    }))
    .filter(({ fields }) => fields.length > 0);
}

const titleIn = ({ stored }: ChangeableCall, { language }: View): string =>
  String(stored[callFields.title[language]]);

interface PartVisit extends ChangeVisit {
  readonly part: Page | RolePart;
}

const ofPart = (work: (visit: PartVisit) => Promise<Answer>): Work =>
  ofOwnCall(async (visit) => {
    const parts = [...partsOf(visit.call), ...roleParts(visit.call.callForm)];
    const part = parts.find(({ id }) => id === visit.at("page"));
    return part ? work({ ...visit, part }) : refusalPage(visit.request, notFound);
  });

/** Asks what of a part of a published call is to change; only what may change is asked. */
export const showCallChange = ofPart(async (visit) => {
  const chosen = "role" in visit.part ? await chosenFor(visit, visit.part) : undefined;
  return draw(visit, chosen ? { typed: chosen } : {});
});

/** Changes it, if the rules allow and nobody else changed it since it was read. */
export const takeCallChange = ofPart(async (visit) => {
  const { house, request, member, call, id, part } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const form = changeFormOf(call, part);
  const posted = typedInto(form, Object.keys(form.fields), post.value);
  if (posted.outcome === "refused") return refusalPage(request, posted.refusal);
  const read = await withOptionsRead(form, posted.value, () => wordingsOfForm(call.callForm));
  const { [reasonName]: reason = "", ...typed } = read;
  const size = Buffer.byteLength(JSON.stringify([call.head.changes, call.head.data, read]));
  if (size > longestRecord) return refusalPage(request, { status: 413, why: "tooLarge" });
  const version = versionIn(post.value);
  const said = { typed: read, version };
  // Room for another row: nothing is changed yet.
  if (post.value.has("more")) return draw(visit, said);
  const why = parsePage(reasonForm, reasonForm.id, { [reasonName]: reason });
  const errors = why.outcome === "invalid" ? why.errors : [];
  if (errors.length > 0) return draw(visit, { ...said, errors });
  const wish = { typed, reason: String(reason).trim(), version, by: member };
  const changed = await changeCall(house, call, wish);
  switch (changed.outcome) {
    case "changed":
      return redirect(backFrom(part, id));
    case "invalid":
      return draw(visit, { ...said, errors: changed.errors });
    case "nothing":
      return draw(visit, { ...said, isNothing: true });
    case "conflict": {
      const head = await loadCall(house, id);
      const latest = head && (await changeableCall(house, head));
      return latest
        ? draw({ ...visit, call: latest }, { typed: read, isConflict: true })
        : refusalPage(request, notFound);
    }
  }
});

/** Whoever changed who stands in a role came from the people of the call. */
const backFrom = (part: Page | RolePart, id: string): string =>
  "role" in part ? paths.peopleOfCall(id) : paths.consoleCall(id);

const reasonName = "reason";
const reasonForm = defineForm({
  id: "callChange",
  outcomes: ["changed"],
  fields: { [reasonName]: longText({ max: 1000 }) },
});

/** What of a part may change, and why. */
function changeFormOf({ callForm: { form } }: ChangeableCall, part: Page): Form {
  const fields = Object.entries(form.fields).filter(([name]) => part.fields.includes(name));
  return defineForm({
    id: form.id,
    outcomes: ["changed"],
    fields: { ...Object.fromEntries(fields), ...reasonForm.fields },
  });
}

interface Said {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly version?: number;
  readonly isNothing?: boolean;
  readonly isConflict?: boolean;
}

async function draw(visit: PartVisit, said: Said = {}): Promise<Answer> {
  const { view, call, id, part } = visit;
  const { ui, language } = view;
  const { typed = {}, errors = [], isNothing = false, isConflict = false } = said;
  const form = changeFormOf(call, part);
  const words = withReason(await wordsOfForm(call.callForm, view), ui.say("callChange.reason.label"));
  const values = { ...call.stored, ...typed };
  const role = "role" in part ? (await namesIn([call.head], view)).get(id)?.roleOf(part.role) : undefined;
  const asked: Asked = { form: inAlphabet(form, call.callForm, words, view), words, ui, values, errors };
  // A change may go against what cannot change: that is shown, so that the error leads somewhere.
  const whole = { ...asked, form: { ...form, fields: { ...call.callForm.form.fields, ...form.fields } } };
  const against = [...new Set(errors.map(({ field }) => field))].filter(
    (field) => !Object.hasOwn(form.fields, field) && Object.hasOwn(whole.form.fields, field),
  );
  const latest = call.head.changes?.at(-1);
  const warning = isNothing
    ? ui.say("callChange.nothing")
    : isConflict && latest
      ? ui.say("callChange.conflict", { name: latest.by.name, time: printTime(latest.at, language) })
      : undefined;
  const title = role ?? words.say(`${form.id}.page.${part.id}`);
  return page(view, {
    title,
    back: role === undefined ? paths.changeCall(id) : paths.peopleOfCall(id),
    hasErrors: errors.length > 0 || warning !== undefined,
    status: isConflict ? 409 : errors.length > 0 || isNothing ? 422 : 200,
    body: (
      <>
        {warning ? <Warning view={view} text={warning} /> : <ErrorSummary asked={whole} />}
        <span class="govuk-caption-l">{`${titleIn(call, view)}. ${ui.say("callChange.title")}`}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {against.map((field) => (
          <div id={field} tabIndex={-1} key={field}>
            <SummaryList rows={answerRows(whole, [field], values, { all: true })} />
          </div>
        ))}
        {"role" in part ? await knownPeople(visit, paths.changeCallPage(id, part.id)) : null}
        <TypedForm action={paths.changeCallPage(id, part.id)}>
          <button type="submit" hidden />
          <input type="hidden" name={seenVersion} value={said.version ?? call.head.changed ?? 0} />
          <FieldInputs asked={asked} names={part.fields} />
          <FieldInputs asked={asked} names={[reasonName]} />
          <SubmitButton label={ui.say("callChange.submit")} />
        </TypedForm>
      </>
    ),
  });
}

/** The words of the call's form, and the portal's own for the reason. */
const withReason = (words: Messages, label: string): Messages => ({
  ...words,
  say: (key, parameters) => (key.endsWith(`.${reasonName}.label`) ? label : words.say(key, parameters)),
});
