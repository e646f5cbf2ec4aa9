import type { GroupFile } from "../../workflows/kernel/groups.ts";
import type { Group } from "../store/group-item.ts";
import { beddedIn, leaderOf, type Member } from "./members.ts";

/** A group as the process's lists are made from it. */
export function groupFileOf(group: Group, members: readonly Member[]): GroupFile {
  const leader = leaderOf(group, members);
  return {
    name: group.name,
    destination: group.country,
    tickets: group.tickets,
    ...(group.meeting === undefined ? {} : { meeting: group.meeting }),
    members: members.map((member) => ({
      ...member.traveller,
      ref: member.ref,
      leads: member === leader,
    })),
    rooms: beddedIn(group, members).rooms.map(({ name, beds, sleepers }) => ({
      name,
      beds,
      sleepers: sleepers.map(({ ref }) => ref),
    })),
  };
}
