import * as z from "zod";
import { type Matched, match } from "../../blocks/matching/matching.ts";
import { staffOf } from "../../blocks/staffed.ts";
import { answersTo } from "../../kernel/answers.ts";
import type { CaseDecision } from "../../kernel/case-decision.ts";
import {
  type CaseFile,
  type Language,
  latestInterruption,
  latestRecord,
  type Person,
} from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import { isOver } from "../../kernel/facts/ends.ts";
import type { Giving } from "../../kernel/form.ts";
import { defineRecord } from "../../kernel/record.ts";
import type { Role } from "../../kernel/roles.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { type Placement, placement, placeOfEntry } from "../bid.ts";
import { internshipCall, internshipsOf } from "../internship-call.ts";
import { labelOf, placeOptions } from "../place.ts";
import { hostOrder } from "./forms.ts";
import { fallenPlace, type Intern, internsOf, openPlacesOf, pairOf, placesToMatch } from "./order.ts";

/** Has every application either left the road or come to the matching? */
export const countScreened = (file: CaseFile): StepResult<"ready" | "waiting"> => ({
  outcome: (file.entries ?? []).every((entry) => entry.ended || entry.bid !== undefined)
    ? "ready"
    : "waiting",
});

const bilingual = z.object({ lt: z.string(), en: z.string() });

const listed = z.object({ ref: z.string(), label: bilingual });

/**
 * Whom each host is asked about: an intern stands in the lists of the hosts that he or she named, and of no other; by their place
 * among the interns, each of whom is described once. In calls that began before, each place has its own descriptions.
 */
const asked = defineRecord(
  "asked",
  z.union([
    z.object({ interns: z.array(listed), places: z.record(z.string(), z.array(z.number().int())) }),
    z.object({ places: z.record(z.string(), z.array(listed)) }),
  ]),
);

/** Asks each host, once, for its order of those who want to come. */
export function askHosts(file: CaseFile, now: string): StepResult<"asked" | "nobody"> {
  const answered = new Set(answersTo(file, hostOrder).map(({ part }) => part));
  const interns = internsOf(file);
  const wishers = Map.groupBy(
    interns.flatMap(({ wishes }, intern) => wishes.map((place) => ({ place, intern }))),
    ({ place }) => place,
  );
  const places = Object.fromEntries(
    openPlacesOf(file, now).flatMap(({ id }) => {
      const those = wishers.get(id);
      return those ? [[id, [...new Set(those.map(({ intern }) => intern))]] as const] : [];
    }),
  );
  const parts = Object.keys(places).filter((id) => !answered.has(id));
  return {
    outcome: parts.length > 0 ? "asked" : "nobody",
    record: {
      id: asked.id,
      data: { interns: interns.map((intern) => ({ ref: intern.ref, label: describe(intern) })), places },
    },
    parts,
  };
}

/** Who wants to come to a place. */
function wantingTo(place: string, data: unknown): readonly z.infer<typeof listed>[] {
  const found = asked.schema.parse(data);
  if ("interns" in found) return (found.places[place] ?? []).flatMap((intern) => found.interns[intern] ?? []);
  return found.places[place] ?? [];
}

const describe = ({ name, school, years, shares }: Omit<Intern, "ref">) => ({
  lt: `${name}, ${school}, darbo stažas ${years} m. ${shares}`,
  en: `${name}, ${school}, years of experience: ${years}. ${shares}`,
});

/** What is offered to be picked: to a host those who want to come, to the coordinator the pairs and the places. */
export function amongApplicants({ records }: Pick<CaseFile, "records">, part?: string) {
  const latest = records.findLast(({ step }) => step === asked.id);
  const interns = latest && part !== undefined ? wantingTo(part, latest.data) : [];
  return { lists: { applicants: interns.map(({ ref, label }) => ({ value: ref, label })) } };
}

/** As the coordinator keeps some of those apart who were matched last. */
export const amongPairs: Giving = (file) => ({ lists: { pairs: latestRecord(file, matched)?.pairs ?? [] } });

/** As the coordinator says which place is no more. */
export const amongPlaces: Giving = ({ call }) => ({ lists: { places: placeOptions(call.places) } });

/** Who was matched with whom, as the coordinator reads and ticks it. */
const matched = defineRecord(
  "matched",
  z.object({
    pairs: z.array(z.object({ value: z.string(), label: bilingual })),
    unmatched: z.number().int(),
  }),
);

/** Matches those who have no place with the places that are free. */
function matchFree(file: CaseFile, now: string) {
  const places = openPlacesOf(file, now);
  const free = internsOf(file).filter(({ entry }) => placeOfEntry(entry) === undefined);
  const seekers = free.map(({ ref, wishes }) => ({ id: ref, wants: wishes }));
  const hosts = placesToMatch(file, places, free);
  return { places, free, seekers, hosts, made: match(seekers, hosts) };
}

const placementOf = ({ place, wishes }: Matched): Placement =>
  place === undefined
    ? { kind: "waiting", wishes: [...wishes] }
    : { kind: "matched", place, wishes: [...wishes] };

