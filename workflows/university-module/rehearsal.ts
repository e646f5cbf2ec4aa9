import * as z from "zod";
import { selectingShapes } from "../blocks/call-form/selecting/terms.ts";
import { positionColumn } from "../blocks/position.ts";
import { always } from "../blocks/rehearsal/answers.ts";
import { type ApplicantRow, applicantsRehearsal } from "../blocks/rehearsal/applicants.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { settlementIn } from "../blocks/rehearsal/called-schools.ts";
import { type Figure, rankedFigures, workFigures } from "../blocks/rehearsal/figures.ts";
import { byName } from "../blocks/rehearsal/loosely.ts";
import { takenInTheEnd } from "../blocks/rehearsal/mornings.ts";
import type { Need } from "../blocks/rehearsal/needs.ts";
import { offering } from "../blocks/rehearsal/offering.ts";
import { defaultPayer, defaultStaff, inWords, written } from "../blocks/rehearsal/people.ts";
import { faultsOfApplying, faultsOfNames } from "../blocks/rehearsal/people-checks.ts";
import { schoolCode, schoolsOf } from "../blocks/rehearsal/schools.ts";
import { causeAnswer, studiesAll, studyAnswers, studyColumns } from "../blocks/rehearsal/studying.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { findMunicipality } from "../kernel/facts/gazetteer.ts";
import { iso } from "../kernel/facts/instants.ts";
import { isRural, school } from "../kernel/facts/schools.ts";
import { type Asked, dayOf, type Said } from "../kernel/rehearsal.ts";
import {
  type Cells,
  cell,
  localTime,
  mailbox,
  oneOf,
  optional,
  text,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { type Bid, decisionOn, moduleOf, moduleShape, selection, shared } from "./call.ts";
import { grading } from "./forms.ts";
import { endOf, paidCents, recoveredCents, semestersBegun } from "./studies.ts";

const named = z.record(z.string().trim().min(1).max(120), moduleShape);
const modules = byName("name", "module", "id").pipe(
  named.refine((all) => Object.keys(all).length > 0, "expected at least one module"),
);

const { title, staff, ...shape } = selectingShapes(shared).file.shape;

/** A call as somebody writes it for a rehearsal: whom its file does not name is made up. */
const rehearsalCall = z.object({
  ...shape,
  title: title.optional(),
  staff: staff.optional(),
  modules,
  universities: z.array(z.unknown()).optional(),
  choices: z.number().int().min(1).max(40),
  begins: z.iso.date(),
  semesterMonths: z.number().int().min(1).max(12),
  passGrade: z.number().min(0).max(10).multipleOf(0.01),
});
type RehearsalCall = z.infer<typeof rehearsalCall>;

/** Somebody at each university, and the account that the call pays from for want of another. */
const universitiesOf = ({ modules: offered }: Pick<RehearsalCall, "modules">) =>
  [...new Set(Object.values(offered).map(({ university }) => university))].map((university, index) => ({
    university,
    name: "Studijų skyrius",
    email: `studijos-${index + 1}@universitetas.example`,
    language: "lt",
    iban: defaultPayer.iban,
  }));

/** What the settlement is; a town may be said by its name. */
const settlement = cell(
  `${school.shape.kind.options.join(", ")}, or the name of a town`,
  (said) =>
    settlementIn(said.split(" ").at(-1)) ?? (/^\p{Lu}/u.test(said) ? ("miestas" as const) : undefined),
);

const columnsOf = ({ modules: offered }: Pick<RehearsalCall, "modules">) => ({
  applicant: text(120),
  email: mailbox,
  position: positionColumn,
  school: text(200),
  municipality: text(120),
  settlement: optional(settlement),
  qualified: optional(yesNo),
  years: optional(wholeUpTo(70)),
  vacancy: optional(yesNo),
  modules: optional(
    cell("modules of the call with ; between them", (said) => {
      const all = said.split(";").map((one) => one.trim());
      const wanted = all.filter((one) => one !== "");
      return wanted.every((one) => Object.hasOwn(offered, one)) && wanted.length > 0 ? wanted : undefined;
    }),
  ),
  submitted_at: localTime,
  principal: optional(oneOf("endorse", "refuse", "silent")),
  ...offering(decisionOn).columns,
  admission: optional(oneOf("admitted", "refused")),
  ...studyColumns,
});
type PersonColumns = ReturnType<typeof columnsOf>;
type PersonCells = Cells<PersonColumns>;
type Person = ApplicantRow<PersonColumns>;

/** Those that count: a module that is named twice has used two choices. */
const wishesOf = (call: RehearsalCall, { modules: wanted = [] }: PersonCells): readonly string[] => [
  ...new Set(wanted.slice(0, call.choices)),
];
const isRuralCell = ({ settlement: kind = "miestas" }: PersonCells): boolean => isRural({ kind });
const isEndorsed = ({ qualified, principal = "endorse" }: PersonCells): boolean =>
  qualified !== false && principal === "endorse";

/** What somebody brings to the ranking, as the process itself works it out. */
const bidOf = (call: RehearsalCall, { name, submittedAt, cells }: Person): Bid => ({
  vacancy: cells.vacancy ?? false,
  rural: isRuralCell(cells),
  years: cells.years ?? 0,
  submittedAt: iso(vilniusInstant(submittedAt)),
  applicant: name,
  modules: [...wishesOf(call, cells)],
});

/** Who begins to study what. */
const studentsOf = (call: RehearsalCall, taken: readonly Person[]): ReadonlyMap<string, string> =>
  takenInTheEnd(
    taken
      .filter(({ cells }) => isEndorsed(cells))
      .map((one) => ({ id: one.name, bid: bidOf(call, one), freeAfter: freeAfter(call, one.cells) })),
    selection,
    Object.fromEntries(Object.entries(call.modules).map(([name, { places }]) => [name, places])),
  );
const freeAfter = ({ offerDays }: RehearsalCall, { offer, admission }: PersonCells): number | undefined =>
  offer === "silent" ? offerDays + 1 : offer === "decline" || admission === "refused" ? 1 : undefined;

/** What is needed along the road, of those whose road comes there. */
function needs(call: RehearsalCall, taken: readonly Person[]): readonly Need<PersonCells>[] {
  const students = studentsOf(call, taken);
  return [
    { columns: [], because: "", goesOn: isEndorsed },
    { columns: ["years", "modules"], because: "the application is endorsed" },
    {
      columns: [],
      because: "",
      goesOn: (cells) => {
        const module = call.modules[students.get(cells.applicant) ?? ""];
        return module !== undefined && studiesAll(module.semesters, cells);
      },
    },
    { columns: ["grade"], because: "all semesters were studied" },
  ];
}

const inSchool = ({ cells }: Person) => ({
  school: cells.school,
  municipality: findMunicipality(cells.municipality)?.name ?? cells.municipality,
  town: cells.settlement ?? "miestas",
  rural: isRuralCell(cells),
});
type Schools = ReturnType<typeof schoolsOf>;

const applicationOf = (
  person: Person,
  known: (Schools & { readonly call: RehearsalCall }) | undefined,
): Said => {
  const { line, name, email, cells } = person;
  const wanted = known ? wishesOf(known.call, cells) : [];
  const [first = ""] = Object.keys(known?.call.modules ?? {});
  return {
    fullName: name,
    email,
    position: cells.position ?? "teacher",
    schoolCode: known && schoolCode(known.codes, inSchool(person)),
    principalName: "Mokyklos vadovė",
    principalEmail: `vadove-${line}@mokykla.example`,
    qualified: cells.qualified ?? true,
    experienceYears: cells.years ?? 0,
    modules: wanted.length > 0 ? wanted : [first],
    motivation: written.motivation,
    truthful: true,
  };
};

/** Everybody answers at once. */
const answers = {
  ...studyAnswers,
  endorsement: ({ cells: { principal, vacancy } }: Person): Said | undefined =>
    principal === "silent"
      ? undefined
      : principal === "refuse"
        ? { outcome: "refused", reason: written.refused }
        : { outcome: "endorsed", vacancy: vacancy ?? false, release: inWords },
  endorsementInPlace: always({ outcome: "refused", reason: written.refused }),
  offer: ({ cells: { offer } }: Person): Said | undefined =>
    offer === "silent" ? undefined : { outcome: offer === "decline" ? "declined" : "accepted" },
  admission: ({ cells }: Person): Said =>
    cells.admission === "refused" ? { outcome: "refused", reason: written.refused } : { outcome: "admitted" },
  midTerm: always({ outcome: "onTrack" }),
  explanation: always({ cause: "other", reason: inWords }),
  weighingCause: causeAnswer,
  grading: ({ cells: { grade } }: Person, asked: Asked): Said => ({
    grade,
    credits: moduleOf(asked.file)?.credits,
    gradedOn: dayOf(asked),
  }),
  recognition: always({ number: "V-2" }),
};

/** Of those who have begun to study and whose road has come to its end. */
const ended =
  (of: (file: CaseFile) => number | undefined): Figure =>
  ({ file }) =>
    file && recoveredCents(file) !== undefined ? of(file) : undefined;

const ranked = rankedFigures(decisionOn);

/** A call of it: a line each who applies, from the school's word to the credits. */
export const rehearsal = applicantsRehearsal({
  call: {
    shape: rehearsalCall,
    faults: faultsOfTimes,
    filled: (call) => ({
      ...call,
      title: call.title ?? { lt: "Moduliai aukštosiose mokyklose", en: "University modules" },
      payer: call.payer ?? defaultPayer,
      staff: call.staff ?? defaultStaff,
      universities: call.universities ?? universitiesOf(call),
    }),
  },
  columns: columnsOf,
  check: faultsOfApplying,
  checkAll: faultsOfNames,
  needs,
  knows: (people, call) => ({ ...schoolsOf(people.map((one) => ({ cells: inSchool(one) }))), call }),
  brings: (known) => (known ? { schools: known.schools } : {}),
  applies: applicationOf,
  answers,
  cases: {
    module: ranked.share,
    order: ranked.order,
    promoted: ranked.promotedOnMorning,
    semesters: ended(semestersBegun),
    tuition_cents: ended(paidCents),
    recovered_cents: ended(recoveredCents),
    credits: ended((file) =>
      endOf(file) === "completed" ? (latestAnswer(file, grading)?.values.credits ?? 0) : 0,
    ),
    ...workFigures,
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
