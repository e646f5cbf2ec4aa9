import { Temporal } from "temporal-polyfill";
import { positionColumn } from "../blocks/position.ts";
import { admission } from "../blocks/rehearsal/admission.ts";
import { answering, next } from "../blocks/rehearsal/answers.ts";
import { type ApplicantRow, applicantsRehearsal } from "../blocks/rehearsal/applicants.ts";
import { type Figure, rankedFigures, recorded, workFigures } from "../blocks/rehearsal/figures.ts";
import type { Need } from "../blocks/rehearsal/needs.ts";
import { offering } from "../blocks/rehearsal/offering.ts";
import { inWords, written } from "../blocks/rehearsal/people.ts";
import { reviewAnswers, reviewColumns, reviewNeeds } from "../blocks/rehearsal/reviewing.ts";
import { schoolCode, schoolsOf } from "../blocks/rehearsal/schools.ts";
import { endingsOfSelection, type Selecting } from "../blocks/rehearsal/selection.ts";
import { tellsSelection } from "../blocks/rehearsal/selection-report.ts";
import { settlement } from "../blocks/settlement.ts";
import { accountColumn } from "../kernel/bank-account.ts";
import { latestRecord } from "../kernel/case-file.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { countryNames } from "../kernel/facts/countries.ts";
import { findTown, seatOf } from "../kernel/facts/towns.ts";
import { type Asked, dayOf, type Said } from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  type Column,
  cell,
  localTime,
  mailbox,
  oneOf,
  optional,
  text,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { grant } from "./ledger.ts";
import { faultsOfCall, filled, type RehearsalCall, rehearsalCall } from "./rehearsal-call.ts";
import { decisionOn } from "./selection.ts";

const admitted = admission("principal");
const offered = offering(decisionOn);

/** One or two different countries of the call, in order of preference. */
const countriesOf = (known: readonly string[]): Column<readonly string[]> =>
  cell(
    `one or two different countries of the call (${known.join(", ")}), as in ${known.slice(0, 2).join(";")}`,
    (said) => {
      const codes = said.split(";").map((code) => code.trim());
      const isFine =
        codes.length <= 2 &&
        new Set(codes).size === codes.length &&
        codes.every((code) => known.includes(code));
      return isFine ? codes : undefined;
    },
  );

/** The columns of a file of people, in the order in which they are written. The limits are those of the application form. */
export const columnsFor = ({ places }: Pick<RehearsalCall, "places">) => ({
  applicant: text(120),
  email: mailbox,
  position: positionColumn,
  school: text(200),
  municipality: text(120),
  town: text(100),
  rural: yesNo,
  experience_years: wholeUpTo(70),
  language_level: oneOf("A1", "A2", "B1", "B2", "C1", "C2"),
  countries: countriesOf(Object.keys(places)),
  travelled_before: yesNo,
  iban: accountColumn,
  submitted_at: localTime,
  ...admitted.columns,
  ...reviewColumns,
  ...offered.columns,
  green: optional(yesNo),
  attendance: optional(oneOf("full", "partial", "absent")),
  days_missed: optional(wholeUpTo(400)),
  report: optional(oneOf("on_time", "returned_once", "never")),
});
type PersonColumns = ReturnType<typeof columnsFor>;
export type PersonCells = Cells<PersonColumns>;
export type Person = ApplicantRow<PersonColumns>;

function checkPerson(
  { line, submittedAt, cells: { town, municipality } }: Person,
  { opens }: Pick<RehearsalCall, "opens">,
): CellFault<keyof PersonCells>[] {
  const faults: CellFault<keyof PersonCells>[] = [];
  const home = findTown("LT", town, { municipality });
  if (home.outcome === "unknown" && seatOf(municipality) === undefined) {
    const near = home.nearest.length > 0 ? `; near it are ${home.nearest.join(", ")}` : "";
    const expected = `a town of Lithuania, or else a municipality of Lithuania beside it${near}`;
    faults.push({ line, column: "town", expected });
  }
  if (Temporal.Instant.compare(vilniusInstant(submittedAt), vilniusInstant(opens)) < 0)
    faults.push({ line, column: "submitted_at", expected: `a time not before the call opens (${opens})` });
  return faults;
}

const needs = (call: Pick<RehearsalCall, "scoreGap" | "minimumScore">): readonly Need<PersonCells>[] => [
  ...admitted.needs,
  ...reviewNeeds(call),
  ...offered.needs,
  { columns: ["green", "attendance"], because: "offer is accept" },
  {
    columns: ["days_missed"],
    because: "attendance is partial",
    when: ({ attendance }) => attendance === "partial",
  },
  ...(["full", "partial"] as const).map((is) => ({
    columns: ["report"],
    because: `attendance is ${is}`,
    when: ({ attendance }: PersonCells) => attendance === is,
  })),
];

