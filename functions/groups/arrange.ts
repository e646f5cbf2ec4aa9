import { isDeepStrictEqual } from "node:util";
import type { Tickets } from "../../workflows/kernel/case-file.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import type { Group } from "../store/group-item.ts";
import { entryItem, type Head } from "../store/items.ts";
import { entryKey, groupKey, pendingSince } from "../store/keys.ts";
import { changeGroup, largestGroup, latestGroup, mayArrange, named, nextNumber } from "./groups.ts";
import { canFollow, type Member, membersAmong, membersOf } from "./members.ts";

type Parts = Pick<House, "table" | "clock">;

/** Why nothing was done: `settled` names those whose grant can no longer be worked out anew. */
export type Refused =
  | { readonly outcome: "notTheirs" | "nobodyChosen" | "tooMany" | "changedMeanwhile" }
  | { readonly outcome: "taken" | "settled"; readonly names: readonly string[] };

export interface NewGroup {
  readonly name: string;
  readonly country: string;
  readonly tickets: Tickets;
  readonly meeting: string | undefined;
  /** Cases, by ref; the leader is one of the members. */
  readonly leader: string;
  readonly members: readonly string[];
}

/**
 * Makes a group of cases that have a place in its country and are in no other. The group's item comes first, under a
 * number that is given once; then each case takes it into its own entry, where it has none yet.
 */
export async function makeGroup(
  house: Parts,
  call: Head,
  by: StaffMember,
  wanted: NewGroup,
): Promise<{ readonly outcome: "made"; readonly number: number } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  const chosen = await choose(house, { call, ...wanted }, wanted.members);
  if (chosen.outcome !== "chosen") return chosen;
  if (!wanted.members.includes(wanted.leader)) throw new Error(`${call.pk}: a leader who is no member`);
  const now = house.clock.now();
  const number = await nextNumber(house, call);
  const { country, name, tickets, meeting, leader, members } = wanted;
  const group: Group = {
    ...groupKey(call.callId, number),
    callId: call.callId,
    number,
    name,
    country,
    tickets,
    ...(meeting === undefined ? {} : { meeting }),
    leader,
    refs: [...members],
    rooms: [],
    version: 1,
    news: 0,
    madeAt: now,
    madeBy: named(by),
    changedAt: now,
    changedBy: named(by),
    ...pendingSince(call.pk, now),
  };
  if ((await house.table.put(group, { ifAbsent: true })) === "exists") return { outcome: "changedMeanwhile" };
  const lost = await bring(house, group, chosen.members);
  return lost.length > 0 ? { outcome: "taken", names: lost } : { outcome: "made", number };
}

/**
 * The number of the call's latest group where the same member has just made it so: whoever asks again, because nobody told them that
 * it is made, has made it. Those whom it had not reached when it was cut off are brought in now.
 */
export async function madeSo(
  house: Parts,
  call: Head,
  by: StaffMember,
  wanted: NewGroup,
): Promise<number | undefined> {
  const group = mayArrange(call, by) ? await latestGroup(house, call) : undefined;
  if (!group || group.dissolvedAt !== undefined || group.version !== 1 || group.madeBy.email !== by.email)
    return undefined;
  const { name, country, tickets, meeting, leader, refs: members } = group;
  if (!isDeepStrictEqual({ name, country, tickets, meeting, leader, members }, { ...wanted }))
    return undefined;
  const lost = await bring(house, group, await membersAmong(house, members));
  return lost.length > 0 ? undefined : group.number;
}

/** Puts further cases into a group. Whoever is in it already stays in it. */
export async function addMembers(
  house: Parts,
  call: Head,
  group: Group,
  by: StaffMember,
  refs: readonly string[],
): Promise<{ readonly outcome: "added" } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  const present = await membersOf(house, group);
  const wanted = refs.filter((ref) => present.every((member) => member.ref !== ref));
  if (refs.length > 0 && wanted.length === 0) return { outcome: "added" };
  if (present.length + wanted.length > largestGroup) return { outcome: "tooMany" };
  const chosen = await choose(house, { call, ...group }, wanted);
  if (chosen.outcome !== "chosen") return chosen;
  const changed = await changeGroup(house, group, by, { refs: [...new Set([...group.refs, ...wanted])] });
  if (!changed) return { outcome: "changedMeanwhile" };
  const lost = await bring(house, changed, chosen.members);
  return lost.length > 0 ? { outcome: "taken", names: lost } : { outcome: "added" };
}

