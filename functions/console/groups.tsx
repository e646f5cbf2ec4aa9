import type { FieldError } from "../../workflows/kernel/form.ts";
import { formWith } from "../../workflows/kernel/given.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { madeSo, makeGroup, type Refused } from "../groups/arrange.ts";
import {
  type Candidate,
  candidatesAmong,
  candidatesIn,
  leadersAmong,
  outdatedIn,
} from "../groups/candidates.ts";
import { destinationsIn } from "../groups/destinations.ts";
import { chosenCases, groupForm } from "../groups/forms.ts";
import { largestGroup, mayArrange, pageOfGroups } from "../groups/groups.ts";
import { readFigures } from "../lines/figures.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Group } from "../store/group-item.ts";
import type { Head } from "../store/items.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { askedOfGroup, OutdatedGrants, TravellerTable } from "../web/parts/groups.tsx";
import { Late } from "../web/parts/signs.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { refusalIn, statusOf } from "./of-group.tsx";
import { Pages } from "./parts/pages.tsx";

/** The groups of a call, and where people with a place are still in none. */
export const showGroups = forStaff(async ({ house, request, view, member, at }) => {
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const { ui } = view;
  const after = request.query.get("after") ?? undefined;
  const { groups, next, isLater } = await pageOfGroups(house, call, after);
  const { figures } = await readFigures(house, call.callId);
  const leaders = await leadersAmong(house, call.callId, groups);
  const outdated = figures.outdated > 0 ? await outdatedIn(house, call.callId) : [];
  const told = await destinationsIn(summaryOf(call, house.clock.now()).process, view);
  const here = paths.groups(call.callId);
  return page(view, {
    title: ui.say("groups.title"),
    back: paths.consoleCall(call.callId),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("groups.title")}</h1>
        {groups.length === 0 ? (
          <p class="govuk-body">{ui.say("groups.none")}</p>
        ) : (
          <GroupTable groups={groups} leaders={leaders} counts={figures.groups} told={told} view={view} />
        )}
        <Pages
          first={isLater ? here : undefined}
          next={next === undefined ? undefined : `${here}?${new URLSearchParams({ after: next })}`}
          ui={ui}
        />
        <OutdatedGrants
          callId={call.callId}
          members={outdated.map(({ name }) => ({ traveller: { name } }))}
          more={figures.outdated - outdated.length}
          view={view}
        />
        <h2 class="govuk-heading-m">{ui.say("groups.alone")}</h2>
        {figures.alone.length === 0 ? <p class="govuk-body">{ui.say("groups.alone.none")}</p> : null}
        {figures.alone.map(({ key: country, count }) => (
          <p class="govuk-body" key={country}>
            {told(country)}: {ui.say("groups.people", { count })}.{" "}
            {mayArrange(call, member) ? (
              <a class="govuk-link" href={paths.newGroup(call.callId, country)}>
                {ui.say("groups.make")}
                <span class="govuk-visually-hidden"> ({told(country)})</span>
              </a>
            ) : null}
          </p>
        ))}
      </>
    ),
  });
});

const GroupTable = ({
  groups,
  leaders,
  counts,
  told,
  view: { ui },
}: {
  readonly groups: readonly Group[];
  /** The names of those who lead, by the number of the group. */
  readonly leaders: ReadonlyMap<number, string>;
  readonly counts: Figures["groups"];
  readonly told: (destination: string) => string;
  readonly view: View;
}) => (
  <DataTable
    caption={ui.say("groups.list")}
    captionSize="hidden"
    columns={[
      ...columnsIn(ui, "groups.group", "groups.destination", "group.leader.label", "groups.tickets"),
      { label: ui.say("groups.members"), isNumeric: true },
    ]}
  >
    <Rows>
      {groups.map((group) => {
        const members = counts.find(({ key }) => key === String(group.number))?.count ?? 0;
        return (
          <tr class="govuk-table__row" key={group.number}>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={paths.group(group.callId, group.number)}>
                {group.name}
              </a>
            </td>
            <td class="govuk-table__cell">{told(group.country)}</td>
            <td class="govuk-table__cell">
              {leaders.get(group.number) ?? <Late>{ui.say("groups.noLeader")}</Late>}
            </td>
            <td class="govuk-table__cell">{ui.say(`group.tickets.${group.tickets}`)}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{members}</td>
          </tr>
        );
      })}
    </Rows>
  </DataTable>
);

interface NewVisit extends StaffVisit {
  readonly call: Head;
  readonly country: string;
  /** Who could come into the group: those of a page, and where the next one begins. */
  readonly travellers: readonly Candidate[];
  readonly next?: string;
}

const ofNewGroup = (work: (visit: NewVisit) => Promise<Answer>) =>
  forStaff(async (visit) => {
    const call = await loadCall(visit.house, visit.at("id"));
    if (!call) return refusalPage(visit.request, notFound);
    const country = visit.at("country");
    const after = visit.request.query.get("after") ?? undefined;
    const { candidates, next } = await candidatesIn(visit.house, call.callId, country, after);
    return work({ ...visit, call, country, travellers: candidates, ...(next === undefined ? {} : { next }) });
  });

