import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type CallFile, callFile, callShape } from "../../../workflows/foreign-internship/call.ts";
import { isWorkingDay, localDay, vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { ratesOn } from "../../../workflows/kernel/facts/rates.ts";
import { findTownAbroad, knownCountries } from "../../../workflows/kernel/facts/towns-abroad.ts";
import { faultsOf } from "../field-faults.ts";
import {
  defaultHostContact,
  defaultPayer,
  defaultReviewers,
  defaultStaff,
  defaultTitle,
} from "./call-people.ts";
import { faulty, type Reading } from "./reading.ts";

const { title, staff, reviewers, hosts } = callShape.shape;
const hostFile = hosts.valueType.partial({ contact: true });

/** A call as somebody writes it for a rehearsal: people and title may be left out. */
const rehearsalCall = callShape.extend({
  title: title.optional(),
  staff: staff.optional(),
  reviewers: reviewers.optional(),
  hosts: z.record(hosts.keyType, hostFile),
});
type RehearsalCall = z.infer<typeof rehearsalCall>;

/** Reads and checks a call's file. Each fault names the path of its field and what is expected there. */
export async function readCallFile(path: string): Promise<Reading<CallFile>> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return faulty(`${path}: cannot be read (${reasonOf(error)})`);
  }
  const checked = await checkCall(text);
  return checked.outcome === "read" ? checked : faulty(...checked.faults.map((fault) => `${path}: ${fault}`));
}

/** Checks the text of a call's file and fills in who stands behind the roles that it does not name. */
export async function checkCall(text: string): Promise<Reading<CallFile>> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return faulty(`expected JSON: ${reasonOf(error)}`);
  }
  const parsed = rehearsalCall.safeParse(json);
  if (!parsed.success) return faulty(...faultsOf(parsed.error, json));
  const call = parsed.data;
  const faults = [...checkTimes(call), ...checkScores(call), ...(await checkCountries(call))];
  if (faults.length > 0) return faulty(...faults);
  const given = filled(call);
  const whole = callFile.safeParse(given);
  return whole.success ? { outcome: "read", value: whole.data } : faulty(...faultsOf(whole.error, given));
}

const filled = (call: RehearsalCall): CallFile => ({
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

function checkTimes(call: RehearsalCall): string[] {
  const [opens, opensFaults] = instantOf("opens", call.opens);
  const [closes, closesFaults] = instantOf("closes", call.closes);
  if (!opens || !closes) return [...opensFaults, ...closesFaults];
  return [
    ...(Temporal.Instant.compare(opens, closes) < 0
      ? []
      : [`closes: expected a time after opens (${call.opens})`]),
    ...checkCalendar("opens", localDay(opens)),
    ...checkCalendar("closes", localDay(closes)),
    ...Object.entries(call.hosts).flatMap(([country, host]) => checkJourney(country, host)),
  ];
}

function instantOf(field: string, local: string): [Temporal.Instant | undefined, string[]] {
  try {
    return [vilniusInstant(local), []];
  } catch {
    return [undefined, [`${field}: expected a local time such as 2027-03-01T23:59:59, found "${local}"`]];
  }
}

/** Deadlines are counted in working days, so the holidays of the year must be known, and of the one after. */
function checkCalendar(field: string, day: Temporal.PlainDate): string[] {
  try {
    isWorkingDay(day);
    isWorkingDay(day.add({ years: 1 }));
    return [];
  } catch (error) {
    return [`${field}: ${reasonOf(error)}`];
  }
}

function checkJourney(country: string, { starts, ends }: { starts: string; ends: string }): string[] {
  const path = `hosts.${country}`;
  if (starts > ends) return [`${path}.ends: expected a day not before starts (${starts}), found ${ends}`];
  try {
    ratesOn(starts);
  } catch (error) {
    return [`${path}.starts: ${reasonOf(error)}`];
  }
  return checkCalendar(`${path}.ends`, Temporal.PlainDate.from(ends));
}

/** Scores have two decimals at most, and so have what they are compared with. */
const checkScores = (call: RehearsalCall): string[] =>
  (["minimumScore", "scoreGap"] as const)
    .filter((field) => Math.round(call[field] * 100) / 100 !== call[field] || call[field] > 100)
    .map(
      (field) => `${field}: expected points from 0 to 100 with at most two decimals, found ${call[field]}`,
    );

async function checkCountries(call: RehearsalCall): Promise<string[]> {
  const faults: string[] = [];
  const countries = Object.keys(call.places);
  if (countries.length === 0) faults.push("places: expected at least one country");
  for (const country of countries) {
    if (!Object.hasOwn(call.dailyCents, country)) {
      faults.push(`dailyCents.${country}: expected the daily rate in cents, for places.${country} is given`);
    }
    if (!Object.hasOwn(call.hosts, country)) {
      faults.push(`hosts.${country}: expected a host, for places.${country} is given`);
    }
  }
  for (const [country, host] of Object.entries(call.hosts))
    faults.push(...(await checkTown(country, host.town)));
  return faults;
}

async function checkTown(country: string, town: string): Promise<string[]> {
  if (!knownCountries.includes(country)) {
    return [`hosts.${country}: expected a country whose towns are known: ${knownCountries.join(", ")}`];
  }
  const looked = await findTownAbroad(country, town);
  if (looked.outcome === "found") return [];
  const near = looked.nearest.length > 0 ? `; near it are ${looked.nearest.join(", ")}` : "";
  return [`hosts.${country}.town: expected a town of ${country}, found "${town}"${near}`];
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