const before = { entryMethods: "3", entryLanguage: "3", entryCooperation: "2", entryConfidence: "3" };
const after = {
  exitMethods: "4",
  exitLanguage: "4",
  exitCooperation: "4",
  exitConfidence: "3",
  satisfaction: "5",
  recommends: "yes",
};

/** What looks at costs and days when plans change, unless the file of events says more. */
const looksAt = (word: string, said: Said) =>
  next("15:30", (_: Person, asked: Asked<Person>) => ({ ...said, reason: inWords, ...asked.decides(word) }));

/** A report is returned once. */
function reviewsReport({ cells }: Person, { file }: Asked<Person>): Said {
  const wasReturned = file.answers.some(
    ({ state, outcome }) => state === "reportReview" && outcome === "returned",
  );
  return cells.report === "returned_once" && !wasReturned
    ? { outcome: "returned", reasons: written.returned }
    : { outcome: "accepted" };
}

const answers = {
  ...admitted.answers,
  ...reviewAnswers,
  ...offered.answers,
  withdrawalCosts: looksAt("withdrawn", { borne: "0" }),
  cancellationCosts: looksAt("cancelled", { borne: "0" }),
  overBudget: looksAt("changed", { outcome: "givenUp", costs: "0" }),
  hostConfirmation: next("15:00", { outcome: "confirmed", contactPerson: "Host contact" }),
  plan: next("18:00", ({ cells }: Person) => ({
    goals: written.goals,
    activities: written.activities,
    green: cells.green ? "yes" : "no",
  })),
  departure: next("18:30", { insurance: "yes", healthCard: "yes", tickets: "yes", ...before }),
  attendance: next(
    "10:30",
    ({ cells: { attendance, days_missed: daysMissed } }: Person) =>
      attendance === "partial" ? { outcome: "partial", daysMissed } : { outcome: attendance },
    { days: 0 },
  ),
  report: next(
    "19:00",
    ({ cells }: Person) =>
      cells.report === "never" ? undefined : { learned: written.learned, use: written.use, ...after },
    { days: 7 },
  ),
  reportReview: next("11:30", reviewsReport),
  dissemination: next(
    "19:30",
    (_: Person, asked: Asked<Person>) => ({
      publication: inWords,
      sessionOn: dayOf(asked),
      colleagues: "12",
    }),
    { days: 7 },
  ),
};

/** How whoever is asked answers, as the file says of the person whose road it is. */
export const answersTo = answering<Person>(answers);

const applicationOf = ({ line, name, email, cells }: Person, schoolCode: string | undefined): Said => ({
  fullName: name,
  email,
  position: cells.position,
  schoolCode,
  experienceYears: cells.experience_years,
  principalName: "Mokyklos vadovas",
  principalEmail: `vadovas-${line}@mokykla.example`,
  motivation: written.motivation,
  sharingPlan: written.use,
  languageLevel: cells.language_level,
  languageProof: inWords,
  countries: cells.countries,
  travelledBefore: cells.travelled_before,
  iban: cells.iban,
  truthful: true,
});

/** Money only for those who accepted a place, then 0 where there is none. EUR cents. */
const settled = (amount: "balanceCents" | "recoveredCents"): Figure =>
  recorded(grant, (_, file) => latestRecord(file, settlement)?.[amount] ?? 0);

const ranked = rankedFigures(decisionOn);

export const selecting: Selecting<Pick<RehearsalCall, "id" | "places">> = {
  endings: [
    ...endingsOfSelection,
    { status: "recovered", after: "accepted", tone: "lost" },
    { status: "completed", after: "completed", tone: "done" },
  ],
  shares: { column: "country", of: ({ places }) => places, names: countryNames },
  money: {
    granted: "grant_cents",
    out: { advanced: "advance_cents", balance: "balance_cents" },
    back: { recovered: "recovered_cents" },
  },
};

/** A call of internships abroad, from the applications to the last report: `applicant,email,…,report`, a line a person. */
export const rehearsal = applicantsRehearsal({
  call: { shape: rehearsalCall, faults: faultsOfCall, filled },
  columns: columnsFor,
  check: checkPerson,
  needs,
  knows: schoolsOf,
  brings: (known) => ({ schools: known?.schools }),
  applies: (person, known) => applicationOf(person, known && schoolCode(known.codes, person.cells)),
  answers,
  cases: {
    country: ranked.share,
    score: ranked.score,
    order: ranked.order,
    promoted: ranked.promoted,
    grant_cents: recorded(grant, ({ grantCents }) => grantCents),
    advance_cents: recorded(grant, ({ advanceCents }) => advanceCents),
    balance_cents: settled("balanceCents"),
    recovered_cents: settled("recoveredCents"),
    ...workFigures,
  },
  tells: tellsSelection(selecting),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
