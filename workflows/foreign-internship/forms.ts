import * as z from "zod";
import { municipality } from "../blocks/municipality.ts";
import { position } from "../blocks/position.ts";
import { entryQuestions } from "../blocks/questionnaire.ts";
import { identifyingSchoolFields, notOwnPrincipal, schoolGiven, schoolPage } from "../blocks/school.ts";
import { checkSharing, sharingFields } from "../blocks/sharing.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { countryWords } from "../kernel/facts/countries.ts";
import {
  choice,
  choices,
  confirmation,
  date,
  email,
  file,
  longText,
  number,
  phone,
  text,
  town,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

const offered = z.object({ places: z.record(z.string(), z.unknown()) });

/** A certificate, as people have it: scanned, or taken with a phone. */
const proof = { types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000 } as const;

/** The application for an internship abroad. */
export const application = defineForm({
  id: "application",
  words: countryWords,
  outcomes: ["submitted"],
  problems: ["fitsNoCountry"],
  given: (file) => {
    const { lists, facts } = schoolGiven(file);
    return {
      facts,
      lists: { ...lists, countries: Object.keys(offered.parse(file.call).places) },
      check: (values) => checkAvailability(file.call, values),
    };
  },
  fields: {
    fullName: text({ max: 120, autocomplete: "name", identifying: true }),
    email: email({ identifying: true }),
    position: position({ optional: true, identifying: true }),
    phone: phone({ optional: true, identifying: true }),
    ...identifyingSchoolFields,
    rural: yesNo({ ranks: true, fact: true }),
    experienceYears: number({ min: 0, max: 70, ranks: true }),
    principalName: text({ max: 120, identifying: true, listed: true }),
    principalEmail: email({ autocomplete: "off", identifying: true, listed: true }),
    motivation: longText({ max: 4000, ranks: true }),
    sharingPlan: longText({ max: 4000, ranks: true }),
    languageLevel: choice({ options: ["A1", "A2", "B1", "B2", "C1", "C2"], ranks: true }),
    languageProof: text({ max: 300, ranks: true }),
    languageProofFile: file({ ...proof, optional: true, identifying: true }),
    languageProofNameless: file({ ...proof, optional: true, namelessOf: "languageProofFile" }),
    countries: choices({ max: 2, options: { from: "countries" } }),
    availableFrom: date({ optional: true }),
    availableTo: date({ optional: true }),
    travelledBefore: yesNo({ ranks: true }),
    iban: bankAccount({ identifying: true }),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "position", "phone"] },
    { id: "school", fields: [...schoolPage.fields, "experienceYears"] },
    { id: "principal", fields: ["principalName", "principalEmail"] },
    { id: "motivation", fields: ["motivation", "sharingPlan"] },
    {
      id: "language",
      fields: ["languageLevel", "languageProof", "languageProofFile", "languageProofNameless"],
    },
    { id: "countries", fields: ["countries", "availableFrom", "availableTo", "travelledBefore"] },
    { id: "account", fields: ["iban"] },
    { id: "declaration", fields: ["truthful"] },
  ],
  check: (values) => [
    ...(values.availableFrom && values.availableTo && values.availableTo < values.availableFrom
      ? [{ field: "availableTo", problem: "outOfOrder" as const }]
      : []),
    ...notOwnPrincipal(values),
  ],
});

export const withdrawal = defineForm({
  id: "withdrawal",
  outcomes: ["withdrawn"],
  fields: {
    reason: why({ max: 2000, optional: true }),
    /** Spent in vain, such as tickets; the coordinator decides what of it is borne. EUR. */
    costs: number({ min: 0, max: 20_000, decimals: 2, optional: true }),
  },
});

/** What of somebody's costs does the programme bear when the road ends early? EUR. */
export const borneCosts = defineForm({
  id: "borneCosts",
  outcomes: ["decided"],
  fields: { borne: number({ min: 0, max: 20_000, decimals: 2 }), reason: why({ max: 2000 }) },
});

/**
 * The coordinator breaks the internship off: the host cancels, the country drops out, nobody can travel. Costs that
 * cannot be got back, such as tickets, are borne by the grant; when they are left open and something was paid already,
 * the coordinator is asked for them.
 */
export const cancellation = defineForm({
  id: "cancellation",
  outcomes: ["cancelled"],
  fields: {
    reason: why({ max: 2000 }),
    costs: number({ min: 0, max: 20_000, decimals: 2, optional: true }),
  },
});

const outOfOrder = (values: { readonly starts?: string | undefined; readonly ends?: string | undefined }) =>
  values.starts && values.ends && values.ends < values.starts
    ? [{ field: "ends", problem: "outOfOrder" as const }]
    : [];

/** What belongs together is said as a whole, or not at all. */
const halfSaid = <const Name extends string>(
  values: { readonly [name in Name]?: string | undefined },
  names: readonly Name[],
) => {
  const missing = names.filter((name) => values[name] === undefined);
  return missing.length === names.length
    ? []
    : missing.map((field) => ({ field, problem: "missing" as const }));
};

const days = ["starts", "ends"] as const;
const anotherHost = ["institution", "contactName", "contactEmail"] as const;

/**
 * The journey moves to other days, or to another institution in the same town. The dates are agreed with the host
 * before; a new institution is asked anew.
 */
export const change = defineForm({
  id: "change",
  outcomes: ["changed"],
  fields: {
    starts: date({}),
    ends: date({}),
    institution: text({ max: 200, optional: true }),
    contactName: text({ max: 120, optional: true }),
    contactEmail: email({ optional: true }),
    costs: number({ min: 0, max: 20_000, decimals: 2, optional: true }),
    reason: why({ max: 2000 }),
  },
  check: (values) => [...outOfOrder(values), ...halfSaid(values, anotherHost)],
});

