import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { always, briefOf } from "../blocks/call-form/brief.ts";
import type { Language } from "../kernel/case-file.ts";
import { knownContact } from "../kernel/contact.ts";
import { isWorkingDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import { printDay } from "../kernel/facts/print.ts";
import type { Offers } from "../kernel/told.ts";
import { termsBrief } from "./terms.ts";

/** Who takes interns in, when, for what and how many. Local days, both with them. */
export const hostPlace = z.object({
  /** The case that published it. */
  id: z.string(),
  school: z.string(),
  municipality: z.string(),
  town: z.string(),
  method: z.string(),
  offers: z.string(),
  starts: z.iso.date(),
  ends: z.iso.date(),
  capacity: z.number().int().positive(),
  contact: knownContact,
});
export type HostPlace = z.infer<typeof hostPlace>;

const hostPlaces = z.array(hostPlace);

/** The places of a call for interns. */
const offering = z.object({ places: hostPlaces });

/** As a place stands in a list: what for, where, when. */
export const labelIn = ({ method, school, town, starts, ends }: HostPlace, language: Language): string =>
  `${method} – ${school}, ${town}, ${printDay(starts, language)} – ${printDay(ends, language)}`;
export const labelOf = (place: HostPlace) => ({ lt: labelIn(place, "lt"), en: labelIn(place, "en") });

/** What the page of a call for interns says of each place. */
export const placesOffered: Offers = {
  of: (call) =>
    offering.parse(call).places.map((place) => ({ title: labelOf(place), lines: [place.offers] })),
};

/** What a call for interns says of how they come to a place. */
export const internsBrief = briefOf(
  {
    conditions: { places: always("twoPlaces"), endorsement: always("ofPrincipal") },
    criteria: { approves: always("matching") },
    sentences: ["twoPlaces", "ofPrincipal", "matching"],
  },
  termsBrief,
);

/** When the first day of a stay begins. UTC instant. */
export const staysFrom = ({ starts }: Pick<HostPlace, "starts">): string =>
  iso(vilniusInstant(`${starts}T08:00`));

/** The working days of a stay, in order. Local days. */
export function daysOfStay({ starts, ends }: Pick<HostPlace, "starts" | "ends">): readonly string[] {
  const last = Temporal.PlainDate.from(ends);
  const days: string[] = [];
  for (
    let day = Temporal.PlainDate.from(starts);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    if (isWorkingDay(day)) days.push(day.toString());
  return days;
}

/** As an intern picks them. */
export const placeOptions = (places: unknown) =>
  hostPlaces.parse(places).map((place) => ({ value: place.id, label: labelOf(place) }));