const pairIn = ({ name, school }: Intern, place: z.infer<typeof bilingual>) => ({
  lt: `${name}, ${school} → ${place.lt}`,
  en: `${name}, ${school} → ${place.en}`,
});

/** Proposes who goes where. Nobody is told before the coordinator approves. */
export function proposeMatching(file: CaseFile, now: string): StepResult<"proposed" | "nobody"> {
  const { places, free, made } = matchFree(file, now);
  if (made.length === 0) return { outcome: "nobody" };
  const interns = new Map(free.map((intern) => [intern.ref, intern]));
  const known = new Map(places.map((place) => [place.id, place]));
  const pairs = made.flatMap(({ seeker, place: id }) => {
    const intern = interns.get(seeker);
    const place = id === undefined ? undefined : known.get(id);
    return intern && place
      ? [{ value: pairOf(seeker, place.id), label: pairIn(intern, labelOf(place)) }]
      : [];
  });
  return {
    outcome: "proposed",
    record: { id: matched.id, data: { pairs, unmatched: made.length - pairs.length } },
  };
}

/**
 * Makes the matching known. What it was made from and what came of it are kept as a document, with which an auditor can
 * make it again.
 */
export function publishMatching(file: CaseFile, now: string): StepResult<"published"> {
  const { seekers, hosts, made } = matchFree(file, now);
  const places = hosts.map(({ id, capacity, ranks }) => ({ id, capacity, ranks: Object.fromEntries(ranks) }));
  const number = file.records.filter(({ outcome }) => outcome === "published").length + 1;
  return {
    outcome: "published",
    document: { name: `matching-${number}`, data: { seekers, places, matching: made } },
    decisions: made.map(tell),
  };
}

const tell = (made: Matched): CaseDecision => {
  const decision = placementOf(made);
  return {
    ref: made.seeker,
    decision,
    signal: decision.kind,
    ...(decision.kind === "matched" ? { tell: "matched" } : {}),
  };
};

/** Gives free places to those who wait, or finds that the last stay has begun. Nobody loses a place to it. */
export function fillPlaces(file: CaseFile, now: string): StepResult<"moving" | "over"> {
  const { made, free } = matchFree(file, now);
  const entries = new Map(free.map(({ ref, entry }) => [ref, entry]));
  const news = made.filter(({ seeker, place }) => {
    const before = placement.safeParse(entries.get(seeker)?.decision).data;
    return place !== undefined || before?.kind !== "waiting";
  });
  return { outcome: now >= internshipsOf(file).lastStart ? "over" : "moving", decisions: news.map(tell) };
}

/** The day on which the last stay begins: nobody can be sent anywhere after it. */
export const lastStayBegins: Due = (file) => internshipsOf(file).lastStart;

/** Who still waits is told that no place has come free; the call is over when everybody's road is. */
export function closeMatching(file: CaseFile): StepResult<"going" | "over"> {
  const waiting = internsOf(file).filter(({ entry }) => placeOfEntry(entry) === undefined);
  return {
    outcome: (file.entries ?? []).every(({ ended }) => ended) ? "over" : "going",
    decisions: waiting.map(({ ref }) => ({ ref, signal: "closed" })),
  };
}

/** The call lets its places go: they have done their part, or stand in the register again. */
export const letPlacesGo =
  (signal: "finished" | "released") =>
  (file: CaseFile): StepResult<"told"> => {
    const { places, parent } = internshipsOf(file);
    return {
      outcome: "told",
      decisions: places.map(({ id }) => ({ ref: id, callId: parent.callId, signal })),
    };
  };

const fell = z.object({ place: z.string(), reason: z.string() });

/** A place is no more: who has it looks for another, and the call goes on where it was. */
export function dropPlace(file: CaseFile, now: string): StepResult<"open" | "matching" | "filling"> {
  const { place, reason } = fell.parse(latestInterruption(file, "placeFallen")?.values);
  const isPublished = file.records.some(({ outcome }) => outcome === "published");
  const interns = (file.entries ?? []).filter((entry) => hasPlace(entry, place));
  return {
    outcome: !isOver(internshipsOf(file).closesAt, now) ? "open" : isPublished ? "filling" : "matching",
    record: { id: fallenPlace.id, data: { place } },
    decisions: interns.map(({ ref }) => ({ ref, interrupt: { name: "placeLost", values: { reason } } })),
  };
}

const hasPlace = (entry: Entry, place: string): boolean => !entry.ended && placeOfEntry(entry) === place;

/** The hosts answer for their places; the programme's staff for everything else. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  if (role !== "host") return staffOf(role, file);
  return internshipCall.safeParse(file.call).data?.places.find(({ id }) => id === part)?.contact;
}

/** What the coordinator reads before approving: who goes where, and how many go nowhere. */
export function says(file: CaseFile, language: Language): Readonly<Record<string, string | number>> {
  const found = latestRecord(file, matched);
  const pairs = found?.pairs.map(({ label }) => label[language]) ?? [];
  return { pairs: pairs.join("\n"), unmatched: found?.unmatched ?? 0 };
}
