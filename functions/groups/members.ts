import type { Tickets } from "../../workflows/kernel/case-file.ts";
import type { Journey } from "../../workflows/kernel/groups.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { mayInterrupt } from "../cases/road/interrupt.ts";
import type { House } from "../house.ts";
import type { Group, Room } from "../store/group-item.ts";
import { couldBeCase } from "../store/keys.ts";

/** Who goes and how, as the others of the group and the coordinator know them. */
export interface Traveller extends Journey {
  readonly name: string;
  readonly email: string;
}

/** A case that goes somewhere, as those see it who plan the journey. */
export interface Member {
  readonly ref: string;
  readonly loaded: LoadedCase;
  readonly traveller: Traveller;
  readonly country: string;
  /** Its grant was worked out as if somebody else bought the tickets. */
  readonly isOutdated: boolean;
}

const atOnce = 25;

/** What is needed to plan the journey of a case; `undefined` while it has no place, and once its place fell away. */
export function memberFor(loaded: LoadedCase | undefined): Member | undefined {
  const groups = loaded?.process.groups;
  const country = loaded && groups?.destination(loaded.file);
  const person = loaded?.process.people("applicant", loaded.file);
  if (!loaded || !groups || !person || country === undefined) return undefined;
  const { name, email } = person;
  return {
    ref: loaded.file.ref,
    loaded,
    traveller: { name, email, ...groups.journey(loaded.file) },
    country,
    isOutdated: groups.isOutdated(loaded.file),
  };
}

/** Those of the named cases that go somewhere, by name. */
export async function membersAmong(
  house: Pick<House, "table">,
  refs: readonly string[],
): Promise<readonly Member[]> {
  const known = refs.filter(couldBeCase);
  const found: (Member | undefined)[] = [];
  for (let from = 0; from < known.length; from += atOnce) {
    const some = known.slice(from, from + atOnce).map(async (ref) => memberFor(await loadCase(house, ref)));
    found.push(...(await Promise.all(some)));
  }
  return found
    .filter((member) => member !== undefined)
    .toSorted((a, b) => a.traveller.name.localeCompare(b.traveller.name, "lt") || (a.ref < b.ref ? -1 : 1));
}

/** Who travels with a group now, by name. Whoever withdrew or was cancelled is none of them, without anybody's doing. */
export async function membersOf(house: Pick<House, "table">, group: Group): Promise<readonly Member[]> {
  const members = await membersAmong(house, group.refs);
  return members.filter(({ loaded }) => loaded.group?.number === group.number);
}

/** Who leads a group; `undefined` when that person no longer travels with it, and another one is to be named. */
export const leaderOf = (group: Group, members: readonly Member[]): Member | undefined =>
  members.find(({ ref }) => ref === group.leader);

/** The rooms with those who still travel, and who has none. */
export function beddedIn(
  group: Group,
  members: readonly Member[],
): {
  readonly rooms: readonly (Omit<Room, "sleepers"> & { readonly sleepers: readonly Member[] })[];
  readonly withoutRoom: readonly Member[];
} {
  const rooms = group.rooms.map(({ name, beds, sleepers }) => ({
    name,
    beds,
    sleepers: members.filter(({ ref }) => sleepers.includes(ref)),
  }));
  const bedded = new Set(group.rooms.flatMap(({ sleepers }) => sleepers));
  return { rooms, withoutRoom: members.filter(({ ref }) => !bedded.has(ref)) };
}

/** Can the grant of this case be worked out anew now, by the process's own word for changed plans? */
export function canBeAmended({ loaded }: Pick<Member, "loaded">, now: string): boolean {
  const word = loaded.process.groups?.amendment.word;
  return word !== undefined && mayInterrupt(loaded, word, now);
}

/**
 * May somebody buy this case's tickets from now on? Where the grant was worked out as if another did, it must be possible
 * to work it out anew; once the journey has begun it is not.
 */
export function canFollow(
  { loaded }: Pick<Member, "loaded">,
  tickets: Tickets | undefined,
  now: string,
): boolean {
  const { groups } = loaded.process;
  if (!groups) return false;
  const { travelsWith: _before, ...alone } = loaded.file;
  const after = tickets === undefined ? alone : { ...alone, travelsWith: { group: 0, tickets } };
  return !groups.isOutdated(after) || canBeAmended({ loaded }, now);
}