/** Asks what the new group is called, who leads it, who belongs to it and who buys the tickets. */
export const showNewGroup = ofNewGroup((visit) => drawNew(visit));

/** Makes the group, once: whoever is in it by then is in no other. */
export const takeNewGroup = ofNewGroup(async (visit) => {
  const { house, request, call, country, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(groupForm, Object.keys(groupForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const chosen = chosenCases(post.value.get("member") ?? []);
  const again = await madeBefore(visit, typed.value, chosen);
  if (again !== undefined) return redirect(paths.group(call.callId, again));
  const shownBefore = new Set(visit.travellers.map(({ ref }) => ref));
  const others = [...new Set([...chosen, ...leadersIn(typed.value)])].filter((ref) => !shownBefore.has(ref));
  const travellers = [
    ...visit.travellers,
    ...(await candidatesAmong(house, call.callId, country, others.slice(0, largestGroup + 1))),
  ];
  const { form } = askedOfGroup(visit.view, travellers);
  const parsed = parseAnswer(form, typed.value);
  const shown = { typed: typed.value, chosen };
  if (parsed.outcome === "invalid") {
    const { leader } = typed.value;
    const isLeaderGone = leader !== "" && !travellers.some(({ ref }) => idOf(ref) === leader);
    return isLeaderGone
      ? drawNew(visit, { ...shown, refused: { outcome: "taken", names: [] } })
      : drawNew(visit, { ...shown, errors: parsed.errors });
  }
  const { name, tickets, meeting, leader: id } = parsed.value.values;
  const leader = refOfCase(id);
  if (chosen.length > 0 && !chosen.includes(leader)) {
    return drawNew(visit, { ...shown, errors: [{ field: "leader", problem: "notMember" }] });
  }
  const wanted = { name, country, tickets, meeting, leader, members: chosen };
  const made = await makeGroup(house, call, member, wanted);
  return made.outcome === "made"
    ? redirect(paths.group(call.callId, made.number))
    : drawNew(visit, { ...shown, refused: made });
});

/** The group that this very form has made, whose answer was lost: its members are no longer among those who could be chosen. */
async function madeBefore(
  { house, call, country, member }: NewVisit,
  typed: Typed,
  chosen: readonly string[],
): Promise<number | undefined> {
  const parsed = parseAnswer(formWith(groupForm, { lists: { travellers: chosen.map(idOf) } }), typed);
  if (parsed.outcome === "invalid") return undefined;
  const { name, tickets, meeting, leader } = parsed.value.values;
  const wanted = { name, country, tickets, meeting, leader: refOfCase(leader), members: chosen };
  return madeSo(house, call, member, wanted);
}

/** Whoever was chosen to lead, where somebody was. */
const leadersIn = ({ leader }: Typed): readonly string[] =>
  typeof leader === "string" && leader !== "" ? [refOfCase(leader)] : [];

async function drawNew(
  { call, country, travellers, next, house, view, member, request }: NewVisit,
  {
    typed = {},
    chosen = [],
    errors = [],
    refused,
  }: {
    readonly typed?: Typed;
    readonly chosen?: readonly string[];
    readonly errors?: readonly FieldError[];
    readonly refused?: Refused;
  } = {},
): Promise<Answer> {
  const { ui } = view;
  const asked = { ...askedOfGroup(view, travellers), values: typed, errors };
  const told = await destinationsIn(summaryOf(call, house.clock.now()).process, view);
  const here = paths.newGroup(call.callId, country);
  const after = request.query.get("after") ?? undefined;
  const canArrange = mayArrange(call, member) && travellers.length > 0;
  return page(view, {
    title: ui.say("groups.make"),
    back: paths.groups(call.callId),
    wide: true,
    hasErrors: errors.length > 0 || refused !== undefined,
    status: refused ? statusOf(refused) : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {refused ? <Warning view={view} text={refusalIn(ui, refused)} /> : <ErrorSummary asked={asked} />}
        <span class="govuk-caption-l">{told(country)}</span>
        <h1 class="govuk-heading-l">{ui.say("groups.make")}</h1>
        {canArrange ? (
          <>
            <TypedForm action={after === undefined ? here : `${here}?${new URLSearchParams({ after })}`}>
              <TravellerTable travellers={travellers} chosen={chosen} view={view} />
              <FieldInputs asked={asked} names={Object.keys(groupForm.fields)} />
              <SubmitButton label={ui.say("groups.make")} />
            </TypedForm>
            <Pages
              first={after === undefined ? undefined : here}
              next={next === undefined ? undefined : `${here}?${new URLSearchParams({ after: next })}`}
              ui={ui}
            />
          </>
        ) : (
          <p class="govuk-body">{ui.say("groups.alone.none")}</p>
        )}
      </>
    ),
  });
}
