import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Place } from "../../blocks/matching/matching.ts";
import { answersTo } from "../../kernel/answers.ts";
import type { CaseFile, Entry } from "../../kernel/case-file.ts";
import { localDay } from "../../kernel/facts/calendar.ts";
import { distanceKm } from "../../kernel/facts/distance.ts";
import { findTown, seatOf } from "../../kernel/facts/towns.ts";
import { defineRecord } from "../../kernel/record.ts";
import { type InternBid, internBid, placeOfEntry } from "../bid.ts";
import { internshipsOf } from "../internship-call.ts";
import type { HostPlace } from "../place.ts";
import { hostOrder, matchingApproval } from "./forms.ts";

/** An intern who stands in the matching. */
export interface Intern extends InternBid {
  readonly ref: string;
  readonly submittedAt: string;
}

/** A place that fell away after the call had opened. */
export const fallenPlace = defineRecord("fallen", z.object({ place: z.string() }));

/** Those whose road goes on and who were found eligible. */
export const internsOf = ({ entries = [] }: CaseFile): readonly (Intern & { readonly entry: Entry })[] =>
  entries.flatMap((entry) => {
    const bid = entry.ended ? undefined : internBid.safeParse(entry.bid).data;
    return bid ? [{ ...bid, ref: entry.ref, submittedAt: entry.submittedAt, entry }] : [];
  });

/** The places that still stand and to which somebody can still come at `now`. */
export function openPlacesOf(file: CaseFile, now: string): readonly HostPlace[] {
  const today = localDay(Temporal.Instant.from(now)).toString();
  const gone = file.records
    .filter(({ step }) => step === fallenPlace.id)
    .map(({ data }) => fallenPlace.schema.parse(data).place);
  return internshipsOf(file).places.filter(({ id, starts }) => !gone.includes(id) && starts > today);
}

/** Pairs that the coordinator keeps apart, `intern place`. */
const keptApart = (file: CaseFile): readonly string[] =>
  answersTo(file, matchingApproval).flatMap(({ values }) => values.apart ?? []);

/**
 * How each host takes the interns who want to come to it: those it named, in its order; after them the others by years of
 * experience, then the nearest, then who applied first. Who cannot come: whom the host or the coordinator has excluded, who lost the place before, and
 * whom a conflict of interest binds: the same school, or the same municipality by the call's rule.
 */
export function placesToMatch(
  file: CaseFile,
  places: readonly HostPlace[],
  interns: readonly Intern[],
): readonly (Place & { readonly ranks: ReadonlyMap<string, number> })[] {
  const { sameMunicipalityIsConflict } = internshipsOf(file);
  const apart = new Set(keptApart(file));
  const orders = new Map(answersTo(file, hostOrder).map(({ part, values }) => [part, values]));
  const wishers = Map.groupBy(
    interns.flatMap((intern) => [...new Set(intern.wishes)].map((wish) => ({ wish, intern }))),
    ({ wish }) => wish,
  );
  const matched = new Set(interns.map(({ ref }) => ref));
  const taken = Map.groupBy(
    (file.entries ?? []).filter(({ ended, ref }) => !ended && !matched.has(ref)),
    placeOfEntry,
  );
  return places.map((place) => {
    const { first = [], refused = [] } = orders.get(place.id) ?? {};
    const canCome = (intern: Intern) =>
      !refused.includes(intern.ref) &&
      !apart.has(pairOf(intern.ref, place.id)) &&
      !intern.lost.includes(place.id) &&
      !isSame(intern.school, place.school) &&
      !(sameMunicipalityIsConflict && isSame(intern.municipality, place.municipality));
    const those = (wishers.get(place.id) ?? []).map(({ intern }) => intern);
    const named = first.flatMap((ref) => those.find((intern) => intern.ref === ref) ?? []);
    const others = those.filter(({ ref }) => !first.includes(ref)).toSorted(byExperience(place));
    const ranks = new Map([...named, ...others].filter(canCome).map(({ ref }, rank) => [ref, rank]));
    const capacity = Math.max(0, place.capacity - (taken.get(place.id)?.length ?? 0));
    return { id: place.id, capacity, ranks, rankOf: (ref) => ranks.get(ref) };
  });
}

const isSame = (a: string, b: string) => a.toLocaleLowerCase("lt") === b.toLocaleLowerCase("lt");

export const pairOf = (intern: string, place: string): string => `${intern} ${place}`;

const byExperience = (place: HostPlace) => {
  const found = findTown("LT", place.town, { municipality: place.municipality });
  const there = found.outcome === "found" ? found.town : seatOf(place.municipality);
  const km = ({ at }: Intern) => (at && there ? distanceKm(at, there) : 0);
  return (a: Intern, b: Intern): number =>
    b.years - a.years ||
    km(a) - km(b) ||
    (a.submittedAt === b.submittedAt ? 0 : a.submittedAt < b.submittedAt ? -1 : 1) ||
    (a.ref < b.ref ? -1 : 1);
};
