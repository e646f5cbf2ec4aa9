import { Temporal } from "temporal-polyfill";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { callFields } from "../../../workflows/kernel/call-form.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Listed } from "../../../workflows/kernel/field.ts";
import { choice } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../../../workflows/kernel/form.ts";
import { formWith } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { paths } from "../../addresses/paths.ts";
import { type CallDraft, callFormOf, listCallDrafts, startCallDraft } from "../../calls/call-drafts.ts";
import { listCalls, loadCall, summaryOf } from "../../calls/calls.ts";
import { dataWithSchools } from "../../calls/schools.ts";
import { processName } from "../../reading/process-name.ts";
import { asMessages, uiIn } from "../../reading/ui.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { page } from "../../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../../web/parts/form.tsx";
import { readPost } from "../../web/posts.ts";
import { type Typed, typedInto } from "../../web/typed.ts";
import type { View } from "../../web/view.ts";
import type { StaffVisit } from "../guard.ts";
import { forMakers } from "./guard.ts";

const newCall = defineForm({
  id: "newCall",
  outcomes: ["begun"],
  fields: { source: choice({ options: { from: "sources" } }) },
});

/** Asks what a new call begins from, and lists those that are being made. */
export const showNewCall = forMakers((visit) => draw(visit));

/** Begins a call from the template of a process, or from another call. */
export const beginCall = forMakers(async (visit) => {
  const { house, request, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(newCall, ["source"], post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const parsed = parseAnswer(await formOf(visit), typed.value);
  if (parsed.outcome === "invalid") return draw(visit, typed.value, parsed.errors);
  const begun = await sourceAt(visit, parsed.value.values.source);
  const id = await startCallDraft(house, { ...begun, by: member });
  return redirect(paths.callDraft(id));
});

/** The templates, then the calls that can be copied, the latest first. */
async function formOf({ house }: Pick<StaffVisit, "house">) {
  const [lt, en] = await Promise.all([uiIn("lt"), uiIn("en")]);
  const made = (await everyProcess()).filter(({ call }) => call?.form !== undefined);
  const templates = await Promise.all(
    made.map(
      async ({ id }): Promise<Listed> => ({
        value: `template:${id}`,
        label: {
          lt: lt.say("newCall.template", { name: await processName(id, "lt") }),
          en: en.say("newCall.template", { name: await processName(id, "en") }),
        },
      }),
    ),
  );
  const calls = (await listCalls(house))
    .filter(({ process }) => made.some(({ id }) => id === process))
    .toSorted((a, b) => (a.opensAt < b.opensAt ? 1 : -1));
  const copies = calls.map(
    ({ id, title }): Listed => ({
      value: `call:${id}`,
      label: {
        lt: lt.say("newCall.copy", { title: title.lt }),
        en: en.say("newCall.copy", { title: title.en }),
      },
    }),
  );
  return formWith(newCall, { lists: { sources: [...templates, ...copies] } });
}

/** A copy has the dates of a new call and an address of its own; all else is as it was. */
async function sourceAt({ house, member }: StaffVisit, source: string) {
  const today = localDay(Temporal.Instant.from(house.clock.now())).toString();
  const [kind, name = ""] = source.split(/:(.*)/s);
  const head = kind === "call" ? await loadCall(house, name) : undefined;
  const process = head ? summaryOf(head, house.clock.now()).process : name;
  const callForm = await callFormOf(process);
  if (!callForm) throw new Error(`${process}: nobody makes calls of it`);
  const template = callForm.template(member, today);
  if (!head) return { process, values: template };
  const dated = Object.fromEntries(Object.entries(template).filter(([field]) => isDated(callForm, field)));
  const stored = callForm.typedOf(name, await dataWithSchools(house.table, head));
  return { process, values: { ...stored, ...dated, callId: template.callId } };
}

const isDated = ({ form }: CallDraft["callForm"], field: string): boolean =>
  ["date", "time"].includes(form.fields[field]?.kind ?? "");

async function draw(
  visit: StaffVisit,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { view, house } = visit;
  const { ui } = view;
  const asked = { form: await formOf(visit), words: asMessages(ui), ui, values: typed, errors };
  const drafts = await Promise.all(
    (await listCallDrafts(house, visit.member.email)).map(async (draft) => ({
      ...draft,
      processName: await processName(draft.process, view.language),
    })),
  );
  return page(view, {
    title: ui.say("newCall.title"),
    back: paths.console(),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{ui.say("newCall.title")}</h1>
        <TypedForm action={paths.newCall()}>
          <FieldInputs asked={asked} names={["source"]} />
          <SubmitButton label={ui.say("newCall.submit")} />
        </TypedForm>
        <h2 class="govuk-heading-m">{ui.say("newCall.drafts")}</h2>
        {drafts.length === 0 ? <p class="govuk-body">{ui.say("newCall.drafts.none")}</p> : null}
        <ul class="kelias-calls kelias-calls--told">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <a class="govuk-link govuk-!-font-weight-bold" href={paths.callDraft(draft.id)}>
                {titleOf(draft, view)}
              </a>
              <span class="kelias-calls__when">
                {draft.processName} ·{" "}
                {ui.say("newCall.draft", {
                  name: draft.createdBy,
                  time: printTime(draft.createdAt, view.language),
                })}
              </span>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

/** What a call that is being made is called so far. */
export function titleOf({ values }: Pick<CallDraft, "values">, { ui, language }: View): string {
  const { lt, en } = callFields.title;
  const said = [callFields.title[language], lt, en].map((field) => values[field]).find(Boolean);
  return said === undefined ? ui.say("newCall.untitled") : String(said);
}
