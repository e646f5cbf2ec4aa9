import * as z from "zod";
import { always, briefOf, selectingBrief, told } from "../blocks/call-form/brief.ts";
import { selectingShapes, storedTimes, whoRanksDoesNotApprove } from "../blocks/call-form/selecting/terms.ts";
import { factsOf } from "../kernel/call-brief.ts";
import { CallFault } from "../kernel/call-form.ts";
import type { CallTable } from "../kernel/call-table.ts";
import { contact } from "../kernel/contact.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { ratesOn } from "../kernel/facts/rates.ts";
import { findTownAbroad } from "../kernel/facts/towns-abroad.ts";

const country = z.string().regex(/^[A-Z]{2}$/, "expected a country as two capital letters, such as IE");
const cents = z.number().int().nonnegative();
const host = z.strictObject({
  institution: z.string(),
  town: z.string(),
  starts: z.iso.date(),
  ends: z.iso.date(),
  contact,
});

/** Places by country go to those whom reviewers put first; appeals are heard, and a part of the grant is paid in advance. */
export const selects = {
  process: "foreign-internship",
  award: "shares",
  has: ["reviews", "appeals", "advance"],
} as const;
const selecting = selectingShapes(selects);

/** What this call says besides. */
const own = {
  places: z.record(country, z.number().int().nonnegative()),
  /** Daily amounts are set by the programme. */
  dailyCents: z.record(country, cents),
  reportDays: z.number().int().positive(),
  travelDays: z.number().int().min(0).max(6),
  /** Academic hours that are certified for each day that the host confirms; a call may certify days alone. */
  hoursPerDay: z.number().int().min(1).max(10).optional(),
};

/** The fields of a call as the programme writes it down: times are local Vilnius times, amounts EUR cents. */
export const callShape = selecting.file.extend({ ...own, hosts: z.record(country, host) });

export const callFile = callShape.superRefine(whoRanksDoesNotApprove);
export type CallFile = z.infer<typeof callFile>;

/** A call as it is stored: instants in UTC, hosts with their place on the map. */
export const foreignInternshipCall = selecting.stored.extend({
  ...own,
  /** The last day on which a journey of this call begins; nobody is promoted to a journey that has begun. */
  lastStart: z.iso.date(),
  hosts: z.record(country, host.extend({ place: z.object({ latitude: z.number(), longitude: z.number() }) })),
});
export type ForeignInternshipCall = z.infer<typeof foreignInternshipCall>;

/**
 * Reads a call's file. Throws a ZodError that names each wrong field, a RangeError for a malformed local time, and
 * an Error for a host's town that the gazetteer does not know.
 */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: ForeignInternshipCall }> {
  const { process: _process, id, hosts, ...rest } = callFile.parse(given);
  const placed: [string, z.infer<typeof host> & { place: { latitude: number; longitude: number } }][] = [];
  for (const [code, written] of Object.entries(hosts)) {
    const found = await findTownAbroad(code, written.town);
    if (found.outcome !== "found")
      throw new CallFault(["hosts", code, "town"], "unknownTown", `no town is called ${written.town}`);
    const { latitude, longitude } = found.town;
    placed.push([code, { ...written, place: { latitude, longitude } }]);
  }
  const starts = placed.map(([, written]) => written.starts).toSorted();
  return {
    id,
    data: foreignInternshipCall.parse({
      ...rest,
      ...storedTimes(rest),
      hosts: Object.fromEntries(placed),
      lastStart: starts.at(-1),
    }),
  };
}

const offering = z.object({
  places: z.record(z.string(), z.number()),
  dailyCents: z.record(z.string(), z.number()).default({}),
  hosts: z.record(
    z.string(),
    z.object({ institution: z.string(), town: z.string(), starts: z.string(), ends: z.string() }),
  ),
});

const counted = (count: number) => ({ word: "call.places.count", with: { count } });

/** Where the places of a call are, and when. */
const places: CallTable = {
  columns: ["country", "host", "days", "daily", "places"],
  sentences: ["count"],
  rows: (call) => {
    const { places: offered, dailyCents, hosts } = offering.parse(call);
    return Object.entries(offered).map(([country, count]) => {
      const host = hosts[country];
      const cents = dailyCents[country];
      return {
        country: { option: country, of: "countries" },
        host: host && [host.institution, host.town],
        days: host && { from: host.starts, to: host.ends },
        daily: cents === undefined ? undefined : { cents },
        places: counted(count),
      };
    });
  },
  total: (call) => counted(Object.values(offering.parse(call).places).reduce((sum, count) => sum + count, 0)),
};

export const tables = { places };

const certifies = z.object({ hoursPerDay: z.number() });
const days = foreignInternshipCall.pick({ travelDays: true, reportDays: true, closesAt: true });

/** What travelling pays by distance: by the least and the most of the rates that hold when the call closes. */
const travel = ({ closesAt }: z.infer<typeof days>) => {
  const { bands, sourceLt, source } = ratesOn(dayAt(closesAt));
  const [least = 0, most = 0] = [bands.at(0)?.standardCents, bands.at(-1)?.standardCents];
  return {
    word: "brief.byDistance",
    with: { least: { cents: least }, most: { cents: most }, source: { lt: sourceLt, en: source } },
  };
};

export const brief = briefOf(
  {
    pays: factsOf(days, {
      daily: ({ travelDays }) => ({ word: "brief.dailyByCountry", with: { travelDays } }),
      travel,
    }),
    sentences: ["dailyByCountry", "byDistance"],
  },
  selectingBrief(selects.award, selects.has),
  {
    conditions: {
      countries: always("twoCountries"),
      endorsement: always("ofPrincipal"),
      ...factsOf(certifies, {
        certified: ({ hoursPerDay }) => ({ word: "brief.hoursADay", with: { hours: hoursPerDay } }),
      }),
    },
    timetable: factsOf(days, { reportDays: ({ reportDays }) => told("days", reportDays) }),
    sentences: ["twoCountries", "ofPrincipal", "hoursADay"],
  },
);
