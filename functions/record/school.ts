import * as z from "zod";
import { saidOfApplicant } from "../../workflows/kernel/applicant.ts";
import { type School, schoolsAtHand } from "../../workflows/kernel/facts/schools.ts";
import { paidInAll, postingsOf, sumsOf as sumsOfMoney } from "../../workflows/kernel/ledger.ts";
import { allCalls } from "../calls/calls.ts";
import { schoolsOfHead } from "../calls/schools.ts";
import { isOver, type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { collationKey } from "../lines/collation.ts";
import { idIn, listPartition } from "../lines/keys.ts";
import type { Head } from "../store/items.ts";
import { refOfCase } from "../store/keys.ts";
import { ownPart, type Part } from "./parts.ts";

type Parts = Pick<House, "table">;

const opening = z.object({ opensAt: z.string().default("") });
const opensAt = ({ data }: Head): string => opening.safeParse(data).data?.opensAt ?? "";

/**
 * The schools that somebody answers for, as the latest list of each says: the house's own, then those that calls have brought, in
 * the order in which they opened. Whoever an applicant has named as the principal is nobody here.
 */
export async function schoolsLedBy(house: Parts, email: string): Promise<readonly School[]> {
  const known = new Map(schoolsAtHand().schools.map((school) => [school.code, school]));
  const calls = (await allCalls(house)).toSorted((a, b) => (opensAt(a) < opensAt(b) ? -1 : 1));
  // Calls mostly bring the same list, which its fingerprint tells: it is read once, for the latest of them.
  const latest = new Map(
    calls.flatMap((head) => (typeof head.data?.schools === "string" ? [[head.data.schools, head]] : [])),
  );
  const lists = [...latest.values()].toSorted((a, b) => (opensAt(a) < opensAt(b) ? -1 : 1));
  for (const head of lists)
    for (const school of (await schoolsOfHead(house.table, head)) ?? []) known.set(school.code, school);
  return [...known.values()].filter(
    ({ contact }) => contact !== undefined && contact.email.toLowerCase() === email.toLowerCase(),
  );
}

/** Somebody of a school, or the school itself, and what they took part in. */
export interface SchoolPart extends Part {
  readonly name: string;
  /** What was paid to the school, where it applied itself. EUR cents. */
  readonly paidCents?: number;
}

/** What people of a school took part in, and the school itself: nobody who only applied and was not taken. */
export async function partsOfSchool(house: Parts, school: School): Promise<readonly SchoolPart[]> {
  const found: SchoolPart[] = [];
  for (const head of await allCalls(house)) {
    const prefix = `${collationKey(school.name)}#`;
    for (const { sk } of await house.table.query(listPartition(head.callId, "school"), prefix)) {
      const loaded = await loadCase(house, refOfCase(idIn(String(sk))));
      if (loaded && isOf(loaded, school)) found.push(...partIn(loaded));
    }
  }
  return found.toSorted((a, b) => ((a.until ?? a.from) < (b.until ?? b.from) ? 1 : -1));
}

/** By its code where one was asked for, because there are namesakes; else by name and, where it was asked, municipality. */
function isOf({ process, file }: LoadedCase, school: School): boolean {
  const codes = Object.entries(process.application?.fields ?? {}).flatMap(([name, { kind }]) =>
    kind === "school" && typeof file.application[name] === "string" ? [file.application[name]] : [],
  );
  if (codes.length > 0) return codes.includes(school.code);
  const said = saidOfApplicant(process, file.application);
  const isThere = said.municipality === "" || said.municipality.startsWith(school.municipality);
  return said.school === school.name && isThere;
}

function partIn(loaded: LoadedCase): readonly SchoolPart[] {
  const part = ownPart(loaded);
  const { process, file, certificate } = loaded;
  const isSchools = process.applicant?.is === "organisation";
  const paidCents = isSchools ? paidInAll(sumsOfMoney(postingsOf(process.money, file))) : 0;
  const cameToSomething = certificate !== undefined || part.open.length > 0 || paidCents > 0;
  if (!cameToSomething && isOver(loaded)) return [];
  const name = process.people("applicant", file)?.name ?? "";
  return [{ ...part, name, ...(paidCents > 0 ? { paidCents } : {}) }];
}
