import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall } from "../calls/calls.ts";
import { amendGrants, wasAmended } from "../groups/amend.ts";
import type { Refused } from "../groups/arrange.ts";
import { outdatedIn } from "../groups/candidates.ts";
import { chosenCases, grantsForm } from "../groups/forms.ts";
import { mayArrange } from "../groups/groups.ts";
import { canBeAmended, type Member, membersAmong } from "../groups/members.ts";
import type { Head } from "../store/items.ts";
import { idOf } from "../store/keys.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { TickBox, wordsWith } from "../web/parts/groups.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { refusalIn, statusOf } from "./of-group.tsx";

interface GrantsVisit extends StaffVisit {
  readonly call: Head;
  /** Whose grant does not fit the tickets, and can be worked out anew now; then those whose cannot. */
  readonly open: readonly Member[];
  readonly fixed: readonly Member[];
}

/** Each of them is read; once these are worked out anew, the next ones are shown. */
const shownAtOnce = 25;

const ofGrants = (work: (visit: GrantsVisit) => Promise<Answer>) =>
  forStaff(async (visit) => {
    const call = await loadCall(visit.house, visit.at("id"));
    if (!call) return refusalPage(visit.request, notFound);
    const listed = (await outdatedIn(visit.house, call.callId)).slice(0, shownAtOnce);
    const outdated = (
      await membersAmong(
        visit.house,
        listed.map(({ ref }) => ref),
      )
    ).filter(({ isOutdated }) => isOutdated);
    const now = visit.house.clock.now();
    const open = outdated.filter((member) => canBeAmended(member, now));
    return work({ ...visit, call, open, fixed: outdated.filter((member) => !open.includes(member)) });
  });

/** The grants of a call that were worked out as if somebody else bought the tickets. */
export const showOutdated = ofGrants((visit) => draw(visit));

/** Has those that were ticked worked out anew. */
export const takeAmendment = ofGrants(async (visit) => {
  const { house, request, call, open, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(grantsForm, Object.keys(grantsForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const chosen = chosenCases(post.value.get("member") ?? []);
  const parsed = parseAnswer(grantsForm, typed.value);
  const isAgain =
    parsed.outcome === "valid" &&
    open.every(({ ref }) => !chosen.includes(ref)) &&
    (await wasAmended(house, call, member, chosen, parsed.value.values.reason));
  if (isAgain) return redirect(paths.groups(call.callId));
  if (open.length === 0) return draw(visit);
  if (parsed.outcome === "invalid") return draw(visit, { typed: typed.value, chosen, errors: parsed.errors });
  const members = open.filter(({ ref }) => chosen.includes(ref));
  const said = await amendGrants(house, call, member, members, parsed.value.values.reason);
  return said.outcome === "amended"
    ? redirect(paths.groups(call.callId))
    : draw(visit, { typed: typed.value, chosen, refused: said });
});

interface Said {
  readonly typed?: Typed;
  readonly chosen?: readonly string[];
  readonly errors?: readonly FieldError[];
  readonly refused?: Refused;
}

function draw(
  { view, call, open, fixed, member }: GrantsVisit,
  { typed = {}, chosen = open.map(({ ref }) => ref), errors = [], refused }: Said = {},
): Promise<Answer> {
  const { ui } = view;
  const asked = {
    form: grantsForm,
    ui,
    words: wordsWith(view, new Map()),

    values: typed,
    errors,
  };
  return page(view, {
    title: ui.say("grants.title"),
    back: paths.groups(call.callId),
    hasErrors: errors.length > 0 || refused !== undefined,
    status: refused ? statusOf(refused) : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {refused ? <Warning view={view} text={refusalIn(ui, refused)} /> : <ErrorSummary asked={asked} />}
        <h1 class="govuk-heading-l">{ui.say("grants.title")}</h1>
        <p class="govuk-body">{ui.say(open.length + fixed.length > 0 ? "grants.text" : "grants.none")}</p>
        {fixed.length > 0 ? (
          <p class="govuk-inset-text">
            {fixed.map(({ traveller }) => traveller.name).join(", ")}. {ui.say("grants.fixed")}
          </p>
        ) : null}
        {open.length > 0 && mayArrange(call, member) ? (
          <TypedForm action={paths.groupGrants(call.callId)}>
            <div class="govuk-form-group">
              <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                  {ui.say("grants.whose")}
                </legend>
                {open.map(({ ref, traveller }) => (
                  <TickBox key={ref} id={idOf(ref)} label={traveller.name} isTicked={chosen.includes(ref)} />
                ))}
              </fieldset>
            </div>
            <FieldInputs asked={asked} names={Object.keys(grantsForm.fields)} />
            <SubmitButton label={ui.say("grants.submit")} />
          </TypedForm>
        ) : null}
      </>
    ),
  });
}
