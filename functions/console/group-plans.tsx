import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { dissolve, type Refused } from "../groups/arrange.ts";
import { groupForm } from "../groups/forms.ts";
import { leaderOf } from "../groups/members.ts";
import { describeGroup } from "../groups/plan.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, PostForm, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { askedOfGroup, GroupSummary } from "../web/parts/groups.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import {
  type GroupVisit,
  ofAnyGroup,
  ofGroup,
  pathOf,
  placeOfGroup,
  refusalIn,
  seenAnew,
  statusOf,
  versionIn,
} from "./of-group.tsx";

/** Asks what a group is called, who leads it and buys the tickets, and where it meets. */
export const showGroupForm = ofGroup((visit) => drawForm(visit));

/** Takes the answers, if nobody else changed the group since it was read. */
export const takeGroupForm = ofGroup(async (visit) => {
  const { house, request, view, call, group, members, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(groupForm, Object.keys(groupForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const version = versionIn(post.value);
  const parsed = parseAnswer(askedOfGroup(view, members).form, typed.value);
  if (parsed.outcome === "invalid") {
    return drawForm(visit, { typed: typed.value, errors: parsed.errors, version });
  }
  const { leader, name, tickets, meeting } = parsed.value.values;
  const details = { name, tickets, meeting, leader: refOfCase(leader), version };
  const said = await describeGroup(house, call, group, member, details);
  if (said.outcome === "described") return redirect(pathOf(visit));
  return drawForm(await seenAnew(visit), { typed: typed.value, refused: said });
});

interface Said {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly refused?: Refused;
  /** The version that was read before; another one means that the group is shown anew. */
  readonly version?: number;
}

/** What was typed stays, below what holds by now, so that nothing is lost when somebody else was faster. */
function drawForm(
  visit: GroupVisit,
  { typed, errors = [], refused, version = visit.group.version }: Said = {},
): Promise<Answer> {
  const { view, group, members } = visit;
  const { ui } = view;
  const leader = leaderOf(group, members);
  const { name, tickets, meeting = "" } = group;
  const stored = { name, tickets, meeting, leader: leader ? idOf(leader.ref) : "" };
  const asked = { ...askedOfGroup(view, members), values: typed ?? stored, errors };
  return page(view, {
    title: ui.say("groups.edit"),
    back: pathOf(visit),
    hasErrors: errors.length > 0 || refused !== undefined,
    status: refused ? statusOf(refused) : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {refused ? <Warning view={view} text={refusalIn(ui, refused)} /> : <ErrorSummary asked={asked} />}
        <span class="govuk-caption-l">{group.name}</span>
        <h1 class="govuk-heading-l">{ui.say("groups.edit")}</h1>
        {refused ? (
          <>
            <h2 class="govuk-heading-m">{ui.say("groups.holdsNow")}</h2>
            <GroupSummary group={group} leader={leader} view={view} />
            <h2 class="govuk-heading-m">{ui.say("groups.typed")}</h2>
          </>
        ) : null}
        <TypedForm action={paths.editGroup(...placeOfGroup(visit))}>
          <input type="hidden" name="version" value={version} />
          <FieldInputs asked={asked} names={Object.keys(groupForm.fields)} />
          <SubmitButton label={ui.say("group.submit")} />
        </TypedForm>
      </>
    ),
  });
}

/** Asks whether the group shall really be no more; nothing is done before the answer. */
export const askToDissolve = ofGroup((visit) => drawDissolution(visit));

/** Ends the group, once. */
export const takeDissolution = ofAnyGroup(async (visit) => {
  const { house, call, group, member } = visit;
  const said = await dissolve(house, call, group, member);
  return said.outcome === "dissolved"
    ? redirect(paths.groups(call.callId))
    : drawDissolution(await seenAnew(visit), said);
});

function drawDissolution(visit: GroupVisit, refused?: Refused): Promise<Answer> {
  const { view, group } = visit;
  const { ui } = view;
  return page(view, {
    title: ui.say("groups.dissolve"),
    back: pathOf(visit),
    hasErrors: refused !== undefined,
    status: refused ? statusOf(refused) : 200,
    body: (
      <>
        {refused ? <Warning view={view} text={refusalIn(ui, refused)} /> : null}
        <span class="govuk-caption-l">{group.name}</span>
        <h1 class="govuk-heading-l">{ui.say("groups.dissolve")}</h1>
        <p class="govuk-body">{ui.say("groups.dissolve.text")}</p>
        <PostForm action={paths.dissolveGroup(...placeOfGroup(visit))}>
          <div class="govuk-button-group">
            <SubmitButton label={ui.say("groups.dissolve")} warning />
            <a class="govuk-link" href={pathOf(visit)}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </PostForm>
      </>
    ),
  });
}
