import { createHmac } from "node:crypto";
import * as z from "zod";
import { isSamePerson } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { instant, keyed, staffName } from "../store/item-parts.ts";
import { viewKey, viewsPartition } from "../store/keys.ts";

/** How somebody looks at the cases of a call: filter, order and columns under a name. Words that are looked for are not kept. */
const savedView = z.object({
  ...keyed,
  name: z.string(),
  said: z.string(),
  by: staffName,
  isShared: z.boolean(),
  at: instant,
});
export type SavedView = z.infer<typeof savedView>;

/** So many are kept of a call; nobody reads through more. */
const mostViews = 60;
export const longestName = 80;

/** What somebody has saved of a call, and what colleagues have shared, by name. */
export async function viewsOf(
  { table }: Pick<House, "table">,
  callId: string,
  member: StaffMember,
): Promise<readonly SavedView[]> {
  const all = (await table.query(viewsPartition(callId))).map((item) => savedView.parse(item));
  return all
    .filter(({ by, isShared }) => isShared || isSamePerson(by, member))
    .toSorted((a, b) => a.name.localeCompare(b.name, "lt"));
}

interface Saved {
  readonly name: string;
  readonly said: string;
  readonly isShared: boolean;
}

/** Saves a view. Under one name a person has one, so that saving it twice is saving it once. */
export async function saveView(
  house: Pick<House, "table" | "clock" | "config">,
  callId: string,
  member: StaffMember,
  { name, said, isShared }: Saved,
): Promise<"saved" | "tooMany"> {
  const key = viewKey(callId, viewId(house, member, name));
  const all = await house.table.query(viewsPartition(callId));
  if (all.length >= mostViews && !all.some(({ sk }) => sk === key.sk)) return "tooMany";
  const query = new URLSearchParams(said);
  for (const left of ["text", "words", "after", "before"]) query.delete(left);
  const by = { name: member.name, email: member.email };
  await house.table.put({ ...key, name, said: query.toString(), by, isShared, at: house.clock.now() });
  return "saved";
}

/** Takes a view away; only whoever saved it does. */
export async function removeView(
  { table }: Pick<House, "table">,
  callId: string,
  member: StaffMember,
  id: string,
): Promise<void> {
  const key = viewKey(callId, id);
  const item = await table.get(key);
  if (item && isSamePerson(savedView.parse(item).by, member)) await table.delete(key);
}

const viewId = ({ config }: Pick<House, "config">, { email }: StaffMember, name: string): string =>
  createHmac("sha256", config.linkSecret)
    .update(JSON.stringify(["view", email.toLowerCase(), name.trim().toLowerCase()]))
    .digest("hex")
    .slice(0, 24);
