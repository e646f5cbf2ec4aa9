import { onlyLater, untilApplied } from "../blocks/call-form/changes.ts";
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
import { people, personNames, personOf, typedPerson } from "../blocks/call-form/people.ts";
import {
  checkTexts,
  textChanges,
  textFields,
  textPage,
  textsOf,
  typedTexts,
} from "../blocks/call-form/texts.ts";
import { type ChangeRule, defineCallForm, isSame } from "../kernel/call-form.ts";
import { choice, date, email, number, rows, text, yesNo } from "../kernel/field-kinds.ts";
import { faultsOfTerms, firstYearCall, words } from "./call.ts";

const count = (min: number) => number({ min, max: 3660 });
const counts = {
  days: count(1),
  checkInDays: count(1),
  minimumCheckIns: count(0),
  maxPauseDays: count(0),
  extensionDays: count(0),
  mentorWaitDays: count(0),
  declareDays: count(1),
} as const;
const roles = ["coordinator", "agency", "finance", "leader"] as const;

/** Another term may be added; those that are there stand, because people are paid by them. */
const addedTerms: ChangeRule = (was, becomes, standing) => {
  const before: readonly unknown[] = Array.isArray(was) ? was : [];
  const after: readonly unknown[] = Array.isArray(becomes) ? becomes : [];
  const isKept = before.every((one) => after.some((other) => isSame(one, other)));
  return isKept ? [] : untilApplied(was, becomes, standing);
};

const namesOf = <F extends object>(fields: F) => Object.keys(fields) as (keyof F & string)[];
const countNames = namesOf(counts);

const terms = rows({ max: 24, columns: { id: text({ max: 40 }), from: date({}), to: date({}) } });
const leader = {
  leaderName: text({ max: 120, autocomplete: "off" }),
  leaderEmail: email({ autocomplete: "off" }),
  leaderLanguage: choice({ options: ["lt", "en"] }),
} as const;

/** The form by which a coordinator makes a call for first years. */
export const callForm = defineCallForm({
  fields: {
    ...textFields,
    ...dateFields,
    lastDay: date({}),
    ...counts,
    registered: yesNo({}),
    terms,
    mentorEuros: number({ max: 1_000_000, decimals: 2 }),
    ...budgetFields,
    ...people.coordinator,
    ...people.agency,
    ...people.finance,
    ...leader,
  },
  pages: [
    textPage,
    { id: "dates", fields: ["opensOn", "opensAt", "closesOn", "lastDay"] },
    { id: "rules", fields: [...countNames, "registered"] },
    { id: "terms", fields: ["terms", "mentorEuros"] },
    { id: "budget", fields: ["budget", "payerName", "payerIban"] },
    { id: "staff", fields: [...personNames("coordinator", "agency", "finance"), ...namesOf(leader)] },
  ],
  check: (said) => [
    ...checkTexts(said),
    ...checkDates(said),
    ...checkBudget(said),
    ...(said.lastDay < said.closesOn ? [{ field: "lastDay", problem: "outOfOrder" as const }] : []),
    ...faultsOfTerms(said.terms).map(({ row, column, problem }) => ({
      field: "terms",
      problem,
      at: { row: row + 1, column },
    })),
  ],
  template: (maker, today) => {
    const dates = plannedDates(today);
    return {
      callId: `first-year-${today.slice(0, 4)}`,
      ...dates,
      lastDay: daysAfter(dates.closesOn, 730),
      ...typedPerson("coordinator", maker),
      days: "365",
      checkInDays: "30",
      minimumCheckIns: "9",
      maxPauseDays: "90",
      extensionDays: "180",
      mentorWaitDays: "30",
      declareDays: "14",
      registered: "no",
    };
  },
  fileOf: (said) => ({
    process: "first-year",
    ...textsOf(said),
    ...datesOf(said),
    ...Object.fromEntries(countNames.map((name) => [name, said[name]])),
    ...budgetOf(said),
    lastDay: said.lastDay,
    registered: said.registered,
    terms: said.terms,
    mentorCents: centsOf(said.mentorEuros),
    staff: Object.fromEntries(roles.map((role) => [role, personOf(said, role)])),
  }),
  typedOf: (id, data) => {
    const kept = firstYearCall.parse(data);
    return {
      ...typedTexts(id, data),
      ...typedDates(data),
      ...typedBudget(data),
      lastDay: kept.lastDay,
      ...Object.fromEntries(countNames.map((name) => [name, String(kept[name])])),
      registered: kept.registered ? "yes" : "no",
      terms: kept.terms,
      mentorEuros: eurosOf(kept.mentorCents),
      ...Object.assign({}, ...roles.map((role) => typedPerson(role, kept.staff[role]))),
    };
  },
  changes: {
    ...textChanges,
    ...dateChanges,
    ...budgetChanges,
    lastDay: onlyLater,
    ...Object.fromEntries(countNames.map((name) => [name, untilApplied])),
    registered: untilApplied,
    terms: addedTerms,
    mentorEuros: untilApplied,
  },
  calledInForm: { ...datesCalled, ...budgetCalled, mentorCents: "mentorEuros" },
  words,
});
