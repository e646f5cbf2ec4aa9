import type * as z from "zod";
import { positionColumn } from "../blocks/position.ts";
import { inOrder } from "../blocks/ranking/order.ts";
import { always, inTurn } from "../blocks/rehearsal/answers.ts";
import { type ApplicantRow, applicantsRehearsal } from "../blocks/rehearsal/applicants.ts";
import { notTaken } from "../blocks/rehearsal/applying.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { rankedFigures, workFigures } from "../blocks/rehearsal/figures.ts";
import type { Need } from "../blocks/rehearsal/needs.ts";
import { offering } from "../blocks/rehearsal/offering.ts";
import { defaultPayer, defaultStaff, inWords, written } from "../blocks/rehearsal/people.ts";
import { faultsOfApplying, faultsOfNames } from "../blocks/rehearsal/people-checks.ts";
import { enrolment } from "../blocks/studies/forms.ts";
import { answersTo } from "../kernel/answers.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { earlierDay, lastSecond, laterDay } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { type Asked, type Deed, dayOf, type Known, type Said, type Stand } from "../kernel/rehearsal.ts";
import {
  added,
  type Cells,
  type Column,
  cell,
  listOf,
  localDate,
  localTime,
  mailbox,
  oneOf,
  optional,
  points,
  text,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { points as scoreOf } from "../kernel/score.ts";
import { earliestFor, openBook, slotName } from "../kernel/slots.ts";
import { callShape, slots } from "./call.ts";
import { askedAbout, countedIn } from "./commitment.ts";
import { decisionOn, selection, slotOf, vacantIn } from "./rules.ts";
import { paidCents, recoveredCents } from "./studies.ts";

const { minimumScore: minimum, ...shape } = callShape.shape;

/** A call as somebody writes it for a rehearsal: the least score by its name in the interview; people and title may be left out. */
const rehearsalCall = callShape.omit({ minimumScore: true }).extend({
  interviewMinimum: minimum.refine(
    (value) => value <= 100 && Math.round(value * 100) / 100 === value,
    "expected points from 0 to 100 with at most two decimals",
  ),
  title: shape.title.optional(),
  staff: shape.staff.optional(),
  interviewers: shape.interviewers.optional(),
});
type RehearsalCall = z.infer<typeof rehearsalCall>;

interface Period {
  readonly from: string;
  readonly to: string;
}

function periodOf(said: string): Period | undefined {
  const [from = "", to = "", ...more] = said
    .split("/")
    .map((day) => localDate.schema.safeParse(day.trim()).data);
  return more.length === 0 && from !== "" && to !== "" && from <= to ? { from, to } : undefined;
}

const postponed: Column<readonly Period[]> = listOf(
  "periods with ; between them, each its first and last day, as in 2029-01-10/2029-05-15",
  cell("a period", periodOf),
);

/** A semester in which somebody studied, left, was on leave, or before which they left; what stands behind the end is not read. */
const progressColumn: Column<string> = cell("a letter for each semester: s, d, x or l", (said) =>
  /^[sdxl]+$/.test(said) ? said : undefined,
);

const percent = (said: string): number | undefined =>
  /^\d{1,3}(\.\d{1,2})?$/.test(said) && Number(said) <= 200 ? Number(said) : undefined;

const workColumn = listOf(
  "work with ; between, each its days, share in per cent and kind of school, as in 2028-09-01/2030-06-30@70@municipal",
  cell("work", (said) => {
    const [days = "", share = "", kind = "", ...more] = said.split("@").map((part) => part.trim());
    const [period, sharePercent] = [periodOf(days), percent(share)];
    return period && sharePercent !== undefined && kind !== "" && kind.length <= 120 && more.length === 0
      ? { ...period, sharePercent, kind }
      : undefined;
  }),
);

const upTo = (most: number): Column<number> =>
  cell(`a number from 0 to ${most} with at most two decimals`, (said) =>
    /^\d{1,4}(\.\d{1,2})?$/.test(said) && Number(said) <= most ? Number(said) : undefined,
  );

const columns = {
  applicant: text(120),
  email: mailbox,
  position: positionColumn,
  /** Files that were written for the full road alone have none. */
  road: added(oneOf("full", "short")),
  subject: text(120),
  wants: optional(listOf("municipalities with ; between them", text(120))),
  diploma: optional(yesNo),
  credits: upTo(1000),
  submitted_at: localTime,
  interview_from: optional(localDate),
  moves_to: optional(localDate),
  shows: optional(yesNo),
  interview_score: optional(points),
  ...offering(decisionOn).columns,
  elsewhere: optional(yesNo),
  progress: optional(progressColumn),
  grade: optional(upTo(10)),
  cause: optional(yesNo),
  qualified_on: optional(localDate),
  postponed: optional(postponed),
  work: optional(workColumn),
};
type PersonCells = Cells<typeof columns>;
type Person = ApplicantRow<typeof columns>;

/** Who holds which interview once everybody has booked, and then moved; now is the closing instant [12.2]. */
function interviewsOf(call: RehearsalCall, taken: readonly Person[], isMoved = true) {
  const offered = call.slots.map(({ interviewer, starts }) => ({ starts, by: interviewer }));
  const book = openBook(offered, call.bookUntilHours);
  const now = iso(lastSecond(call.closes));
  const able = taken.filter(({ cells }) => isNeeded(call, cells)).toSorted((a, b) => turnOf(a) - turnOf(b));
  for (const { line, cells } of able)
    book.book(`${line}`, `${line}`, { notBefore: cells.interview_from }, now);
  for (const { line, cells } of isMoved ? able : [])
    if (cells.moves_to !== undefined) book.move(`${line}`, { notBefore: cells.moves_to }, now);
  return book;
}

/** Two at least interview, though all times may be one's. */
function interviewersOf({ slots: offered }: Pick<RehearsalCall, "slots">) {
  const named = [...new Set([...offered.map(({ interviewer }) => interviewer), "Antras Pokalbininkas"])];
  const all = named.length > 1 ? named : [...named, "Pirmas Pokalbininkas"];
  return all.map((one, index) => ({
    name: one,
    email: `pokalbis-${index + 1}@kelias.example`,
    language: "lt",
  }));
}

const wishesOf = (call: RehearsalCall, { wants = [] }: PersonCells): readonly string[] => [
  ...new Set(wants.filter((one) => one !== "").slice(0, call.choices)),
];

const isNeeded = (call: RehearsalCall, cells: PersonCells): boolean =>
  cells.diploma !== false &&
  cells.credits >= call.minimumCredits &&
  call.need.some(
    ({ municipality, subject, vacancies }) =>
      subject === cells.subject && vacancies > 0 && wishesOf(call, cells).includes(municipality),
  );

/** Who is offered a place and takes it, morning by morning [12.3, C8]. */
function acceptedOf(call: RehearsalCall, met: readonly Person[]): ReadonlySet<number> {
  const bids = met.flatMap(({ line, name, submittedAt, cells }) =>
    (cells.interview_score ?? -1) < call.interviewMinimum
      ? []
      : [
          {
            id: `${line}`,
            bid: {
              score: scoreOf(cells.interview_score ?? 0),
              applicant: name,
              submittedAt: iso(vilniusInstant(submittedAt)),
              ...{ subject: cells.subject, wants: [], elsewhere: false },
            },
          },
        ],
  );
  const { indices } = inOrder(bids, selection.order);
  const order = [...indices].flatMap((place) => met.filter(({ line }) => `${line}` === bids[place]?.id));
  const free = new Map(Object.entries(vacantIn(call)));
  const freed = new Map<number, string[]>();
  const accepted = new Set<number>();
  let waiting = order;
  for (let morning = 0; morning <= Math.max(0, ...freed.keys()); morning += 1) {
    for (const subject of freed.get(morning) ?? []) free.set(subject, (free.get(subject) ?? 0) + 1);
    waiting = waiting.filter(({ line, cells: { subject, offer = "accept" } }) => {
      const left = free.get(subject) ?? 0;
      if (left === 0) return true;
      free.set(subject, left - 1);
      if (offer === "accept") accepted.add(line);
      else {
        const on = morning + (offer === "decline" ? 1 : call.offerDays + 1);
        freed.set(on, [...(freed.get(on) ?? []), subject]);
      }
      return false;
    });
  }
  return accepted;
}

/** How many semesters are studied to the end of all of them; `undefined` for whoever leaves before [10.4]. */
function studiesAll(call: RehearsalCall, { road, progress = "", cause }: PersonCells): boolean {
  if (road === "short") return false;
  let [studied, leaves] = [0, 0];
  for (const letter of progress) {
    if (studied === call.semesters) break;
    if (letter === "x" || letter === "d") return false;
    if (letter === "s") studied += 1;
    else leaves += 1;
    if (leaves > 1 && cause !== true) return false;
  }
  return studied === call.semesters;
}

/** What is needed along the road, of those whose road comes there. */
function needs(call: RehearsalCall, taken: readonly Person[]): readonly Need<PersonCells>[] {
  const book = interviewsOf(call, taken);
  const lines = new Map(taken.map((one) => [one.name, one]));
  const has = ({ applicant }: PersonCells) => book.slotOf(`${lines.get(applicant)?.line}`) !== undefined;
  const met = taken.filter(({ cells }) => has(cells) && cells.shows !== false);
  const accepted = acceptedOf(call, met);
  return [
    { columns: [], because: "", goesOn: (cells) => has(cells) && cells.shows !== false },
    { columns: ["interview_score"], because: "the interview was held" },
    {
      columns: [],
      because: "",
      goesOn: (cells) => accepted.has(lines.get(cells.applicant)?.line ?? 0) && studiesAll(call, cells),
    },
    {
      columns: ["grade"],
      because: "all semesters were studied",
      goesOn: ({ grade = -1 }) => grade >= call.passGrade,
    },
    { columns: ["qualified_on"], because: "the grade is enough" },
  ];
}

interface Knows {
  readonly call: RehearsalCall;
  readonly known: {
    readonly subjects: string[];
    readonly municipalities: string[];
    readonly kinds: string[];
  };
}

/** What people name may be what the call needs nobody for. */
const knows = (people: readonly Person[], call: RehearsalCall): Knows => {
  const all = <T>(of: (cells: PersonCells) => readonly T[]) => [
    ...new Set(people.flatMap(({ cells }) => of(cells))),
  ];
  return {
    call,
    known: {
      subjects: all(({ subject }) => [subject]),
      municipalities: all((cells) => wishesOf(call, cells)),
      kinds: all(({ work = [] }) => work.map(({ kind }) => kind)),
    },
  };
};

const applicationOf = ({ name, email, cells }: Person, known: Knows | undefined): Said => ({
  fullName: name,
  email,
  position: cells.position ?? "specialist",
  road: cells.road ?? "full",
  diploma: cells.diploma ?? true,
  credits: cells.credits,
  subject: cells.subject,
  ...(known && wishesOf(known.call, cells).length > 0 ? { wants: wishesOf(known.call, cells) } : {}),
  elsewhere: cells.elsewhere ?? true,
  motivation: written.motivation,
  iban: defaultPayer.iban,
  truthful: true,
});

/** People book in the order in which they applied. */
const turnOf = ({ submittedAt, line }: Person): number =>
  Math.floor(vilniusInstant(submittedAt).epochMilliseconds / 1000) * 100_000 + line;

/** They move in the same order, after everybody's booking: a rehearsal that goes on after a kill meets those who have booked with those who have not. */
const turnToMove = (person: Person): number => turnOf(person) + 1e15;

function books({ cells }: Person, { file }: Asked): Said {
  const slot = earliestFor(slots, file, { notBefore: cells.interview_from });
  return slot ? { outcome: "booked", slot: slotName(slot) } : { outcome: "none" };
}

/** Whoever wants to move does so once everybody has booked; those who find nothing else keep what they have. */
function meets({ state, row }: Stand<Person>, { rows }: Known<Person>, call: RehearsalCall): Deed<Person>[] {
  if (state === "bookedWaiting" && row?.cells.moves_to !== undefined) {
    const slot = movedTo(row, rows, call);
    return slot === undefined
      ? []
      : [{ does: "says", row, word: "moved", order: turnToMove(row), values: () => ({ slot }) }];
  }
  const periods = state === "work" ? row?.cells.postponed : undefined;
  return row && periods ? [{ does: "says", row, word: "postponed", values: () => ({ periods }) }] : [];
}

function movedTo({ line }: Person, rows: readonly Person[], call: RehearsalCall): string | undefined {
  const outside = notTaken(rows, call.closes, ({ email }) => email.toLowerCase());
  const taken = rows.filter((one) => !outside.has(one.line));
  const [first, last] = [false, true].map((isMoved) => {
    const slot = interviewsOf(call, taken, isMoved).slotOf(`${line}`);
    return slot && slotName(slot);
  });
  return first === last ? undefined : last;
}

/** Which letter of the studies it is now: one for each semester that began or was to. */
const letterAt = ({ cells: { progress = "" } }: Person, { file }: Asked, before = 0): string =>
  progress[answersTo(file, enrolment).length - before] ?? "x";

function enrols(person: Person, asked: Asked): Said {
  const letter = letterAt(person, asked);
  return { outcome: letter === "l" ? "leave" : letter === "x" ? "left" : "begins" };
}

/** Where somebody worked on the days about which they are asked. */
function worked({ cells: { work = [] } }: Person, { file }: Asked): Said {
  const asked = askedAbout(file);
  const schools = work.flatMap(({ from: begins, to: ends, sharePercent, kind }, index) => {
    const [from, to] = [laterDay(begins, asked.from), earlierDay(ends, asked.to)];
    const school = `${index + 1} mokykla`;
    const contact = { contactName: school, contactEmail: `mokykla-${index + 1}@mokykla.example` };
    return from > to ? [] : [{ school, kind, from, to, sharePercent, ...contact }];
  });
  return schools.length > 0 ? { schools } : {};
}

const excused = ({ cells }: Person): Said => ({
  outcome: cells.cause ? "accepted" : "refused",
  reason: inWords,
});

/** Everybody answers at once. */
const answers = {
  ...offering(decisionOn).answers,
  booking: inTurn(books, turnOf),
  interview: ({ cells: { shows, interview_score: mark } }: Person) =>
    shows === false
      ? { outcome: "noShow" }
      : { outcome: "held", subject: mark, pupils: mark, motivation: mark },
  placement: always({
    university: "Universitetas",
    contactName: "Universitetas",
    contactEmail: "studijos@universitetas.example",
    school: "Praktikos mokykla",
  }),
  enrolment: enrols,
  semesterEnd: (person: Person, asked: Asked) => ({
    outcome: letterAt(person, asked, 1) === "d" ? "left" : "studied",
  }),
  leaveCause: excused,
  ending: excused,
  grading: ({ cells: { grade, qualified_on: qualifiedOn } }: Person) => ({
    grade,
    ...(qualifiedOn === undefined ? {} : { qualifiedOn }),
  }),
  shortModule: ({ cells: { progress = "s" } }: Person, asked: Asked) =>
    progress.startsWith("s") ? { outcome: "completed", completedOn: dayOf(asked) } : { outcome: "left" },
  work: worked,
  confirmation: always({ outcome: "confirmed" }),
  postponement: always({ outcome: "granted" }),
};

const ranked = rankedFigures(decisionOn);

/** A call of it: a line each who applies, from the interview to the last of the years that they owe. */
export const rehearsal = applicantsRehearsal({
  call: {
    shape: rehearsalCall,
    faults: faultsOfTimes,
    filled: ({ interviewMinimum, ...call }) => ({
      ...call,
      minimumScore: interviewMinimum,
      title: call.title ?? { lt: "Pedagogo profesijos įgijimas", en: "Ways into teaching" },
      payer: call.payer ?? defaultPayer,
      staff: call.staff ?? defaultStaff,
      interviewers: call.interviewers ?? interviewersOf(call),
    }),
  },
  columns: () => columns,
  check: faultsOfApplying,
  checkAll: faultsOfNames,
  needs,
  knows,
  brings: (known) => (known ? { known: known.known } : {}),
  applies: applicationOf,
  meets,
  answers,
  cases: {
    slot: ({ file }) => {
      const slot = file && slotOf(file);
      return slot && slotName(slot);
    },
    order: ranked.order,
    promoted: ({ file }) => {
      const made = file && decisionOn(file);
      return made?.kind === "offered" ? (made.toldAt === undefined ? "yes" : "no") : undefined;
    },
    municipality: ({ file }) => file && decisionOn(file)?.dealt,
    support_cents: ({ file }) => file && paidCents(file),
    counted_days: ({ file }) => file && countedIn(file)?.counted,
    fulfilled_on: ({ file }) => file && countedIn(file)?.fulfilledOn,
    recovered_cents: ({ file }) => file && recoveredCents(file),
    ...workFigures,
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
