import type { FieldError } from "../../workflows/kernel/form.ts";
import { formWith } from "../../workflows/kernel/given.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { keyFromPath } from "../addresses/address.ts";
import { placeOf } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { mayReassign, reassign, reassignment, receiversOf, wasGivenBy } from "../cases/people/reassign.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { addressIdOf } from "../links.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { asMessages } from "../reading/ui.ts";
import type { Task } from "../store/items.ts";
import { refOfCall, refOfCase } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { drawTooLate } from "../web/parts/saying.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

interface Given {
  readonly loaded: LoadedCase;
  readonly task: Task;
}

async function given({ house, at }: StaffVisit): Promise<Given | undefined> {
  const kind = at("kind");
  if (kind !== "case" && kind !== "call") return undefined;
  const loaded = await loadCase(house, kind === "case" ? refOfCase(at("id")) : refOfCall(at("id")));
  const task = loaded?.tasks.find(({ sk }) => sk === `task#${keyFromPath(at("key"))}`);
  return loaded && task ? { loaded, task } : undefined;
}

/** Asks to whom the task shall go, and why. */
export const showReassignment = forStaff(async (visit) => {
  const found = await given(visit);
  if (!found) return refusalPage(visit.request, notFound);
  if (!mayReassign(found.loaded, found.task, visit.member)) return drawTooLate(visit.view, paths.console());
  return draw(visit, found);
});

/** Gives the task to a colleague, once; both names and the reason stay with it. */
export const takeReassignment = forStaff(async (visit) => {
  const { house, request, view, member } = visit;
  const found = await given(visit);
  if (!found) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(reassignment, Object.keys(reassignment.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const isChosen = (email: string) => addressIdOf(house.config.linkSecret, email) === typed.value.person;
  if (wasGivenBy(found.task, member, isChosen, typed.value.reason)) return redirect(paths.console());
  if (!mayReassign(found.loaded, found.task, member)) return drawTooLate(view, paths.console());
  const colleagues = colleaguesFor(visit, found);
  if (colleagues.length === 0) return draw(visit, found);
  const parsed = parseAnswer(amongStaff(visit, colleagues), typed.value);
  if (parsed.outcome === "invalid") return draw(visit, found, typed.value, parsed.errors);
  const { person, reason } = parsed.value.values;
  const to = colleagues.find(({ email }) => addressIdOf(house.config.linkSecret, email) === person);
  const outcome = to ? await reassign(house, found.task, to, { reason, by: member }) : "late";
  return outcome === "given" ? redirect(paths.console()) : drawTooLate(view, paths.console());
});

const colleaguesFor = ({ member }: StaffVisit, { loaded, task }: Given) =>
  receiversOf(loaded, task, member).toSorted((a, b) => a.name.localeCompare(b.name, "lt"));

const amongStaff = ({ house }: StaffVisit, staff: readonly StaffMember[]) =>
  formWith(reassignment, {
    lists: {
      staff: staff.map(({ name, email }) => ({
        value: addressIdOf(house.config.linkSecret, email),
        label: name,
      })),
    },
  });

async function draw(visit: StaffVisit, found: Given, values: Typed = {}, errors: readonly FieldError[] = []) {
  const { view } = visit;
  const { ui, language } = view;
  const { loaded, task } = found;
  const words = await caseWords(loaded, language);
  const colleagues = colleaguesFor(visit, found);
  const form = amongStaff(visit, colleagues);
  const asked: Asked = { form, words: asMessages(ui), ui, values, errors };
  return page(view, {
    title: ui.say("reassignment.title"),
    back: paths.console(),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("reassignment.title")}</h1>
        <p class="govuk-body-l">
          {words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task))}
        </p>
        <p class="govuk-body">{ui.say("reassignment.text", { name: task.assignee?.name ?? "–" })}</p>
        {colleagues.length === 0 ? (
          <p class="govuk-inset-text">{ui.say("reassignment.nobody")}</p>
        ) : (
          <TypedForm action={paths.reassign(...placeOf(task))}>
            <WholeForm asked={asked} />
            <SubmitButton label={ui.say("reassignment.submit")} />
          </TypedForm>
        )}
      </>
    ),
  });
}
