import { paths } from "../addresses/paths.ts";
import { loadCall } from "../calls/calls.ts";
import type { Refused } from "../groups/arrange.ts";
import { findGroup, loadGroup, mayArrange } from "../groups/groups.ts";
import { type Member, membersOf } from "../groups/members.ts";
import type { Ui } from "../reading/ui.ts";
import type { Group } from "../store/group-item.ts";
import type { Head } from "../store/items.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import type { Post } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

export interface GroupVisit extends StaffVisit {
  readonly call: Head;
  readonly group: Group;
  readonly members: readonly Member[];
  /** Is its reader the call's coordinator, who arranges its groups? */
  readonly arranges: boolean;
}

/** A page of one group; an unknown call or group, or one that was dissolved, is nothing to be found. */
export const ofGroup = (work: (visit: GroupVisit) => Promise<Answer>): Work => withGroup(loadGroup, work);

/** As `ofGroup`, also of one that was dissolved. */
export const ofAnyGroup = (work: (visit: GroupVisit) => Promise<Answer>): Work => withGroup(findGroup, work);

const withGroup = (load: typeof loadGroup, work: (visit: GroupVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) => {
    const { house, request, member, at } = visit;
    const call = await loadCall(house, at("id"));
    const number = /^[1-9]\d{0,5}$/.test(at("group")) ? Number(at("group")) : undefined;
    const group = call && number !== undefined ? await load(house, call.callId, number) : undefined;
    if (!call || !group) return refusalPage(request, notFound);
    const members = await membersOf(house, group);
    return work({ ...visit, call, group, members, arranges: mayArrange(call, member) });
  });

/** The group as it is by now, for whoever was told that it has changed. */
export async function seenAnew(visit: GroupVisit): Promise<GroupVisit> {
  const group = (await loadGroup(visit.house, visit.call.callId, visit.group.number)) ?? visit.group;
  return { ...visit, group, members: await membersOf(visit.house, group) };
}

/** What tells a group in its addresses. */
export const placeOfGroup = ({ group }: Pick<GroupVisit, "group">) => [group.callId, group.number] as const;

export const pathOf = ({ group }: Pick<GroupVisit, "group">): string =>
  paths.group(group.callId, group.number);

/** Why nothing was done, as a sentence. */
export const refusalIn = (ui: Ui, refused: Refused): string =>
  ui.say(`groups.refused.${refused.outcome}`, {
    names: "names" in refused ? refused.names.join(", ") : "",
  });

/** The status of a page that says so. */
export const statusOf = ({ outcome }: Refused): number => {
  if (outcome === "notTheirs") return 403;
  return outcome === "nobodyChosen" || outcome === "tooMany" ? 422 : 409;
};

/** The version of the group that a page was drawn with; none, or a wrong one, is no version that there is. */
export function versionIn(post: Post): number {
  const said = post.get("version")?.[0] ?? "";
  return /^\d{1,9}$/.test(said) ? Number(said) : 0;
}
