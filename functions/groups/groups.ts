import { rolesIn, type StaffMember } from "../cases/staff.ts";
import type { House } from "../house.ts";
import { type Group, groupItem } from "../store/group-item.ts";
import type { Head } from "../store/items.ts";
import { groupKey, pendingSince } from "../store/keys.ts";

/** So many travel in one group at most: its list stays one item, and a leader can still count them. */
export const largestGroup = 60;

/** The groups of a call that were not dissolved, the first one first. */
export const groupsOf = async (house: Pick<House, "table">, call: Head): Promise<readonly Group[]> =>
  (await everyGroup(house, call)).filter(({ dissolvedAt }) => dissolvedAt === undefined);

/** Those that were dissolved too: a number is given once. */
export const everyGroup = async (house: Pick<House, "table">, call: Head): Promise<readonly Group[]> =>
  (await house.table.query(call.pk, "group#")).map((item) => groupItem.parse(item));

/** One group; `undefined` when there is none of that number, or it was dissolved. */
export async function loadGroup(
  house: Pick<House, "table">,
  callId: string,
  number: number,
): Promise<Group | undefined> {
  const item = await house.table.get(groupKey(callId, number));
  const group = item && groupItem.parse(item);
  return group?.dissolvedAt === undefined ? group : undefined;
}

/** The coordinator of a call makes and changes its groups; other staff look at them. */
export const mayArrange = (call: Pick<Head, "data">, member: StaffMember): boolean =>
  rolesIn(call, member).has("coordinator");

type Changes = Partial<
  Pick<Group, "name" | "tickets" | "meeting" | "leader" | "refs" | "rooms" | "news" | "dissolvedAt">
>;

/**
 * Changes a group as somebody saw it, in one conditional write; `undefined` when somebody else changed it since. It is
 * pending from then on, until the sweeper has told its members.
 */
export async function changeGroup(
  house: Pick<House, "table" | "clock">,
  group: Group,
  by: StaffMember,
  changes: Changes,
  removed: readonly "meeting"[] = [],
): Promise<Group | undefined> {
  const now = house.clock.now();
  const changed = await house.table.change(groupKey(group.callId, group.number), {
    set: { ...changes, changedAt: now, changedBy: named(by), ...pendingSince(group.pk, now) },
    remove: removed,
    add: { version: 1 },
    when: { version: { is: group.version }, dissolvedAt: "absent" },
  });
  return changed.outcome === "changed" ? groupItem.parse(changed.item) : undefined;
}

/** Who did something with a group, as it is kept. */
export const named = ({ name, email }: StaffMember) => ({ name, email });
