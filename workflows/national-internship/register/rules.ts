import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type CaseFile, callOf, latestInterruption } from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import { endOfDay } from "../../kernel/facts/calendar.ts";
import { isOver } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { defineRecord } from "../../kernel/record.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { placesCall } from "../place/call.ts";
import { type HostPlace, hostPlace, labelOf, staysFrom } from "../place.ts";

/**
 * What of the places that stand in the register, and that no call has taken up, has changed since the listing before: all of them
 * would make each listing longer than the one before it. In registers that began before, each listing names them all.
 */
const listed = defineRecord(
  "listed",
  z.union([
    z.object({ added: z.array(hostPlace), gone: z.array(z.string()) }),
    z.object({ places: z.array(hostPlace) }),
  ]),
);

const inOrder = (places: Iterable<HostPlace>): readonly HostPlace[] =>
  [...places].toSorted((a, b) =>
    a.starts === b.starts ? (a.id < b.id ? -1 : 1) : a.starts < b.starts ? -1 : 1,
  );

const published = ({ entries = [] }: CaseFile): readonly HostPlace[] =>
  inOrder(
    entries
      .filter((entry) => !entry.ended && entry.state === "published")
      .flatMap(({ bid }) => hostPlace.safeParse(bid).data ?? []),
  );

const allEnded = (entries: readonly Entry[] | undefined) => (entries ?? []).every(({ ended }) => ended);

/** Notes what can be taken up now. The register is over when its last place is, once no more can be offered. */
export function listPlaces(file: CaseFile, now: string): StepResult<"open" | "closed" | "over"> {
  const isClosed = isOver(callOf(file, placesCall).closesAt, now);
  const before = listedIn(file);
  const places = new Map(published(file).map((place) => [place.id, place]));
  const isNew = (place: HostPlace) => JSON.stringify(before.get(place.id)) !== JSON.stringify(place);
  return {
    outcome: isClosed ? (allEnded(file.entries) ? "over" : "closed") : "open",
    record: {
      id: listed.id,
      data: {
        added: [...places.values()].filter(isNew),
        gone: [...before.keys()].filter((id) => !places.has(id)),
      },
    },
  };
}

/** The places by what was listed so far. */
function listedIn({ records }: Pick<CaseFile, "records">): ReadonlyMap<string, HostPlace> {
  let places = new Map<string, HostPlace>();
  for (const { data } of records.filter(({ step }) => step === listed.id)) {
    const found = listed.schema.parse(data);
    if ("places" in found) places = new Map(found.places.map((place) => [place.id, place]));
    else {
      for (const place of found.added) places.set(place.id, place);
      for (const id of found.gone) places.delete(id);
    }
  }
  return places;
}

/** As the coordinator ticks them. */
export const placeOptions = (file: Pick<CaseFile, "records">) =>
  inOrder(listedIn(file).values()).map((place) => ({ value: place.id, label: labelOf(place) }));

const announced = z.object({
  titleLt: z.string(),
  titleEn: z.string(),
  closes: z.iso.date(),
  places: z.array(z.string()),
});

/** Screening, the hosts' orders, the matching and the plans take this long before anybody can come. Days. */
const preparation = 45;

/** Opens a call for interns with the places that were ticked; those whose stay begins too soon after its end stay here. */
export function announce(file: CaseFile, now: string): StepResult<"opened" | "nothing"> {
  const {
    title: _title,
    opensAt: _opens,
    closesAt: _closes,
    about: _about,
    ...terms
  } = callOf(file, placesCall);
  const { titleLt, titleEn, closes, places } = announced.parse(latestInterruption(file, "announced")?.values);
  const last = Temporal.PlainDate.from(closes);
  const soonest = last.add({ days: preparation }).toString();
  const closesAt = iso(endOfDay(last));
  const chosen = published(file).filter(({ id, starts }) => places.includes(id) && starts >= soonest);
  const number = file.interruptions.filter(({ name }) => name === "announced").length;
  const id = `${file.callId}-${number}`;
  if (chosen.length === 0 || isOver(closesAt, now))
    return { outcome: "nothing", tell: [{ role: "coordinator", template: "nothingAnnounced" }] };
  return {
    outcome: "opened",
    opens: {
      id,
      applicationProcess: "national-internship",
      data: {
        ...terms,
        title: { lt: titleLt, en: titleEn },
        opensAt: now,
        closesAt,
        places: chosen,
        lastStart: chosen.map(staysFrom).toSorted().at(-1),
        parent: { ref: file.ref, callId: file.callId },
      },
    },
    decisions: chosen.map((place) => ({ ref: place.id, decision: { call: id }, signal: "taken" })),
  };
}
