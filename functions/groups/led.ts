import { processOf } from "../../workflows/catalogue.ts";
import type { Led, LedMeeting, LedMember } from "../../workflows/kernel/led.ts";
import { houseRoles } from "../../workflows/kernel/roles.ts";
import { allCalls, loadCall } from "../calls/calls.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { staffIn } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import { ledPath, opensLed } from "../links.ts";
import type { Task } from "../store/items.ts";
import { refOfCall } from "../store/keys.ts";

type Parts = Pick<House, "table" | "config">;

/** A group as its leader comes to it. */
export interface LedGroup {
  readonly loaded: LoadedCase;
  readonly led: Led;
  /** Who leads. */
  readonly email: string;
}

/** The group behind the link of its leader's page; `undefined` for a link that is not that of whoever leads it now. */
export async function groupLed(
  { table, config }: Parts,
  id: string,
  secret: string,
): Promise<LedGroup | undefined> {
  const group = ledIn(await loadCase({ table }, refOfCall(id), { withEntries: true }));
  return group && opensLed(secret, config.linkSecret, group.loaded.head.pk, group.email) ? group : undefined;
}

function ledIn(loaded: LoadedCase | undefined): LedGroup | undefined {
  const led = loaded?.process.leads;
  const email = led && loaded?.process.people(led.by, loaded.file)?.email;
  return loaded && led && email !== undefined ? { loaded, led, email } : undefined;
}

/** The groups that an address leads, the latest first. */
export async function groupsLedBy({ table }: Pick<House, "table">, email: string): Promise<LedGroup[]> {
  const found: LedGroup[] = [];
  for (const head of await allCalls({ table })) {
    const by = (await processOf(head.process)).leads?.by;
    const known = by === undefined ? undefined : staffIn(head).get(by)?.email;
    const now = (head.corrections ?? []).map((made) => made.now);
    if (known === undefined || ![known, ...now].some((one) => isSame(one, email))) continue;
    const group = ledIn(await loadCase({ table }, head.pk));
    if (group && isSame(group.email, email)) found.push(group);
  }
  return found.toSorted((a, b) => (a.loaded.head.submittedAt < b.loaded.head.submittedAt ? 1 : -1));
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Where whoever leads a group comes from what they are asked in it or in a case of it; `undefined` where nobody is led. */
export async function leadersPath(
  { table, config }: Parts,
  { head }: Pick<LoadedCase, "head">,
  { role, assignee }: Pick<Task, "role" | "assignee">,
): Promise<string | undefined> {
  if (role === undefined || houseRoles.includes(role) || !assignee) return undefined;
  const call = await loadCall({ table }, head.callId);
  const by = call && (await processOf(call.process)).leads?.by;
  return call && by === role ? ledPath(config.linkSecret, call.pk, assignee.email) : undefined;
}

/** Whoever joined, with how to reach them and what their leader is asked of them. */
export interface Joined extends LedMember {
  readonly email: string;
  readonly loaded: LoadedCase;
}

/** The people of a group. */
export async function joinedIn(
  { table }: Pick<House, "table">,
  { loaded, led }: LedGroup,
): Promise<readonly Joined[]> {
  const found = await Promise.all(
    led.members(loaded.file).map(async (member) => {
      const own = await loadCase({ table }, member.ref);
      const person = own?.process.people("applicant", own.file);
      return own && person ? [{ ...member, name: person.name, email: person.email, loaded: own }] : [];
    }),
  );
  return found.flat();
}

/** What waits for the leader, in the group and in the cases of its people. */
export const tasksOfLeader = (
  { loaded, email }: LedGroup,
  joined: readonly Joined[],
): readonly { readonly task: Task; readonly of: LoadedCase }[] =>
  [loaded, ...joined.map((one) => one.loaded)].flatMap((of) =>
    of.tasks
      .filter(({ status, assignee }) => status === "open" && assignee && isSame(assignee.email, email))
      .map((task) => ({ task, of })),
  );

/** Was somebody seen at a meeting? `undefined` before it was held, and of whoever has no place. */
export const wasThere = ({ present }: LedMeeting, { ref, place }: LedMember): boolean | undefined =>
  present === undefined || place === "came" || place === "waiting" ? undefined : present.includes(ref);
