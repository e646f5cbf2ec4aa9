import * as z from "zod";
import { positionColumn } from "../blocks/position.ts";
import { rank } from "../blocks/ranking/ranking.ts";
import { always } from "../blocks/rehearsal/answers.ts";
import { type ApplicantRow, applicantsRehearsal } from "../blocks/rehearsal/applicants.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { rankedFigures, workFigures } from "../blocks/rehearsal/figures.ts";
import type { Need } from "../blocks/rehearsal/needs.ts";
import { defaultPayer, inWords, written } from "../blocks/rehearsal/people.ts";
import { faultsOfApplying, faultsOfNames } from "../blocks/rehearsal/people-checks.ts";
import { reviewAnswers, reviewColumns, reviewNeeds, scoreIn } from "../blocks/rehearsal/reviewing.ts";
import { leavingOut, peopled } from "../blocks/rehearsal/selecting-call.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import { type Asked, dayOf, type Said } from "../kernel/rehearsal.ts";
import {
  type Cells,
  type Column,
  cell,
  listOf,
  localDate,
  localTime,
  mailbox,
  oneOf,
  optional,
  text,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { earliestFor, slotName } from "../kernel/slots.ts";
import { bestMark, callShape, slots } from "./call.ts";
import { mostClients } from "./forms.ts";
import { decisionOn, roleOf, selection } from "./rules.ts";
import { accreditedOn, accreditedUntil, renewalsOf, stoodOn, timesBegun } from "./standing.ts";
import { paidCents } from "./support.ts";

const days = z
  .array(z.iso.date())
  .refine((all) => new Set(all).size === all.length, "expected days of which none stands twice");

/** A call as somebody writes it for a rehearsal: people and title may be left out, and `at` says when the register is read. */
const rehearsalCall = z.object({ ...leavingOut(callShape.shape), at: days.default([]) });
type RehearsalCall = z.infer<typeof rehearsalCall>;

/** One word about a time that ends. */
type Word = "leave" | "stop" | { readonly hours: number; readonly mean: number; readonly raters: number };

const hours: Column<number> = cell("hours from 0 to 10000 with at most two decimals", (said) =>
  /^\d{1,5}(\.\d{1,2})?$/.test(said) && Number(said) <= 10_000 ? Number(said) : undefined,
);

function wordOf(said: string): Word | undefined {
  if (said === "leave" || said === "stop") return said;
  const [, done, mean, raters] = /^(\d{1,5}(?:\.\d{1,2})?):(\d(?:\.\d{1,2})?):(\d{1,2})$/.exec(said) ?? [];
  const word = { hours: Number(done), mean: Number(mean), raters: Number(raters) };
  const isRight = word.hours <= 10_000 && word.mean <= bestMark && word.raters <= mostClients;
  return done !== undefined && isRight ? word : undefined;
}

/** What is said at the end of each time. What stands behind the end is not read, as in any other cell that no road comes to. */
const renewals: Column<readonly Word[]> = listOf(
  `words with ; between them, each hours:mean:raters (as in 24:4.5:6, the mean from 0 to ${bestMark}, at most ${mostClients} raters), ` +
    "leave or stop",
  cell("a word", wordOf),
);

const columnsOf = ({ roles }: Pick<RehearsalCall, "roles">) => ({
  applicant: text(120),
  email: mailbox,
  position: positionColumn,
  years: wholeUpTo(70),
  role: oneOf(...Object.keys(roles)),
  agreed: optional(oneOf(...Object.keys(roles))),
  submitted_at: localTime,
  shows: optional(yesNo),
  ...reviewColumns,
  training_hours: optional(hours),
  trial: optional(oneOf("passed", "returned", "failed")),
  trial_2: optional(oneOf("passed", "failed")),
  months: optional(wholeUpTo(120)),
  load_percent: optional(wholeUpTo(100)),
  accredited_on: optional(localDate),
  consent: optional(yesNo),
  renewals: optional(renewals),
});
type PersonColumns = ReturnType<typeof columnsOf>;
type PersonCells = Cells<PersonColumns>;
type Person = ApplicantRow<PersonColumns>;

/** Everybody does as it should go, where their cell says nothing else (processes.md, C10). */
const comes = ({ shows = true }: PersonCells): boolean => shows;
const agreedBy = ({ agreed, role }: PersonCells): string => agreed ?? role;
const trialOf = ({ trial = "passed" }: PersonCells) => trial;
const lastTrialOf = ({ trial_2 = "passed" }: PersonCells) => trial_2;

/** What is needed along the road; from the selection on only of those to whom the process itself gives a place. */
function needs(call: RehearsalCall, taken: readonly Person[]): readonly Need<PersonCells>[] {
  const placed = placedOf(call, taken);
  const asked = (cells: PersonCells) => call.roles[agreedBy(cells)]?.trainingHours ?? 0;
  return [
    {
      columns: [],
      because: "",
      goesOn: (cells) => cells.years >= call.minimumYears && comes(cells),
    },
    ...reviewNeeds(call, "the conversation was held"),
    { columns: [], because: "", goesOn: ({ applicant }) => placed.has(applicant) },
    {
      columns: ["months", "load_percent", "training_hours"],
      because: "there is a place",
      goesOn: (cells) => (cells.training_hours ?? 0) >= asked(cells),
    },
    {
      columns: [],
      because: "",
      goesOn: (cells) => (trialOf(cells) === "returned" ? lastTrialOf(cells) : trialOf(cells)) === "passed",
    },
    {
      columns: ["accredited_on"],
      because: "the trial is passed",
      faults: ({ accredited_on: on }) =>
        on !== undefined && on < call.closes.slice(0, 10)
          ? [{ column: "accredited_on", expected: `a day not before the call closes (${call.closes})` }]
          : [],
    },
  ];
}

function placedOf(call: RehearsalCall, taken: readonly Person[]): ReadonlySet<string> {
  const bids = taken.flatMap(({ name, submittedAt, cells }) => {
    const score = scoreIn(cells, call);
    if (cells.years < call.minimumYears || !comes(cells) || score === undefined) return [];
    const bid = {
      score,
      applicant: name,
      submittedAt: iso(vilniusInstant(submittedAt)),
      role: agreedBy(cells),
    };
    return [{ id: name, bid }];
  });
  const ranked = rank(bids, selection, selection.terms({ ...call, closesAt: call.closes }));
  return new Set(ranked.flatMap(({ id, kind }) => (kind === "offered" ? [id] : [])));
}

const applicationOf = ({ line, name, email, cells }: Person): Said => ({
  fullName: name,
  email,
  position: cells.position ?? "teacher",
  experienceYears: cells.years,
  school: "Repetuojamoji mokykla",
  municipality: "Molėtų rajono savivaldybė",
  town: "Molėtai",
  principalName: "Mokyklos vadovas",
  principalEmail: `vadovas-${line}@mokykla.example`,
  role: cells.role,
  motivation: written.motivation,
  iban: defaultPayer.iban,
  listed: cells.consent ?? false,
  truthful: true,
});

const judged = (outcome: string): Said =>
  outcome === "passed" ? { outcome } : { outcome, reason: written.notYet };

const clientOf = (line: number, client: number): string => `mokykla-${line}-${client}@mokykla.example`;

/** The word for the time that ends. */
const wordNow = ({ cells }: Person, { file }: Asked): Word | undefined =>
  cells.renewals?.[timesBegun(file) - 1];

function figuresNow(person: Person, asked: Asked) {
  const word = wordNow(person, asked);
  return typeof word === "object" ? word : undefined;
}

function renews(person: Person, asked: Asked): Said | undefined {
  const word = wordNow(person, asked);
  if (word === undefined) return undefined;
  if (typeof word === "string") return { outcome: word };
  const clients = Array.from({ length: word.raters }, (_, index) => ({
    school: `${index + 1} mokykla`,
    contactName: "Mokykla",
    contactEmail: clientOf(person.line, index + 1),
  }));
  return { outcome: "submitted", hours: word.hours, did: written.activities, clients };
}

/** A mean of no school can only be said by the coordinator. */
function reviewsRenewal(person: Person, asked: Asked): Said {
  const { hours: done, mean, raters } = figuresNow(person, asked) ?? {};
  return { outcome: "confirmed", hours: done, ...(raters === 0 ? { mean } : {}) };
}

/** Everybody answers at once. */
const answers = {
  ...reviewAnswers,
  booking: (_: Person, { file }: Asked) => {
    const slot = earliestFor(slots, file, {});
    return slot ? { outcome: "booked", slot: slotName(slot) } : { outcome: "none" };
  },
  conversation: ({ cells }: Person) =>
    comes(cells) ? { outcome: "agreed", role: agreedBy(cells) } : { outcome: "noShow" },
  portfolio: always({ experience: inWords, example: inWords }),
  load: ({ cells: { load_percent, months } }: Person, asked: Asked) => ({
    outcome: "agreed",
    loadPercent: load_percent,
    starts: dayOf(asked),
    months,
  }),
  training: ({ cells }: Person) => ({ trainings: [{ topic: inWords, hours: cells.training_hours }] }),
  trainingReview: ({ cells }: Person) => ({ outcome: "confirmed", hours: cells.training_hours }),
  assignment: ({ line }: Person) => ({
    school: "Mokykla",
    contactName: "Mokykla",
    contactEmail: clientOf(line, 0),
    what: inWords,
  }),
  trial: ({ cells }: Person) => judged(trialOf(cells)),
  improvement: always({ what: inWords }),
  lastTrial: ({ cells }: Person) => judged(lastTrialOf(cells)),
  accreditation: ({ cells }: Person) => ({ outcome: "accredited", accreditedOn: cells.accredited_on }),
  renewal: renews,
  feedback: (person: Person, asked: Asked) => ({ mark: figuresNow(person, asked)?.mean }),
  renewalReview: reviewsRenewal,
};

/** A call of it: a line each who applies, from the conversation to the end of what they were accredited for. */
export const rehearsal = applicantsRehearsal({
  call: {
    shape: rehearsalCall,
    faults: faultsOfTimes,
    filled: ({ at: _at, ...call }) => peopled(call, { lt: "Karjeros pokyčiai", en: "Career transitions" }),
  },
  columns: columnsOf,
  check: faultsOfApplying,
  checkAll: faultsOfNames,
  needs,
  applies: applicationOf,
  answers,
  cases: {
    role: ({ file }) => file && roleOf(file),
    score: rankedFigures(decisionOn).score,
    support_cents: ({ file }) => file && paidCents(file),
    accredited: ({ file }) => file && accreditedOn(file),
    until: ({ file }) => file && accreditedUntil(file),
    renewals: ({ file }) => (file && timesBegun(file) > 0 ? renewalsOf(file) : undefined),
    ...workFigures,
  },
  lines: {
    "register.csv": {
      columns: ["at", "role", "name", "accredited", "state", "line"],
      of: ({ file, row: { line } }, { at }) =>
        at.flatMap((day) => {
          const stood = file && stoodOn(file, day);
          return stood ? [[day, stood.role, stood.name, stood.from, stood.state, line]] : [];
        }),
    },
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
