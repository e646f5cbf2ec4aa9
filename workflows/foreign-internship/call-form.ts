import { eachBy, freely, onlyAdded, onlyMoreWhileOpen, untilApplied } from "../blocks/call-form/changes.ts";
import {
  checkDates,
  dateChanges,
  dateFields,
  datesCalled,
  datesOf,
  daysAfter,
  plannedDates,
  typedDates,
} from "../blocks/call-form/dates.ts";
import {
  budgetCalled,
  budgetChanges,
  budgetFields,
  budgetOf,
  centsOf,
  checkBudget,
  eurosOf,
  typedBudget,
} from "../blocks/call-form/money.ts";
import {
  asLines,
  inLanguage,
  people,
  peopleField,
  personNames,
  personOf,
  typedPerson,
} from "../blocks/call-form/people.ts";
import {
  checkReviewing,
  plannedReviewing,
  reviewingChanges,
  reviewingFields,
  reviewingOf,
  typedReviewing,
} from "../blocks/call-form/reviewing.ts";
import {
  checkTexts,
  textChanges,
  textFields,
  textPage,
  textsOf,
  typedTexts,
} from "../blocks/call-form/texts.ts";
import { withWords } from "../kernel/book.ts";
import { defineCallForm } from "../kernel/call-form.ts";
import { countryWords } from "../kernel/facts/countries.ts";
import { knownCountries } from "../kernel/facts/towns-abroad.ts";
import { choice, date, email, number, rows, text } from "../kernel/field-kinds.ts";
import type { FieldError } from "../kernel/form.ts";
import { foreignInternshipCall } from "./call.ts";

/** Where to, for how many, when, to whom, and what a day there is paid with. */
const countries = rows({
  max: 12,
  columns: {
    country: choice({ options: { from: "countries" } }),
    places: number({ min: 0, max: 500 }),
    dailyEuros: number({ min: 0, max: 1000, decimals: 2 }),
    institution: text({ max: 200 }),
    town: text({ max: 100 }),
    starts: date({}),
    ends: date({}),
    contactName: text({ max: 120, autocomplete: "off" }),
    contactEmail: email({ autocomplete: "off" }),
    contactLanguage: choice({ options: ["lt", "en"] }),
  },
});

const fields = {
  ...textFields,
  ...dateFields,
  lastOfferDate: date({ optional: true }),
  ...withWords(countryWords, { countries }),
  advancePercent: number({ min: 0, max: 100 }),
  ...budgetFields,
  ...reviewingFields,
  commission: peopleField({ max: 20 }),
  appealDays: number({ min: 1, max: 60, optional: true }),
  appeals: peopleField({ max: 20, optional: true }),
  ...people.coordinator,
  ...people.agency,
  ...people.finance,
  minimumScore: number({ min: 0, max: 100, decimals: 2 }),
  scoreGap: number({ min: 0, max: 100, decimals: 2 }),
  offerDays: number({ min: 1, max: 60 }),
  reportDays: number({ min: 1, max: 365 }),
  travelDays: number({ min: 0, max: 6 }),
} as const;

const stored = foreignInternshipCall.omit({ lastStart: true });

