import { processOf } from "../../workflows/catalogue.ts";
import { paths } from "../addresses/paths.ts";
import { summaryOf } from "../calls/calls.ts";
import { addMembers, type Refused, takeOut } from "../groups/arrange.ts";
import { candidatesIn } from "../groups/candidates.ts";
import { destinationsIn } from "../groups/destinations.ts";
import { chosenCases } from "../groups/forms.ts";
import { beddedIn, leaderOf, type Member } from "../groups/members.ts";
import type { Messages } from "../reading/messages.ts";
import { wordsOf } from "../reading/process-words.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { periodIn } from "../web/parts/facts.tsx";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { GroupSummary, OutdatedGrants, Reach, TravellerTable } from "../web/parts/groups.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import {
  type GroupVisit,
  ofGroup,
  pathOf,
  placeOfGroup,
  refusalIn,
  seenAnew,
  statusOf,
} from "./of-group.tsx";
import { Pages } from "./parts/pages.tsx";

/** One group: who leads it, who belongs to it and sleeps where, and what is still to be done. */
export const showGroup = ofGroup((visit) => draw(visit));

/** Puts those who were ticked into the group. */
export const takeMembers = ofGroup(async (visit) => {
  const { house, request, call, group, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const chosen = chosenCases(post.value.get("member") ?? []);
  const added = await addMembers(house, call, group, member, chosen);
  return added.outcome === "added" ? redirect(pathOf(visit)) : refuse(visit, added);
});

/** Takes one out of the group. */
export const takeRemoval = ofGroup(async (visit) => {
  const { house, call, group, member, at } = visit;
  const taken = await takeOut(house, call, group, member, refOfCase(at("case")));
  return taken.outcome === "takenOut" ? redirect(pathOf(visit)) : refuse(visit, taken);
});

/** Says why nothing was done, on the page as the group is by now. */
const refuse = async (visit: GroupVisit, refused: Refused): Promise<Answer> =>
  draw(await seenAnew(visit), refused);

async function draw(visit: GroupVisit, refused?: Refused): Promise<Answer> {
  const { house, request, view, call, group, members, arranges } = visit;
  const { ui } = view;
  const place = placeOfGroup(visit);
  const here = paths.group(...place);
  const { process } = summaryOf(call, house.clock.now());
  const words = await wordsOf(process, view);
  const lists = Object.keys((await processOf(process)).groups?.lists ?? {});
  const destination = (await destinationsIn(process, view))(group.country);
  const leader = leaderOf(group, members);
  const { withoutRoom } = beddedIn(group, members);
  const after = request.query.get("after") ?? undefined;
  const { candidates: others, next } = arranges
    ? await candidatesIn(house, call.callId, group.country, after)
    : { candidates: [] };
  return page(view, {
    title: group.name,
    back: paths.groups(call.callId),
    wide: true,
    hasErrors: refused !== undefined,
    status: refused ? statusOf(refused) : 200,
    body: (
      <>
        {refused ? <Warning view={view} text={refusalIn(ui, refused)} /> : null}
        <span class="govuk-caption-l">{destination}</span>
        <h1 class="govuk-heading-l">{group.name}</h1>
        {leader ? null : <p class="govuk-inset-text">{ui.say("groups.noLeader.text")}</p>}
        <GroupSummary group={group} leader={leader} view={view} />
        <OutdatedGrants
          callId={call.callId}
          members={members.filter(({ isOutdated }) => isOutdated)}
          view={view}
        />
        {arranges ? (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={paths.editGroup(...place)}>
                {ui.say("groups.edit")}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={paths.groupRooms(...place)}>
                {ui.say("rooms.title")}
              </a>
            </li>
          </ul>
        ) : null}
        <MemberTable visit={visit} leader={leader} />
        <Downloads lists={lists} words={words} place={place} />
        {group.rooms.length > 0 && withoutRoom.length > 0 ? (
          <p class="govuk-inset-text">
            {ui.say("rooms.without", {
              names: withoutRoom.map(({ traveller }) => traveller.name).join(", "),
            })}
          </p>
        ) : null}
        {others.length > 0 ? (
          <PostForm action={paths.groupMembers(...place)}>
            <TravellerTable travellers={others} chosen={[]} view={view} />
            <SubmitButton label={ui.say("groups.add")} />
          </PostForm>
        ) : null}
        <Pages
          first={after === undefined ? undefined : here}
          next={next === undefined ? undefined : `${here}?${new URLSearchParams({ after: next })}`}
          ui={ui}
        />
        {arranges ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.dissolveGroup(...place)}>
              {ui.say("groups.dissolve")}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}

interface DownloadsProps {
  readonly lists: readonly string[];
  readonly words: Messages;
  readonly place: ReturnType<typeof placeOfGroup>;
}

/** The group's lists, to be taken along. */
const Downloads = ({ lists, words, place }: DownloadsProps) => (
  <p class="govuk-body">
    {lists.map((name) => {
      const title = words.say(`groups.${name}.title`);
      return (
        <span key={name}>
          {title}:{" "}
          {(["csv", "xlsx", "pdf"] as const).map((type, index) => (
            <span key={type}>
              {index > 0 ? ", " : null}
              <a
                class="govuk-link"
                href={paths.groupList(...place, `${name}.${type}`)}
                download={type !== "pdf"}
              >
                {type.toUpperCase()}
                <span class="govuk-visually-hidden"> ({title})</span>
              </a>
            </span>
          ))}
          <br />
        </span>
      );
    })}
  </p>
);

function MemberTable({ visit, leader }: { readonly visit: GroupVisit; readonly leader: Member | undefined }) {
  const { group, members, arranges, view } = visit;
  const { ui } = view;
  const { rooms } = beddedIn(group, members);
  const roomOf = (member: Member): string => {
    const index = rooms.findIndex(({ sleepers }) => sleepers.includes(member));
    return index < 0 ? "–" : rooms[index]?.name || ui.say("rooms.room", { number: index + 1 });
  };
  return (
    <DataTable
      caption={ui.say("groups.people", { count: members.length })}
      stacks
      columns={columnsIn(
        ui,
        "groups.member",
        "groups.reach",
        "facts.place.days",
        "groups.room",
        ...(arranges ? (["groups.deeds"] as const) : []),
      )}
    >
      <Rows>
        {members.map((member) => (
          <tr class="govuk-table__row" key={member.ref}>
            <td class="govuk-table__cell" data-label={ui.say("groups.member")}>
              <a class="govuk-link" href={paths.consoleCase(idOf(member.ref))}>
                {member.traveller.name}
              </a>
              {member === leader ? <div class="govuk-hint">{ui.say("groups.leads")}</div> : null}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("groups.reach")}>
              <Reach traveller={member.traveller} />
            </td>
            <td class="govuk-table__cell" data-label={ui.say("facts.place.days")}>
              {periodIn(ui, member.traveller.starts, member.traveller.ends)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("groups.room")}>
              {roomOf(member)}
            </td>
            {arranges ? (
              <td class="govuk-table__cell" data-label={ui.say("groups.deeds")}>
                <PostForm action={paths.removeMember(...placeOfGroup(visit), idOf(member.ref))}>
                  <button
                    type="submit"
                    class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                    data-module="govuk-button"
                  >
                    {ui.say("groups.takeOut")}
                    <span class="govuk-visually-hidden"> ({member.traveller.name})</span>
                  </button>
                </PostForm>
              </td>
            ) : null}
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