/** The call's budget does not bear the change: other days, or no journey. */
export const overBudget = defineForm({
  id: "overBudget",
  outcomes: ["otherDays", "givenUp"],
  fields: {
    starts: date({ for: ["otherDays"] }),
    ends: date({ for: ["otherDays"] }),
    costs: number({ min: 0, max: 20_000, decimals: 2, optional: true, for: ["givenUp"] }),
    reason: why({ max: 2000 }),
  },
  check: outOfOrder,
});

/**
 * Another person of the same school goes instead. What the first one spent in vain is kept of the advance; the rest of it
 * comes back.
 */
export const replacement = defineForm({
  id: "replacement",
  outcomes: ["replaced"],
  fields: {
    fullName: text({ max: 120, identifying: true }),
    email: email({ autocomplete: "off", identifying: true }),
    municipality: municipality({ identifying: true }),
    town: town({ identifying: true }),
    iban: bankAccount({ identifying: true }),
    costs: number({ min: 0, max: 20_000, decimals: 2, optional: true }),
    reason: why({ max: 2000 }),
  },
});

/** The journey breaks off before its last day. The host then says which days were attended. */
export const cutShort = defineForm({
  id: "cutShort",
  outcomes: ["cutShort"],
  fields: {
    costs: number({ min: 0, max: 20_000, decimals: 2, optional: true }),
    reason: why({ max: 2000 }),
  },
});

/** The host is ready for this intern on these days. */
/** The host takes the intern in, or cannot on those days: it may propose others. */
export const hostConfirmation = defineForm({
  id: "hostConfirmation",
  outcomes: ["confirmed", "declined"],
  fields: {
    contactPerson: text({ max: 120, for: ["confirmed"] }),
    reason: longText({ max: 2000, for: ["declined"] }),
    starts: date({ for: ["declined"], optional: true }),
    ends: date({ for: ["declined"], optional: true }),
    remarks: longText({ max: 2000, optional: true }),
  },
  check: (values) => [...outOfOrder(values), ...halfSaid(values, days)],
});

/** The days that the host said last, where it proposed others. */
const daysProposed = (file: CaseFile) => {
  const { starts, ends } = latestAnswer(file, hostConfirmation)?.values ?? {};
  return starts === undefined || ends === undefined ? undefined : { starts, ends };
};

/**
 * When the host stays silent or cannot, the coordinator settles it: it takes the intern in after all, maybe on other days; it is asked
 * again; or there is no internship. That another host takes its place is a word of its own.
 */
export const hostFollowUp = defineForm({
  id: "hostFollowUp",
  outcomes: ["confirmed", "askAgain", "givenUp"],
  given: (file) => {
    const proposed = daysProposed(file);
    return proposed ? { values: proposed } : {};
  },
  fields: {
    note: longText({ max: 2000 }),
    starts: date({ for: ["confirmed"], optional: true }),
    ends: date({ for: ["confirmed"], optional: true }),
    reason: why({ max: 2000, for: ["givenUp"] }),
  },
  check: (values) => [...outOfOrder(values), ...halfSaid(values, days)],
});

export const plan = defineForm({
  id: "plan",
  outcomes: ["submitted"],
  fields: {
    goals: longText({ max: 3000 }),
    activities: longText({ max: 6000 }),
    /** Train, bus, shared car: the green travel band applies. */
    green: yesNo({}),
  },
});

export const departure = defineForm({
  id: "departure",
  outcomes: ["ready"],
  fields: {
    insurance: confirmation({}),
    healthCard: confirmation({}),
    tickets: confirmation({}),
    ...entryQuestions,
  },
});

/** The host says what really happened. Missed days count against the daily part of the grant. */
export const attendance = defineForm({
  id: "attendance",
  outcomes: ["full", "partial", "absent"],
  fields: {
    daysMissed: number({ min: 0, max: 400, for: ["partial"] }),
    confirmation: file({ types: ["pdf", "jpeg", "png", "adoc"], maxBytes: 4_000_000, optional: true }),
    remarks: longText({ max: 2000, optional: true }),
  },
});

/** A publication of 1.5 to 2 pages within a month of the return [duty of the Pestalozzi programme] and a session. */
export const dissemination = defineForm({
  id: "dissemination",
  outcomes: ["shared"],
  fields: {
    publication: text({ max: 300 }),
    sessionOn: date({ past: true }),
    colleagues: number({ min: 1, max: 2000 }),
    ...sharingFields,
  },
  check: checkSharing,
});

const hosting = z.object({
  hosts: z.record(z.string(), z.object({ starts: z.iso.date(), ends: z.iso.date() })),
});
const wished = z.object({
  countries: z.array(z.string()),
  availableFrom: z.iso.date().optional(),
  availableTo: z.iso.date().optional(),
});

/** When somebody can go has to hold the whole stay in one of the countries that they chose; local days, both ends with them. */
export function checkAvailability(
  call: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): FieldError[] {
  const [{ data: places }, { data: said }] = [hosting.safeParse(call), wished.safeParse(values)];
  if (!places || !said) return [];
  const { countries, availableFrom: from, availableTo: to } = said;
  // That the end comes first is said by the form itself.
  if (from !== undefined && to !== undefined && to < from) return [];
  const stays = countries.flatMap((country) => places.hosts[country] ?? []);
  const begins = stays.filter(({ starts }) => from === undefined || from <= starts);
  if (stays.length === 0 || begins.some(({ ends }) => to === undefined || ends <= to)) return [];
  return [{ field: begins.length === 0 ? "availableFrom" : "availableTo", problem: "own.fitsNoCountry" }];
}