/** The form by which a coordinator makes a call for internships abroad. */
export const callForm = defineCallForm({
  fields,
  lists: { countries: knownCountries },
  pages: [
    textPage,
    { id: "dates", fields: ["opensOn", "opensAt", "closesOn", "lastOfferDate"] },
    { id: "places", fields: ["countries"] },
    { id: "budget", fields: ["advancePercent", "budget", "payerName", "payerIban"] },
    { id: "rubric", fields: ["rubric"] },
    { id: "reviewers", fields: ["reviewers", "conflicts", "relations", "seed"] },
    { id: "commission", fields: ["commission", "appealDays", "appeals"] },
    { id: "staff", fields: personNames("coordinator", "agency", "finance") },
    { id: "rules", fields: ["minimumScore", "scoreGap", "offerDays", "reportDays", "travelDays"] },
  ],
  check: (said) => [
    ...checkTexts(said),
    ...checkDates(said),
    ...checkBudget(said),
    ...checkCountries(said.countries, said.closesOn),
    ...checkReviewing(said),
    ...repeatedIn("reviewers", said.reviewers),
    ...repeatedIn("commission", said.commission),
    ...checkCommission(said.commission, [
      said.coordinatorEmail,
      ...said.reviewers.map(({ email: at }) => at),
    ]),
    ...(said.appealDays !== undefined && !said.appeals
      ? [{ field: "appeals", problem: "missing" as const }]
      : []),
  ],
  template: (maker, today) => ({
    callId: `foreign-internship-${today.slice(0, 4)}`,
    ...plannedDates(today),
    ...plannedReviewing(today),
    lastOfferDate: daysAfter(today, 7 + 42 + 90),
    advancePercent: "80",
    ...typedPerson("coordinator", maker),
    minimumScore: "60",
    scoreGap: "20",
    offerDays: "7",
    reportDays: "30",
    travelDays: "2",
    appealDays: "5",
  }),
  fileOf: (said) => {
    const [chair] = inLanguage(said.commission);
    const perCountry = <T>(of: (row: (typeof said.countries)[number]) => T) =>
      Object.fromEntries(said.countries.map((row) => [row.country, of(row)]));
    const { advancePercent, minimumScore, scoreGap, offerDays, reportDays, travelDays } = said;
    return {
      process: "foreign-internship",
      ...textsOf(said),
      ...datesOf(said),
      ...(said.lastOfferDate ? { lastOfferDate: said.lastOfferDate } : {}),
      places: perCountry(({ places }) => places),
      dailyCents: perCountry(({ dailyEuros }) => centsOf(dailyEuros)),
      hosts: perCountry(
        ({ institution, town, starts, ends, contactName, contactEmail, contactLanguage }) => ({
          institution,
          town,
          starts,
          ends,
          contact: { name: contactName, email: contactEmail, language: contactLanguage },
        }),
      ),
      ...{ advancePercent, minimumScore, scoreGap, offerDays, reportDays, travelDays },
      ...budgetOf(said),
      ...reviewingOf(said),
      commission: inLanguage(said.commission),
      ...(said.appealDays === undefined ? {} : { appealDays: said.appealDays }),
      ...(said.appeals ? { appeals: inLanguage(said.appeals) } : {}),
      staff: {
        coordinator: personOf(said, "coordinator"),
        commission: chair,
        agency: personOf(said, "agency"),
        finance: personOf(said, "finance"),
      },
    };
  },
  typedOf: (id, data) => {
    const call = stored.parse(data);
    const asPeople = (people: readonly Readonly<Record<string, unknown>>[]) =>
      asLines(people, "name", "email", "language");
    return {
      ...typedTexts(id, data),
      ...typedDates(data),
      lastOfferDate: call.lastOfferDate ?? "",
      countries: Object.entries(call.hosts).map(
        ([country, { institution, town, starts, ends, contact }]) => ({
          country,
          places: String(call.places[country] ?? 0),
          dailyEuros: eurosOf(call.dailyCents[country] ?? 0),
          institution,
          town,
          starts,
          ends,
          contactName: contact.name,
          contactEmail: contact.email,
          contactLanguage: contact.language,
        }),
      ),
      advancePercent: String(call.advancePercent),
      ...typedBudget(data),
      ...typedReviewing(data),
      commission: asPeople(call.commission ?? [call.staff.commission]),
      appealDays: String(call.appealDays ?? ""),
      appeals: asPeople(call.appeals ?? []),
      ...typedPerson("coordinator", call.staff.coordinator),
      ...typedPerson("agency", call.staff.agency),
      ...typedPerson("finance", call.staff.finance),
      minimumScore: String(call.minimumScore),
      scoreGap: String(call.scoreGap),
      offerDays: String(call.offerDays),
      reportDays: String(call.reportDays),
      travelDays: String(call.travelDays),
    };
  },
  changes: {
    ...textChanges,
    ...dateChanges,
    lastOfferDate: untilApplied,
    countries: eachBy("country", {
      places: onlyMoreWhileOpen,
      contactName: freely,
      contactEmail: freely,
      contactLanguage: freely,
    }),
    ...budgetChanges,
    ...reviewingChanges,
    appeals: onlyAdded,
    minimumScore: untilApplied,
    scoreGap: untilApplied,
    offerDays: untilApplied,
  },
  calledInForm: {
    ...datesCalled,
    ...budgetCalled,
    places: "countries",
    hosts: "countries",
    dailyCents: "countries",
  },
  words: {
    lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
    en: () => import("./call-words/en.json", { with: { type: "json" } }),
  },
});

type Row = { readonly country: string; readonly starts: string; readonly ends: string };

/** Each country once; nobody travels before the call has closed, or comes back before the beginning. */
const checkCountries = (said: readonly Row[], closesOn: string): FieldError[] =>
  said.flatMap(({ country, starts, ends }, index): FieldError[] => {
    const at = (column: string) => ({ field: "countries", at: { row: index + 1, column } });
    const isKnown = said.slice(0, index).some((other) => other.country === country);
    return [
      ...(isKnown ? [{ ...at("country"), problem: "repeated" as const }] : []),
      ...(ends < starts ? [{ ...at("ends"), problem: "outOfOrder" as const }] : []),
      ...(starts <= closesOn ? [{ ...at("starts"), problem: "beforeClosing" as const }] : []),
    ];
  });

const repeatedIn = (field: string, people: readonly { readonly email: string }[]): FieldError[] =>
  people.flatMap(({ email: at }, index) =>
    people.slice(0, index).some((other) => other.email.toLowerCase() === at.toLowerCase())
      ? [{ field, problem: "repeated" as const, at: { row: index + 1, column: "email" } }]
      : [],
  );

/** Who ranks does not approve. */
function checkCommission(
  members: readonly { readonly email: string }[],
  rankers: readonly string[],
): FieldError[] {
  const ranking = new Set(rankers.map((address) => address.toLowerCase()));
  return members.flatMap(({ email: address }, index) =>
    ranking.has(address.toLowerCase())
      ? [{ field: "commission", problem: "ranksToo" as const, at: { row: index + 1 } }]
      : [],
  );
}
