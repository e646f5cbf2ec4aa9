import { onlyLater, untilOpened } from "../blocks/call-form/changes.ts";
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
  asLines,
  people,
  personNames,
  personOf,
  staffChanges,
  typedPerson,
} from "../blocks/call-form/people.ts";
import {
  checkTexts,
  textChanges,
  textFields,
  textPage,
  textsOf,
  typedTexts,
} from "../blocks/call-form/texts.ts";
import { itemFaults } from "../blocks/instrument.ts";
import { defineCallForm } from "../kernel/call-form.ts";
import { date, email, number, rows, text, yesNo } from "../kernel/field-kinds.ts";
import type { FieldError } from "../kernel/form.ts";
import { callOf, listed, words } from "./call.ts";

const invitedIn = listed.partial();

const scale = number({ min: -100, max: 100 });

/** How the questionnaire asks, and whom: a line each for an item, and for a group of a school. */
const own = {
  least: number({ min: 1, max: 100 }),
  responsePercent: number({ min: 0, max: 100 }),
  planDays: number({ min: 1, max: 365 }),
  reminders: rows({ max: 60, optional: true, columns: { day: date({}) } }),
  instrument: text({ max: 60 }),
  version: number({ min: 1, max: 999 }),
  pilot: yesNo({}),
  items: rows({
    max: 200,
    written: "lines",
    columns: {
      id: text({ max: 40 }),
      lt: text({ max: 300 }),
      en: text({ max: 300 }),
      from: scale,
      to: scale,
      agree: scale,
    },
  }),
  invited: rows({
    max: 9000,
    written: "lines",
    columns: {
      code: text({ max: 60 }),
      name: text({ max: 200 }),
      municipality: text({ max: 120 }),
      settlement: text({ max: 100 }),
      contactName: text({ max: 120 }),
      contactEmail: email({}),
      group: text({ max: 60 }),
      codes: number({ min: 0, max: 5000 }),
    },
  }),
  sampleSize: number({ min: 1, max: 3000, optional: true }),
  sampleSeed: text({ max: 60, optional: true }),
  compares: text({ max: 60, optional: true }),
} as const;
/** Items that a campaign could not ask, and a group of a school that stands twice. */
function faultsOfRows(items: unknown, invited: readonly { code: string; group: string }[]): FieldError[] {
  const places = invited.map(({ code, group }) => JSON.stringify([code, group]));
  return [
    ...itemFaults(items),
    ...places.flatMap((place, index): FieldError[] =>
      places.indexOf(place) < index
        ? [{ field: "invited", problem: "repeated", at: { row: index + 1, column: "group" } }]
        : [],
    ),
  ];
}

/** The form by which a coordinator makes a campaign. */
export const callForm = defineCallForm({
  fields: { ...textFields, ...dateFields, ...own, ...people.coordinator, ...people.agency },
  pages: [
    textPage,
    { id: "dates", fields: ["opensOn", "opensAt", "closesOn", "reminders", "planDays", "followUpMonths"] },
    { id: "instrument", fields: ["instrument", "version", "pilot", "items"] },
    { id: "schools", fields: ["invited", "sampleSize", "sampleSeed", "compares"] },
    { id: "figures", fields: ["least", "responsePercent"] },
    { id: "staff", fields: personNames("coordinator", "agency") },
  ],
  check: (said) => [
    ...checkTexts(said),
    ...checkDates(said),
    ...faultsOfRows(said.items, said.invited),
    ...(said.reminders ?? []).flatMap(({ day }, index): FieldError[] =>
      day < said.opensOn || day > said.closesOn
        ? [{ field: "reminders", problem: "outOfOrder", at: { row: index + 1, column: "day" } }]
        : [],
    ),
    ...(said.sampleSize !== undefined && said.sampleSeed === undefined
      ? [{ field: "sampleSeed", problem: "missing" as const }]
      : []),
    ...(said.compares !== undefined && said.sampleSize === undefined
      ? [{ field: "sampleSize", problem: "missing" as const }]
      : []),
  ],
  template: (maker, today) => {
    const dates = plannedDates(today);
    return {
      callId: `assessment-${today.slice(0, 4)}`,
      ...dates,
      ...typedPerson("coordinator", maker),
      reminders: [{ day: daysAfter(dates.opensOn, 7) }],
      ...{ least: "5", responsePercent: "60", planDays: "30", version: "1", pilot: "no" },
    };
  },
  fileOf: ({ invited, items, reminders = [], sampleSize, sampleSeed, compares, ...said }) => ({
    process: "assessment-campaign",
    ...textsOf(said),
    ...datesOf(said),
    ...{ least: said.least, responsePercent: said.responsePercent, planDays: said.planDays },
    reminders: reminders.map(({ day }) => day),
    instrument: {
      id: said.instrument,
      version: said.version,
      items: items.map(({ lt, en, ...item }) => ({ ...item, text: { lt, en } })),
    },
    ...(said.pilot ? { pilot: true } : {}),
    ...(sampleSize === undefined ? {} : { sample: { seed: sampleSeed, schools: sampleSize } }),
    ...(compares === undefined ? {} : { compares }),
    // A school has a line for each of its groups; who answers for it stands in the first.
    schools: [...Map.groupBy(invited, ({ code }) => code)].flatMap(([code, lines]) => {
      const [first] = lines;
      if (!first) return [];
      const { name, municipality, settlement, contactName, contactEmail } = first;
      return [
        {
          ...{ code, name, municipality, settlement },
          contact: { name: contactName, email: contactEmail, language: "lt" },
          invited: Object.fromEntries(lines.map(({ group, codes }) => [group, codes])),
        },
      ];
    }),
    staff: { coordinator: personOf(said, "coordinator"), agency: personOf(said, "agency") },
  }),
  typedOf: (id, data) => {
    const kept = callOf({ call: data });
    const { schools = [] } = invitedIn.safeParse(data).data ?? {};
    const { instrument, sample } = kept;
    return {
      ...typedTexts(id, data),
      ...typedDates(data),
      ...typedPerson("coordinator", kept.staff.coordinator),
      ...typedPerson("agency", kept.staff.agency),
      ...{ least: String(kept.least), responsePercent: String(kept.responsePercent) },
      planDays: String(kept.planDays),
      reminders: kept.reminders.map((day) => ({ day })),
      ...{ instrument: instrument.id, version: String(instrument.version), pilot: kept.pilot ? "yes" : "no" },
      items: asLines(
        instrument.items.map(({ text: asked, ...item }) => ({
          ...item,
          lt: asked?.lt ?? item.id,
          en: asked?.en ?? item.id,
        })),
        ...["id", "lt", "en", "from", "to", "agree"],
      ),
      invited: asLines(
        schools.flatMap(({ contact, invited, settlement = "–", ...school }) =>
          Object.entries(invited).map(([group, codes]) => ({
            ...{ ...school, settlement, group, codes },
            ...{ contactName: contact.name, contactEmail: contact.email },
          })),
        ),
        ...Object.keys(own.invited.columns ?? {}),
      ),
      sampleSize: sample ? String(sample.schools) : "",
      sampleSeed: sample?.seed ?? "",
      compares: kept.compares ?? "",
    };
  },
  changes: {
    ...textChanges,
    ...dateChanges,
    ...staffChanges("coordinator", "agency"),
    closesOn: onlyLater,
    responsePercent: untilOpened,
    planDays: untilOpened,
  },
  calledInForm: { ...datesCalled, schools: "invited", sample: "sampleSize" },
  words,
});