async function choose(
  house: Parts,
  { call, country, tickets }: { readonly call: Head; readonly country: string; readonly tickets: Tickets },
  refs: readonly string[],
): Promise<{ readonly outcome: "chosen"; readonly members: readonly Member[] } | Refused> {
  if (refs.length === 0) return { outcome: "nobodyChosen" };
  if (refs.length > largestGroup) return { outcome: "tooMany" };
  const travellers = (await membersAmong(house, [...new Set(refs)])).filter(
    ({ loaded }) => loaded.head.callId === call.callId,
  );
  const members = travellers.filter(
    ({ loaded, ...member }) => member.country === country && loaded.group === undefined,
  );
  if (members.length < new Set(refs).size) {
    const gone = travellers.filter((one) => !members.includes(one));
    return { outcome: "taken", names: namesOf(gone) };
  }
  const stuck = members.filter((member) => !canFollow(member, tickets, house.clock.now()));
  return stuck.length > 0 ? { outcome: "settled", names: namesOf(stuck) } : { outcome: "chosen", members };
}

/** Each takes the group into its entry, if it has none by now; the names of those who have another. */
async function bring(
  house: Parts,
  { callId, number, news }: Group,
  members: readonly Member[],
): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { ref, traveller } of members) {
    const taken = await house.table.change(entryKey(callId, ref), {
      set: { group: number, groupNews: news },
      add: { groupMoves: 1 },
      when: { group: "absent", ref: "present" },
    });
    if (taken.outcome === "changed") continue;
    const item = await house.table.get(entryKey(callId, ref));
    if (!item || entryItem.parse(item).group !== number) lost.push(traveller.name);
  }
  return lost;
}

/** Takes one out. Whoever is out already stays out. */
export async function takeOut(
  house: Parts,
  call: Head,
  group: Group,
  by: StaffMember,
  ref: string,
): Promise<{ readonly outcome: "takenOut" } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  const member = (await membersOf(house, group)).find((one) => one.ref === ref);
  if (!member) return { outcome: "takenOut" };
  if (!canFollow(member, undefined, house.clock.now()))
    return { outcome: "settled", names: namesOf([member]) };
  if (!(await changeGroup(house, group, by, {}))) return { outcome: "changedMeanwhile" };
  await letGo(house, group, ref);
  return { outcome: "takenOut" };
}

/** A case leaves a group that it is in. */
export const letGo = (house: Pick<House, "table">, { callId, number }: Group, ref: string) =>
  house.table.change(entryKey(callId, ref), {
    set: { groupLeft: number },
    remove: ["group"],
    add: { groupMoves: 1 },
    when: { group: { is: number } },
  });

/** Ends a group; its members travel on their own. Said again, it lets go whoever it had not let go when it was cut off. */
export async function dissolve(
  house: Parts,
  call: Head,
  group: Group,
  by: StaffMember,
): Promise<{ readonly outcome: "dissolved" } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  if (group.dissolvedAt !== undefined) {
    for (const ref of group.refs) await letGo(house, group, ref);
    return { outcome: "dissolved" };
  }
  const now = house.clock.now();
  const stuck = (await membersOf(house, group)).filter((member) => !canFollow(member, undefined, now));
  if (stuck.length > 0) return { outcome: "settled", names: namesOf(stuck) };
  const dissolved = await changeGroup(house, group, by, { dissolvedAt: now });
  if (!dissolved) return { outcome: "changedMeanwhile" };
  for (const ref of group.refs) await letGo(house, group, ref);
  return { outcome: "dissolved" };
}

export const namesOf = (members: readonly Member[]): readonly string[] =>
  members.map(({ traveller }) => traveller.name);
