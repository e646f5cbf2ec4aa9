import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { rank } from "../blocks/ranking/ranking.ts";
import { type Applicant, applyInTurn, notTaken } from "../blocks/rehearsal/applying.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { defaultPayer, defaultReviewers, defaultStaff, inWords } from "../blocks/rehearsal/people.ts";
import { decidesOnRanking, reviews } from "../blocks/rehearsal/reviewing.ts";
import { scored } from "../blocks/review/panel.ts";
import { latestRecord } from "../kernel/case-file.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import { type Answering, type Asked, dayOf, type Said, unanswered } from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  type Column,
  cell,
  localDate,
  localTime,
  mailbox,
  oneOf,
  optional,
  points,
  text,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { printScore, reviewScore, storedScore } from "../kernel/score.ts";
import { bestMark, callShape } from "./call.ts";
import { mostClients, positions } from "./forms.ts";
import { roleOf, selection } from "./rules.ts";
import { accreditedOn, accreditedUntil, renewalsOf, stoodOn, timesBegun } from "./standing.ts";
import { paidCents } from "./support.ts";

const days = z
  .array(z.iso.date())
  .refine((all) => new Set(all).size === all.length, "expected days of which none stands twice");

/** A call as somebody writes it for a rehearsal: people and title may be left out, and `at` says when the register is read. */
const rehearsalCall = callShape.extend({
  title: callShape.shape.title.optional(),
  staff: callShape.shape.staff.optional(),
  reviewers: callShape.shape.reviewers.optional(),
  at: days.default([]),
});
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

/** What is said at the end of each time; nothing comes after who has stopped. */
const renewals: Column<readonly Word[]> = cell(
  `words with ; between them, each hours:mean:raters (as in 24:4.5:6, the mean from 0 to ${bestMark}, at most ${mostClients} raters), ` +
    "leave, or stop as the last",
  (said) => {
    const words = said.split(";").map((one) => wordOf(one.trim()));
    const known = words.filter((word) => word !== undefined);
    const stop = known.indexOf("stop");
    return known.length === words.length && (stop < 0 || stop === known.length - 1) ? known : undefined;
  },
);

const columnsOf = ({ roles }: Pick<RehearsalCall, "roles">) => ({
  applicant: text(120),
  email: mailbox,
  position: oneOf(...positions),
  years: wholeUpTo(70),
  role: oneOf(...Object.keys(roles)),
  agreed: optional(oneOf(...Object.keys(roles))),
  submitted_at: localTime,
  shows: optional(yesNo),
  score_1: optional(points),
  score_2: optional(points),
  score_3: optional(points),
  training_hours: optional(hours),
  trial: optional(oneOf("passed", "returned", "failed")),
  trial_2: optional(oneOf("passed", "failed")),
  months: optional(wholeUpTo(120)),
  load_percent: optional(wholeUpTo(100)),
  accredited_on: optional(localDate),
  consent: optional(yesNo),
  renewals: optional(renewals),
});
type PersonCells = Cells<ReturnType<typeof columnsOf>>;
type ColumnName = keyof PersonCells & string;
type Fault = CellFault<ColumnName>;

interface Person extends Applicant {
  readonly cells: PersonCells;
  /** Points of the first, second and third review. */
  readonly scores: readonly (number | undefined)[];
}

const personOf = (cells: PersonCells, line: number): Person => ({
  line,
  name: cells.applicant,
  email: cells.email,
  submittedAt: cells.submitted_at,
  cells,
  scores: [cells.score_1, cells.score_2, cells.score_3],
});

/** What no cell shows by itself. */
function checkPerson({ line, submittedAt, cells }: Person, { opens }: Pick<RehearsalCall, "opens">): Fault[] {
  const isEarly = Temporal.Instant.compare(vilniusInstant(submittedAt), vilniusInstant(opens)) < 0;
  return [
    ...(isEarly
      ? [{ line, column: "submitted_at" as const, expected: `a time not before the call opens (${opens})` }]
      : []),
    ...(cells.trial_2 !== undefined && cells.trial !== "returned"
      ? [
          {
            line,
            column: "trial_2" as const,
            expected: `nothing, for a trial is tried again only when trial is returned (it is ${cells.trial ?? "not said"})`,
          },
        ]
      : []),
  ];
}

