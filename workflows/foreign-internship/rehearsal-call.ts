import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { faultsOfDay, faultsOfScores, faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import {
  defaultHostContact,
  defaultPayer,
  defaultReviewers,
  defaultStaff,
} from "../blocks/rehearsal/people.ts";
import { ratesOn } from "../kernel/facts/rates.ts";
import { findTownAbroad, knownCountries } from "../kernel/facts/towns-abroad.ts";
import { type CallFile, callShape } from "./call.ts";

const { title, staff, reviewers, hosts } = callShape.shape;
const hostFile = hosts.valueType.partial({ contact: true });

/** A call as somebody writes it for a rehearsal: people and title may be left out. */
export const rehearsalCall = callShape.extend({
  title: title.optional(),
  staff: staff.optional(),
  reviewers: reviewers.optional(),
  hosts: z.record(hosts.keyType, hostFile),
});
export type RehearsalCall = z.infer<typeof rehearsalCall>;

const defaultTitle: CallFile["title"] = {
  lt: "Pedagogų stažuotės užsienyje",
  en: "Internships abroad for teachers",
};

/** The call with those who stand behind the roles that its file does not name. */
export const filled = (call: RehearsalCall): CallFile => ({
  ...call,
  title: call.title ?? defaultTitle,
  payer: call.payer ?? defaultPayer,
  staff: call.staff ?? defaultStaff,
  reviewers: call.reviewers ?? [...defaultReviewers],
  hosts: Object.fromEntries(
    Object.entries(call.hosts).map(([country, host]) => [
      country,
      { ...host, contact: host.contact ?? defaultHostContact(country, host.institution) },
    ]),
  ),
});

/** What the shape of a call does not tell. */
export const faultsOfCall = async (call: RehearsalCall): Promise<readonly string[]> => [
  ...faultsOfTimes(call),
  ...Object.entries(call.hosts).flatMap(([country, host]) => faultsOfJourney(country, host)),
  ...faultsOfScores(call),
  ...(await faultsOfCountries(call)),
];

function faultsOfJourney(
  country: string,
  { starts, ends }: { readonly starts: string; readonly ends: string },
): string[] {
  const path = `hosts.${country}`;
  if (starts > ends) return [`${path}.ends: expected a day not before starts (${starts}), found ${ends}`];
  try {
    ratesOn(starts);
  } catch (error) {
    return [`${path}.starts: ${error instanceof Error ? error.message : String(error)}`];
  }
  return faultsOfDay(`${path}.ends`, Temporal.PlainDate.from(ends));
}

async function faultsOfCountries(call: RehearsalCall): Promise<string[]> {
  const faults: string[] = [];
  const countries = Object.keys(call.places);
  if (countries.length === 0) faults.push("places: expected at least one country");
  for (const country of countries) {
    if (!Object.hasOwn(call.dailyCents, country))
      faults.push(`dailyCents.${country}: expected the daily rate in cents, for places.${country} is given`);
    if (!Object.hasOwn(call.hosts, country))
      faults.push(`hosts.${country}: expected a host, for places.${country} is given`);
  }
  for (const [country, host] of Object.entries(call.hosts))
    faults.push(...(await faultsOfTown(country, host.town)));
  return faults;
}

async function faultsOfTown(country: string, town: string): Promise<string[]> {
  if (!knownCountries.includes(country))
    return [`hosts.${country}: expected a country whose towns are known: ${knownCountries.join(", ")}`];
  const looked = await findTownAbroad(country, town);
  if (looked.outcome === "found") return [];
  const near = looked.nearest.length > 0 ? `; near it are ${looked.nearest.join(", ")}` : "";
  return [`hosts.${country}.town: expected a town of ${country}, found "${town}"${near}`];
}
