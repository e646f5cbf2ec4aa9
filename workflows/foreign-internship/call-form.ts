import { eachBy, freely, onlyMoreWhileOpen } from "../blocks/call-form/changes.ts";
import { centsOf, eurosOf } from "../blocks/call-form/money.ts";
import { selectingForm } from "../blocks/call-form/selecting/form.ts";
import { withWords } from "../kernel/book.ts";
import { countryWords } from "../kernel/facts/countries.ts";
import { knownCountries } from "../kernel/facts/towns-abroad.ts";
import { choice, date, email, number, rows, text } from "../kernel/field-kinds.ts";
import type { FieldError } from "../kernel/form.ts";
import { foreignInternshipCall, selects } from "./call.ts";

/** Where to, for how many, when, to whom, and what a day there is paid with. */
const countries = rows({
  max: 12,
  once: "country",
  spans: ["starts", "ends"],
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

const stored = foreignInternshipCall.pick({
  hosts: true,
  places: true,
  dailyCents: true,
  reportDays: true,
  travelDays: true,
  hoursPerDay: true,
});

/** The form by which a coordinator makes a call for internships abroad. */
export const callForm = selectingForm({
  ...selects,
  own: {
    ...withWords(countryWords, { countries }),
    reportDays: number({ min: 1, max: 365 }),
    travelDays: number({ min: 0, max: 6 }),
    hoursPerDay: number({ min: 1, max: 10, optional: true }),
  },
  lists: { countries: knownCountries },
  pages: { places: ["countries"], rules: ["reportDays", "travelDays", "hoursPerDay"] },
  check: ({ countries: said, closesOn }) => checkCountries(said, closesOn),
  typed: { reportDays: "30", travelDays: "2" },
  fileOf: ({ countries: said, reportDays, travelDays, hoursPerDay }) => {
    const perCountry = <T>(of: (row: (typeof said)[number]) => T) =>
      Object.fromEntries(said.map((row) => [row.country, of(row)]));
    return {
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
      ...{ reportDays, travelDays },
      ...(hoursPerDay === undefined ? {} : { hoursPerDay }),
    };
  },
  typedOf: (data) => {
    const { hosts, places, dailyCents, reportDays, travelDays, hoursPerDay } = stored.parse(data);
    return {
      countries: Object.entries(hosts).map(([country, { institution, town, starts, ends, contact }]) => ({
        country,
        places: String(places[country] ?? 0),
        dailyEuros: eurosOf(dailyCents[country] ?? 0),
        institution,
        town,
        starts,
        ends,
        contactName: contact.name,
        contactEmail: contact.email,
        contactLanguage: contact.language,
      })),
      reportDays: String(reportDays),
      travelDays: String(travelDays),
      hoursPerDay: hoursPerDay === undefined ? "" : String(hoursPerDay),
    };
  },
  changes: {
    countries: eachBy("country", {
      places: onlyMoreWhileOpen,
      contactName: freely,
      contactEmail: freely,
      contactLanguage: freely,
    }),
  },
  calledInForm: { places: "countries", hosts: "countries", dailyCents: "countries" },
  words: {
    lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
    en: () => import("./call-words/en.json", { with: { type: "json" } }),
  },
});

/** Nobody travels before the call has closed. */
const checkCountries = (said: readonly { readonly starts: string }[], closesOn: string): FieldError[] =>
  said.flatMap(({ starts }, index) =>
    starts <= closesOn
      ? [{ field: "countries", problem: "beforeClosing" as const, at: { row: index + 1, column: "starts" } }]
      : [],
  );