/** What no line shows by itself: names that come twice, and what is missing for the road that lies before somebody. */
function checkAll(people: readonly Person[], call: RehearsalCall): Fault[] {
  const names = new Map<string, number>();
  const doubled = people.flatMap(({ line, name }): Fault[] => {
    const before = names.get(name);
    names.set(name, before ?? line);
    return before === undefined
      ? []
      : [{ line, column: "applicant", expected: `a name that no other line has (line ${before} has it)` }];
  });
  const outside = notTaken(people, call.closes);
  const inside = people.filter(({ line }) => !outside.has(line));
  const unscored = inside.flatMap((person) => neededForScore(person, call));
  if (doubled.length + unscored.length > 0) return [...doubled, ...unscored];
  const placed = withPlace(inside, call);
  return inside.flatMap((person) => (placed.has(person.line) ? neededWithPlace(person, call) : []));
}

const missing = (
  { line, cells }: Person,
  call: RehearsalCall,
  why: string,
  ...columns: readonly ColumnName[]
): Fault[] =>
  columns
    .filter((column) => cells[column] === undefined)
    .map((column) => ({
      line,
      column,
      expected: `${columnsOf(call)[column].expected} (needed because ${why})`,
    }));

function neededForScore(person: Person, call: RehearsalCall): Fault[] {
  const { cells } = person;
  if (cells.years < call.minimumYears) return [];
  if (cells.shows !== true) return missing(person, call, "years are enough", "shows");
  const { score_1, score_2 } = cells;
  const unsaid = missing(person, call, "shows is yes", "agreed", "score_1", "score_2");
  if (unsaid.length > 0 || score_1 === undefined || score_2 === undefined) return unsaid;
  return scoreOf(person, call) === undefined
    ? missing(person, call, `score_1 and score_2 differ by more than ${call.scoreGap}`, "score_3")
    : [];
}

function scoreOf({ scores }: Person, { scoreGap }: RehearsalCall) {
  const given = scores.filter((score) => score !== undefined);
  const result = given.length < 2 ? undefined : reviewScore(given, scoreGap);
  return result?.outcome === "scored" ? result.score : undefined;
}

/** The lines of those who will get a place, as the process itself gives them: of nobody else more is asked. */
function withPlace(people: readonly Person[], call: RehearsalCall): ReadonlySet<number> {
  const bids = people.flatMap((person) => {
    const { years, shows, agreed: role } = person.cells;
    const score = scoreOf(person, call);
    if (years < call.minimumYears || !shows || score === undefined || role === undefined) return [];
    const submittedAt = iso(vilniusInstant(person.submittedAt));
    return [{ id: String(person.line), bid: { score, applicant: person.name, submittedAt, role } }];
  });
  const ranked = rank(bids, selection, selection.terms({ ...call, closesAt: call.closes }));
  return new Set(ranked.flatMap(({ id, kind }) => (kind === "offered" ? [Number(id)] : [])));
}

function neededWithPlace(person: Person, call: RehearsalCall): Fault[] {
  const { line, cells } = person;
  const unsaid = missing(person, call, "there is a place", "months", "load_percent", "training_hours");
  const asked = call.roles[cells.agreed ?? ""]?.trainingHours ?? 0;
  if (unsaid.length > 0 || (cells.training_hours ?? 0) < asked) return unsaid;
  const untried = [
    ...missing(person, call, "the training is enough", "trial"),
    ...(cells.trial === "returned" ? missing(person, call, "trial is returned", "trial_2") : []),
  ];
  if (untried.length > 0 || cells.trial === "failed" || cells.trial_2 === "failed") return untried;
  const closed = call.closes.slice(0, 10);
  return [
    ...missing(person, call, "the trial is passed", "accredited_on", "consent"),
    ...(cells.accredited_on !== undefined && cells.accredited_on < closed
      ? [
          {
            line,
            column: "accredited_on" as const,
            expected: `a day not before the call closes (${call.closes})`,
          },
        ]
      : []),
  ];
}

const applicationOf = ({ line, name, email, cells }: Person): Said => ({
  fullName: name,
  email,
  position: cells.position,
  experienceYears: cells.years,
  school: "Repetuojamoji mokykla",
  municipality: "Molėtų rajono savivaldybė",
  principalName: "Mokyklos vadovas",
  principalEmail: `vadovas-${line}@mokykla.example`,
  role: cells.role,
  motivation: inWords,
  iban: defaultPayer.iban,
  listed: cells.consent ?? false,
  truthful: true,
});

/** Everybody answers at once, as the file says of whose road it is. */
function answers(asked: Asked<Person>): Answering | undefined {
  const { row: person } = asked;
  if (!person) return decidesOnRanking(asked);
  if (asked.state === "review") return reviews(asked, person);
  const says = answerOf(asked, person);
  return says && { says };
}

