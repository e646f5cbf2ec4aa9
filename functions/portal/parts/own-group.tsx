import { beddedIn, leaderOf, type Member } from "../../groups/members.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Group } from "../../store/group-item.ts";
import { Reach } from "../../web/parts/groups.tsx";
import { Said, SummaryList } from "../../web/parts/summary.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";

interface Shown {
  readonly group: Group;
  readonly members: readonly Member[];
  /** The case whose page this is. */
  readonly own: string;
  readonly ui: Ui;
}

/**
 * The group that somebody travels with, on the own page: to everybody how to reach the leader, where to meet and who goes
 * along; to the leader alone how to reach the others.
 */
export function OwnGroup({ group, members, own, ui }: Shown) {
  const leader = leaderOf(group, members);
  const isLeader = leader?.ref === own;
  const { rooms } = beddedIn(group, members);
  const roomOf = (ref: string): string | undefined => {
    const index = rooms.findIndex(({ sleepers }) => sleepers.some((member) => member.ref === ref));
    return index < 0 ? undefined : rooms[index]?.name || ui.say("rooms.room", { number: index + 1 });
  };
  const room = roomOf(own);
  return (
    <section>
      <h2 class="govuk-heading-m">{ui.say("group.title")}</h2>
      {isLeader ? <p class="govuk-inset-text">{ui.say("groups.youLead")}</p> : null}
      <SummaryList
        rows={[
          { label: ui.say("groups.group"), value: group.name },
          { label: ui.say("group.leader.label"), value: <Reached member={leader} ui={ui} /> },
          ...(group.meeting === undefined
            ? []
            : [{ label: ui.say("groups.meeting"), value: <Said lines={[group.meeting]} /> }]),
          { label: ui.say("groups.tickets"), value: ui.say(`group.tickets.${group.tickets}`) },
          ...(room === undefined ? [] : [{ label: ui.say("groups.room"), value: room }]),
        ]}
      />
      {isLeader ? (
        <DataTable
          caption={ui.say("groups.people", { count: members.length })}
          captionSize="s"
          stacks
          columns={columnsIn(ui, "groups.member", "groups.reach", "groups.room")}
        >
          <Rows>
            {members.map(({ ref, traveller }) => (
              <tr class="govuk-table__row" key={ref}>
                <th scope="row" class="govuk-table__header">
                  {traveller.name}
                </th>
                <td class="govuk-table__cell" data-label={ui.say("groups.reach")}>
                  <Reach traveller={traveller} />
                </td>
                <td class="govuk-table__cell" data-label={ui.say("groups.room")}>
                  {roomOf(ref) ?? "–"}
                </td>
              </tr>
            ))}
          </Rows>
        </DataTable>
      ) : (
        <>
          <h3 class="govuk-heading-s">{ui.say("groups.together")}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {members.map(({ ref, traveller }) => (
              <li key={ref}>{traveller.name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const Reached = ({ member, ui }: { readonly member: Member | undefined; readonly ui: Ui }) =>
  member ? (
    <>
      {member.traveller.name}
      <br />
      <Reach traveller={member.traveller} />
    </>
  ) : (
    <span>{ui.say("groups.leaderToCome")}</span>
  );
