import { BadCursor } from "../adapters/table.ts";
import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { type Group, groupItem } from "../store/group-item.ts";
import type { Head } from "../store/items.ts";
import { groupKey, pendingSince } from "../store/keys.ts";

/** So many travel in one group at most: its list stays one item, and a leader can still count them. */
export const largestGroup = 60;

/** So many groups are shown at once. */
const onPage = 50;
/** One request reads so many pages at most. */
const mostLooked = 4;

/** Some groups of a call that were not dissolved, the first one first. A cursor that there is not begins the list. */
export async function pageOfGroups(
  { table }: Pick<House, "table">,
  call: Head,
  after?: string,
): Promise<{ readonly groups: readonly Group[]; readonly next?: string; readonly isLater: boolean }> {
  const groups: Group[] = [];
  let from = after;
  try {
    // Those that were dissolved are passed over, so a page may take several.
    for (let looked = 0; looked < mostLooked; looked++) {
      const { items, next } = await table.page(call.pk, { prefix: "group#", limit: onPage, after: from });
      groups.push(
        ...items.map((item) => groupItem.parse(item)).filter(({ dissolvedAt }) => dissolvedAt === undefined),
      );
      from = next;
      if (next === undefined || groups.length > 0) break;
    }
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error;
    return pageOfGroups({ table }, call);
  }
  return { groups, isLater: after !== undefined, ...(from === undefined ? {} : { next: from }) };
}

/** The number of the next group of a call: a number is given once, also those that were dissolved have theirs. */
export const nextNumber = async (house: Pick<House, "table">, call: Head): Promise<number> =>
  ((await latestGroup(house, call))?.number ?? 0) + 1;

/** The group of a call that was made last, whether or not it was dissolved. */
export async function latestGroup({ table }: Pick<House, "table">, { pk }: Head): Promise<Group | undefined> {
  const { items } = await table.page(pk, { prefix: "group#", limit: 1, isReversed: true });
  return items.map((item) => groupItem.parse(item))[0];
}

/** One group, also one that was dissolved. */
export async function findGroup(
  house: Pick<House, "table">,
  callId: string,
  number: number,
): Promise<Group | undefined> {
  const item = await house.table.get(groupKey(callId, number));
  return item && groupItem.parse(item);
}

/** One group; `undefined` when there is none of that number, or it was dissolved. */
export async function loadGroup(
  house: Pick<House, "table">,
  callId: string,
  number: number,
): Promise<Group | undefined> {
  const group = await findGroup(house, callId, number);
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