function answerOf(asked: Asked<Person>, { line, cells }: Person): Said | undefined {
  switch (asked.state) {
    case "conversation":
      return cells.shows ? { outcome: "agreed", role: cells.agreed } : { outcome: "noShow" };
    case "portfolio":
      return { experience: inWords, example: inWords };
    case "load":
      return {
        outcome: "agreed",
        loadPercent: cells.load_percent,
        starts: dayOf(asked),
        months: cells.months,
      };
    case "agreement":
      return { agreed: "yes" };
    case "supportPay":
      return { outcome: "paid", paidOn: dayOf(asked) };
    case "training":
      return { trainings: [{ topic: inWords, hours: cells.training_hours }] };
    case "trainingReview":
      return { outcome: "confirmed", hours: cells.training_hours };
    case "assignment":
      return { school: "Mokykla", contactName: "Mokykla", contactEmail: clientOf(line, 0), what: inWords };
    case "trial":
      return judged(cells.trial);
    case "improvement":
      return { what: inWords };
    case "lastTrial":
      return judged(cells.trial_2);
    case "accreditation":
      return { outcome: "accredited", accreditedOn: cells.accredited_on };
    case "renewal":
      return renews(line, wordNow(asked, cells));
    case "feedback":
      return { mark: figuresOf(wordNow(asked, cells))?.mean };
    case "renewalReview":
      return reviewsRenewal(figuresOf(wordNow(asked, cells)));
    default:
      return unanswered(asked);
  }
}

const judged = (outcome: string | undefined): Said =>
  outcome === "passed" ? { outcome } : { outcome, reason: inWords };

const clientOf = (line: number, client: number): string => `mokykla-${line}-${client}@mokykla.example`;

/** The word for the time that ends. */
const wordNow = ({ file }: Asked<Person>, { renewals: words = [] }: PersonCells): Word | undefined =>
  words[timesBegun(file) - 1];

const figuresOf = (word: Word | undefined) => (typeof word === "object" ? word : undefined);

function renews(line: number, word: Word | undefined): Said | undefined {
  if (word === undefined) return undefined;
  if (word === "leave") return { outcome: "leave" };
  if (word === "stop") return { outcome: "stop" };
  const clients = Array.from({ length: word.raters }, (_, index) => ({
    school: `${index + 1} mokykla`,
    contactName: "Mokykla",
    contactEmail: clientOf(line, index + 1),
  }));
  return { outcome: "submitted", hours: word.hours, did: inWords, clients };
}

/** A mean of no school can only be said by the coordinator. */
const reviewsRenewal = (word: ReturnType<typeof figuresOf>): Said => ({
  outcome: "confirmed",
  hours: word?.hours,
  ...(word?.raters === 0 ? { mean: word.mean } : {}),
});

/** A call of it: a line each who applies, from the conversation to the end of what they were accredited for. */
export const rehearsal = defineRehearsal({
  call: {
    shape: rehearsalCall,
    faults: faultsOfTimes,
    filled: ({ at: _at, ...call }) => ({
      ...call,
      title: call.title ?? { lt: "Karjeros pokyčiai", en: "Career transitions" },
      payer: call.payer ?? defaultPayer,
      staff: call.staff ?? defaultStaff,
      reviewers: call.reviewers ?? [...defaultReviewers],
    }),
  },
  columns: columnsOf,
  row: personOf,
  atLeast: "at least one person",
  check: checkPerson,
  checkAll,
  begins: ({ rows }, { id }) => applyInTurn(rows, id, applicationOf),
  answer: answers,
  became: ({ row, outcome, state, file, mails, transitions, itemsWritten }, { at }) => {
    const found = file && latestRecord(file, scored)?.score;
    return {
      row,
      status: state ?? outcome,
      cells: file
        ? [
            roleOf(file),
            found === undefined ? undefined : printScore(storedScore(found), "en"),
            paidCents(file),
            accreditedOn(file),
            accreditedUntil(file),
            timesBegun(file) === 0 ? undefined : renewalsOf(file),
          ]
        : Array.from<undefined>({ length: 6 }),
      work: [mails, transitions, itemsWritten],
      stood: at.flatMap((day) => {
        const standing = file && stoodOn(file, day);
        return standing ? [{ day, ...standing }] : [];
      }),
    };
  },
  tells: (all) => ({
    tables: [
      {
        name: "cases.csv",
        columns: [
          ...["applicant", "status", "role", "score", "support_cents", "accredited", "until", "renewals"],
          ...["mails", "transitions", "items_written"],
        ],
        rows: all.map(({ row, status, cells, work }) => [row.name, status, ...cells, ...work]),
      },
      {
        name: "register.csv",
        columns: ["at", "role", "name", "accredited", "state", "line"],
        rows: all
          .flatMap(({ row, stood }) =>
            stood.map(({ day, role, name, from, state }) => [day, role, name, from, state, row.line]),
          )
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)),
      },
    ],
  }),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
