import { isDeepStrictEqual } from "node:util";
import type { Tickets } from "../../workflows/kernel/case-file.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import type { Group, Room } from "../store/group-item.ts";
import type { Head } from "../store/items.ts";
import { namesOf, type Refused } from "./arrange.ts";
import { changeGroup, mayArrange } from "./groups.ts";
import { canFollow, membersOf } from "./members.ts";

type Parts = Pick<House, "table" | "clock">;

/** What members are told of when it changes. */
interface Details {
  readonly name: string;
  readonly tickets: Tickets;
  readonly meeting: string | undefined;
  /** The case of whoever leads, by ref. */
  readonly leader: string;
}

/**
 * Changes what a group is called, who leads it and buys the tickets, and where it meets; `version` is the one that was
 * read before. Tickets change only while every grant that was worked out can still follow.
 */
export async function describeGroup(
  house: Parts,
  call: Head,
  group: Group,
  by: StaffMember,
  details: Details & { readonly version: number },
): Promise<{ readonly outcome: "described" } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  const { version, meeting, ...rest } = details;
  const members = await membersOf(house, group);
  if (members.every(({ ref }) => ref !== rest.leader)) return { outcome: "changedMeanwhile" };
  if (rest.tickets !== group.tickets) {
    const now = house.clock.now();
    const stuck = members.filter((member) => !canFollow(member, rest.tickets, now));
    if (stuck.length > 0) return { outcome: "settled", names: namesOf(stuck) };
  }
  const { name, tickets, leader } = group;
  const isSaid = isDeepStrictEqual({ name, tickets, leader, meeting: group.meeting }, { ...rest, meeting });
  if (isSaid && isOwnChange(group, by, version)) return { outcome: "described" };
  const seen = { ...group, version };
  const said = { ...rest, ...(meeting === undefined ? {} : { meeting }), news: group.news + 1 };
  const changed = await changeGroup(house, seen, by, said, meeting === undefined ? ["meeting"] : []);
  return { outcome: changed ? "described" : "changedMeanwhile" };
}

/**
 * Is the group as the same person has just left it? Whoever says again what they have said, because nobody told them that it is
 * stored, has said it.
 */
const isOwnChange = ({ version, changedBy }: Group, by: StaffMember, seen: number): boolean =>
  version === seen + 1 && changedBy.email === by.email;

/** Says who sleeps where; the form has checked that nobody sleeps twice and that the beds are enough. */
export async function placeInRooms(
  house: Parts,
  call: Head,
  group: Group,
  by: StaffMember,
  { rooms, version }: { readonly rooms: readonly Room[]; readonly version: number },
): Promise<{ readonly outcome: "placed" } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  if (isDeepStrictEqual(group.rooms, rooms) && isOwnChange(group, by, version)) return { outcome: "placed" };
  const changed = await changeGroup(house, { ...group, version }, by, { rooms: [...rooms] });
  return { outcome: changed ? "placed" : "changedMeanwhile" };
}
