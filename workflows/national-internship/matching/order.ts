import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type OrderedPlace, placesFor } from "../../blocks/matching/pairs.ts";
import { answersTo } from "../../kernel/answers.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import { localDay } from "../../kernel/facts/calendar.ts";
import { distanceKm } from "../../kernel/facts/distance.ts";
import { findTown, seatOf } from "../../kernel/facts/towns.ts";
import { defineRecord } from "../../kernel/record.ts";
import { earliest, highest, lowest } from "../../kernel/selection/keys.ts";
import { pairs } from "../../kernel/selection/pairs.ts";
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
): readonly OrderedPlace[] {
  const { sameMunicipalityIsConflict } = internshipsOf(file);
  const apart = new Set(keptApart(file));
  const orders = new Map(answersTo(file, hostOrder).map(({ part, values }) => [part, values]));
  const matched = new Set(interns.map(({ ref }) => ref));
  const taken = Map.groupBy(
    (file.entries ?? []).filter(({ ended, ref }) => !ended && !matched.has(ref)),
    placeOfEntry,
  );
  const choosing = pairs<Intern, HostPlace>({
    wants: ({ wishes }) => wishes,
    capacity: ({ id, capacity }) => capacity - (taken.get(id)?.length ?? 0),
    names: ({ id }) => orders.get(id)?.first ?? [],
    likes: (place) => [
      highest("years", "number", ({ years }) => years),
      lowest("km", "number", kmTo(place)),
      earliest("submittedAt", ({ submittedAt }) => submittedAt),
    ],
    fits: (intern, place) =>
      !orders.get(place.id)?.refused?.includes(intern.ref) &&
      !apart.has(pairOf(intern.ref, place.id)) &&
      !intern.lost.includes(place.id) &&
      !isSame(intern.school, place.school) &&
      !(sameMunicipalityIsConflict && isSame(intern.municipality, place.municipality)),
  });
  return placesFor(
    interns.map((intern) => ({ id: intern.ref, bid: intern })),
    places,
    choosing,
  );
}

const isSame = (a: string, b: string) => a.toLocaleLowerCase("lt") === b.toLocaleLowerCase("lt");

export const pairOf = (intern: string, place: string): string => `${intern} ${place}`;

const kmTo = (place: HostPlace) => {
  const found = findTown("LT", place.town, { municipality: place.municipality });
  const there = found.outcome === "found" ? found.town : seatOf(place.municipality);
  return ({ at }: Intern): number => (at && there ? distanceKm(at, there) : 0);
};
