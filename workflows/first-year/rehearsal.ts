import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { positionColumn } from "../blocks/position.ts";
import { faultsOfDay, faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { defaultPayer, defaultStaff, inWords } from "../blocks/rehearsal/people.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import {
  type Asked,
  type Deed,
  dayOf,
  type Known,
  type Row,
  type Said,
  unanswered,
} from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  type Column,
  cell,
  localDate,
  mailbox,
  oneOf,
  optional,
  someText,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { faultsOfTerms, ruleShape } from "./call.ts";
import { countedIn, declarationsIn } from "./mentor.ts";
import { heldCheckIns, roadIn } from "./novice.ts";
import { daysOf, mentorIn } from "./roads.ts";

/** A call as somebody writes it for a rehearsal: when it opens, and who works on it, may be left out. */
const callShape = z
  .looseObject({
    id: z.string().default("first-year"),
    process: z.literal("first-year"),
    opens: z.string().optional(),
    closes: z.string().optional(),
    ...ruleShape,
    /** The municipality of each. */
    schools: z.record(z.string().min(1).max(200), z.string().min(1).max(120)),
  })
  .transform((call) => ({
    ...call,
    opens: call.opens ?? `${yearBefore(call)}-01-02T09:00`,
    closes: call.closes ?? `${call.lastDay}T23:59:59`,
  }));
type RehearsedCall = z.infer<typeof callShape>;

/** Nobody begins so early. */
const yearBefore = ({ terms, lastDay }: Pick<RehearsedCallIn, "terms" | "lastDay">): number =>
  Math.min(...[...terms.map(({ from }) => from), lastDay].map((day) => Number(day.slice(0, 4)))) - 1;
type RehearsedCallIn = { readonly terms: readonly { readonly from: string }[]; readonly lastDay: string };

const words = {
  mentor: "mentorChanged",
  school: "schoolChanged",
  pause: "paused",
  leave: "onLeave",
  resume: "resumed",
  left: "left",
} as const;

interface Event {
  readonly day: string;
  readonly word: keyof typeof words;
  readonly name: string;
}

const eventShape = /^(\d{4}-\d\d-\d\d)=(?:(mentor|school):(.+)|(pause|leave|resume|left))$/;
const events: Column<readonly Event[]> = cell(
  "a day and what was said on it, such as 2027-11-15=mentor:NAME;2028-02-01=pause, with mentor:NAME, school:NAME, pause, leave, resume or left",
  (said) => {
    const read = said.split(";").map((one): Event | undefined => {
      const [, day = "", named, name = "", plain] = eventShape.exec(one.trim()) ?? [];
      const word = Object.keys(words).find((known) => known === (named ?? plain));
      const isDay = z.iso.date().safeParse(day).success;
      return isDay && isWord(word) ? { day, word, name: name.trim() } : undefined;
    });
    const known = read.flatMap((one) => (one ? [one] : []));
    return known.length === read.length ? known : undefined;
  },
);
const isWord = (word: string | undefined): word is keyof typeof words =>
  word !== undefined && Object.hasOwn(words, word);

const checkIns: Column<(number: number) => boolean> = cell(
  "how many check-ins were held, or which of them such as 1;2;4",
  (said) => {
    const numbers = said.split(";").map((one) => (/^\d{1,4}$/.test(one.trim()) ? Number(one) : Number.NaN));
    const [first = 0] = numbers;
    if (numbers.some(Number.isNaN) || new Set(numbers).size < numbers.length) return undefined;
    return said.includes(";") ? (number) => numbers.includes(number) : (number) => number <= first;
  },
);

const declared: Column<ReadonlyMap<string, "both" | "mentor">> = cell(
  "terms, each once, and who declared them, such as 2027-autumn:both;2028-winter:mentor",
  (said) => {
    const read = said.split(";").map((one) => /^(.+):(both|mentor)$/.exec(one.trim()) ?? []);
    const known = new Map(
      read.map(([, term = "", by]) => [term.trim(), by === "both" ? "both" : "mentor"] as const),
    );
    return read.some(([all]) => all === undefined) || known.size < read.length ? undefined : known;
  },
);

const columns = {
  kind: oneOf("mentor", "novice"),
  name: someText,
  email: mailbox,
  position: positionColumn,
  school: optional(someText),
  municipality: optional(someText),
  capacity: optional(wholeUpTo(500)),
  years: optional(wholeUpTo(70)),
  accepts: optional(yesNo),
  starts: optional(localDate),
  qualified: optional(yesNo),
  months_before: optional(wholeUpTo(600)),
  years_away: optional(wholeUpTo(60)),
  mentor: optional(someText),
  events: optional(events),
  checkins: optional(checkIns),
  declared: optional(declared),
  evaluation: optional(oneOf("passed", "failed", "extend")),
  again: optional(oneOf("passed", "failed")),
};
type PeopleCells = Cells<typeof columns>;
type Fault = CellFault<keyof PeopleCells>;
type Person = PeopleCells & Row;

/** What a line of its kind has, as far as a rule comes to ask for it: whoever does not accept needs no room. */
function neededOf({
  kind,
  accepts,
  qualified,
  months_before,
  years_away = 0,
}: Person): (keyof PeopleCells)[] {
  if (kind === "mentor") return accepts === false ? [] : ["capacity", "years"];
  const served: (keyof PeopleCells)[] = qualified && years_away < 10 ? ["months_before"] : [];
  return [
    "school",
    "starts",
    "qualified",
    ...served,
    ...(qualified && (months_before ?? 0) >= 12 ? ["years_away" as const] : []),
  ];
}

/** What no cell shows by itself: what its kind of line needs, and what must agree with the call. */
function checkPerson(row: Person, { schools, terms, lastDay }: RehearsedCall): Fault[] {
  const { line, kind, school, municipality, starts } = row;
  const fault = (column: keyof PeopleCells, expected: string): Fault => ({ line, column, expected });
  const known = school !== undefined && Object.hasOwn(schools, school) ? schools[school] : undefined;
  const unknownTerms = [...(row.declared?.keys() ?? [])].filter((id) =>
    terms.every((term) => term.id !== id),
  );
  const unknownSchools = (row.events ?? []).filter(
    ({ word, name }) => word === "school" && !Object.hasOwn(schools, name),
  );
  return [
    ...neededOf(row).flatMap((column) =>
      row[column] === undefined ? [fault(column, columns[column].expected)] : [],
    ),
    ...(known === undefined && school !== undefined && kind === "novice"
      ? [fault("school", "a school of the call")]
      : []),
    ...(known !== undefined && municipality !== undefined && municipality !== known
      ? [fault("municipality", `${known}, as the call says of ${school}`)]
      : []),
    ...(starts !== undefined && starts > lastDay
      ? [fault("starts", `a day not after ${lastDay}, the last day of the call`)]
      : []),
    ...(starts !== undefined &&
    faultsOfDay("starts", Temporal.PlainDate.from(starts).subtract({ days: 1 })).length > 0
      ? [fault("starts", "a day in a year whose holidays are known")]
      : []),
    ...unknownTerms.map((id) => fault("declared", `terms of the call (${id} is none)`)),
    ...unknownSchools.map(({ name }) => fault("events", `schools of the call (${name} is none)`)),
  ];
}

/** Names and addresses are one person's each, and whoever is named as a mentor is one. */
function checkPeople(rows: readonly Person[]): Fault[] {
  const mentors = new Set(rows.flatMap(({ kind, name }) => (kind === "mentor" ? [name] : [])));
  const firstOf = (key: (row: Person) => string) =>
    new Map(rows.toReversed().map((row) => [key(row), row.line]));
  const [names, emails] = [firstOf(({ name }) => name), firstOf(({ email }) => email.toLowerCase())];
  return rows.flatMap(({ line, name, email, mentor, events: said = [] }) => [
    ...twice(line, "name", names.get(name)),
    ...twice(line, "email", emails.get(email.toLowerCase())),
    ...(mentor !== undefined && !mentors.has(mentor)
      ? [{ line, column: "mentor" as const, expected: "the name of a mentor of the file" }]
      : []),
    ...said
      .filter((one) => one.word === "mentor" && !mentors.has(one.name))
      .map((one) => ({
        line,
        column: "events" as const,
        expected: `mentors of the file (${one.name} is none)`,
      })),
  ]);
}

const twice = (line: number, column: "name" | "email", first = line): Fault[] =>
  first < line ? [{ line, column, expected: `one that no other line has (line ${first} has it)` }] : [];

const firstCode = 100_000_000;

/** Of whoever comes from no school, or from one that lies nobody says where. */
const nowhere = "–";

/** The file says of no school in which town it lies, and nothing comes of it. */
const settlement = "Vilnius";

/** The schools of the call, and those of mentors who come from others, as the product's lists have them. */
const schoolsOf = (rows: readonly Person[], { schools }: RehearsedCall) =>
  Object.entries({
    ...Object.fromEntries(rows.map(({ school = nowhere, municipality = nowhere }) => [school, municipality])),
    ...schools,
  }).map(([name, municipality], index) => ({
    code: String(firstCode + index),
    name,
    municipality,
    settlement,
    kind: "miestas",
  }));

/** Everybody is registered before the first of them begins, also where the call says that it opens later. */
const opensFor = (rows: readonly Person[], { opens }: RehearsedCall): string =>
  [
    opens,
    ...rows.flatMap(({ starts }) => (starts === undefined ? [] : [`${dayAfter(starts, -1)}T09:00`])),
  ].toSorted()[0] ?? opens;

const principal = { principalName: "Mokyklos vadovas", principalEmail: "vadovas@mokykla.example" };

/** In the order of the file, a second after the other. */
const registers = (known: Known<Person>, call: RehearsedCall): readonly Deed<Person>[] => {
  const codes = new Map(schoolsOf(known.rows, call).map(({ name, code }) => [name, code]));
  const emails = new Map(known.rows.map(({ name, email }) => [name, email]));
  return known.rows.map((row) => ({
    does: "applies",
    row,
    to: call.id,
    at: iso(vilniusInstant(opensFor(known.rows, call)).add({ seconds: row.line })),
    values: () => ({
      registers: row.kind,
      fullName: row.name,
      email: row.email,
      position: row.position ?? "teacher",
      schoolCode: codes.get(row.school ?? nowhere),
      ...principal,
      ...(row.kind === "mentor"
        ? { years: row.years ?? 0, capacity: row.capacity ?? 0 }
        : {
            starts: row.starts,
            qualified: row.qualified,
            monthsBefore: row.months_before ?? 0,
            yearsAway: row.years_away ?? 0,
            ...(row.mentor === undefined ? {} : { mentorEmail: emails.get(row.mentor) }),
          }),
    }),
  }));
};

/** What the file has happen, on its day from ten o'clock on, a minute after the other. Before the first day nobody can say it. */
const happens = ({ rows }: Known<Person>, call: RehearsedCall): readonly Deed<Person>[] => {
  const codes = new Map(schoolsOf(rows, call).map(({ name, code }) => [name, code]));
  const accepting = new Set(rows.flatMap(({ accepts, name }) => (accepts === false ? [] : [name])));
  /** Nobody can name a mentor who has not accepted. */
  const isHeard = ({ word, name }: Event): boolean => word !== "mentor" || accepting.has(name);
  return rows.flatMap((row) => {
    const { starts = "", events: said = [] } = row;
    const coming = said.filter((one) => one.day >= starts && one.day <= call.lastDay && isHeard(one));
    const inOrder = withoutRepeating(
      coming
        .map((one, index) => ({ ...one, index }))
        .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index)),
    );
    return inOrder.map(
      ({ day, word, name, index }, at): Deed<Person> => ({
        does: "says",
        row,
        word: words[word],
        at: iso(vilniusInstant(`${day}T10:00`).add({ minutes: index })),
        number: inOrder.slice(0, at + 1).filter((one) => one.word === word).length,
        mayBeLate: true,
        values: () => {
          switch (word) {
            case "mentor":
              return { mentorEmail: rows.find((one) => one.name === name)?.email, reason: inWords };
            case "school":
              return { ...principal, newSchool: codes.get(name), reason: inWords };
            case "leave":
              return { cause: "illness" };
            case "pause":
            case "left":
              return { reason: inWords };
            case "resume":
              return {};
          }
        },
      }),
    );
  });
};

/** Whoever is on pause cannot be paused again, nor can anybody resume what goes on: such a word changes nothing, and nobody can say it. */
function withoutRepeating<E extends Event>(inOrder: readonly E[]): readonly E[] {
  let stands: Event["word"] = "resume";
  return inOrder.filter(({ word }) => {
    if (word !== "pause" && word !== "leave" && word !== "resume") return true;
    const isNew = word !== stands;
    stands = word;
    return isNew;
  });
}

/** Everybody answers at once, as it should go, unless a column says otherwise. */
function answersTo(asked: Asked<Person>, { rows }: Known<Person>): Said | undefined {
  const { row, state, part, file } = asked;
  if (!row) return unanswered(asked);
  const noviceOf = (number: string | undefined): Person | undefined => {
    const known = countedIn(file)
      .at(-1)
      ?.novices.find((one) => one.part === number);
    return rows.find(({ name }) => name === known?.name);
  };
  const term = countedIn(file).at(-1)?.term ?? "";
  const partsOf = () =>
    countedIn(file)
      .at(-1)
      ?.novices.map((one) => one.part) ?? [];
  const saysWhy = (outcome: string): Said =>
    outcome === "passed" ? { outcome } : { outcome, reason: inWords };
  switch (state) {
    case "acceptance":
      return row.accepts !== false
        ? { outcome: "accepted", iban: defaultPayer.iban, listed: "yes" }
        : { outcome: "declined" };
    case "signing":
      return { agreed: "yes" };
    case "plan":
      return { needs: ["knowingPupils"], goals: inWords };
    case "planAgreement":
      return { outcome: "agreed" };
    case "checkIn": {
      const number = file.records.filter(({ step }) => step === "checkIn").length + 1;
      return { outcome: part === "mentor" || (row.checkins?.(number) ?? true) ? "held" : "missed" };
    }
    case "appraisal":
      return { appraisal: inWords };
    case "evaluation":
      return saysWhy(row.evaluation ?? "passed");
    case "lastEvaluation":
      return saysWhy(row.again ?? "passed");
    case "declaration":
      return { novices: partsOf().filter((one) => noviceOf(one)?.declared?.has(term)) };
    case "confirmation":
      return noviceOf(part)?.declared?.get(term) === "both" ? { outcome: "confirmed" } : undefined;
    case "inPlace": {
      const isSilent = (one: string) => noviceOf(one)?.declared?.get(term) === "mentor";
      return { novices: partsOf().filter(isSilent), looked: "yes" };
    }
    case "termPay":
      return { outcome: "paid", paidOn: dayOf(asked) };
    case "recovery":
      return { recoveredOn: dayOf(asked) };
    default:
      return unanswered(asked);
  }
}

/** A call of first years: mentors and novices, a line each. */
export const rehearsal = defineRehearsal({
  call: {
    shape: callShape,
    faults: (call) => [
      ...faultsOfTimes(call),
      ...faultsOfTerms(call.terms).map(({ row, column, why }) => `terms.${row}.${column}: ${why}`),
    ],
    filled: ({ schools: _, ...call }) => ({
      title: { lt: "Pedagoginė stažuotė", en: "First year of teaching" },
      payer: defaultPayer,
      staff: {
        coordinator: defaultStaff.coordinator,
        agency: defaultStaff.agency,
        finance: defaultStaff.finance,
        leader: { name: "Vida Universitetaitė", email: "vadove@kelias.example", language: "lt" },
      },
      ...call,
      // A file of people has no numbers of the register.
      registered: false,
    }),
  },
  columns: () => columns,
  row: (cells, line): Person => ({ ...cells, line }),
  atLeast: "a mentor or a novice",
  check: checkPerson,
  checkAll: checkPeople,
  brings: (rows, call) => ({ schools: schoolsOf(rows, call), opens: opensFor(rows, call) }),
  begins: (known, call) => [...registers(known, call), ...happens(known, call)],
  answer: (asked, known) => {
    const says = answersTo(asked, known);
    return says && { says };
  },
  became: ({ row, outcome, state, file, hours, mails, transitions }) => {
    const road = file && roadIn(file);
    return {
      row,
      kind: row.kind,
      status: state ?? outcome,
      ...(hours === undefined ? {} : { hours }),
      mails,
      transitions,
      mentor: road && mentorIn(road)?.name,
      endsOn: road?.end?.on,
      running: road?.end && daysOf(road, "running", road.end.on),
      checkIns: file && road?.end && heldCheckIns(file),
      terms: file ? termsOf(file) : [],
    };
  },
  tells: (all) => {
    const payments = all.flatMap(({ row, terms }) =>
      terms.map(({ novice, term, days, cents }) => ({ novice, mentor: row.name, term, days, cents })),
    );
    const paid = (name: string) =>
      payments.reduce((sum, { novice, cents }) => sum + (novice === name ? cents : 0), 0);
    return {
      tables: [
        {
          name: "cases.csv",
          columns: ["novice", "status", "mentor", "ends_on", "running_days", "check_ins", "paid_cents"],
          rows: all
            .filter(({ kind }) => kind === "novice")
            .map(({ row, status, mentor, endsOn, running, checkIns: held }) => [
              row.name,
              status,
              mentor,
              endsOn,
              running,
              held,
              endsOn === undefined ? undefined : paid(row.name),
            ]),
          isForSpreadsheets: true,
        },
        {
          name: "payments.csv",
          columns: ["novice", "mentor", "term", "days", "cents"],
          rows: payments.map(({ novice, mentor, term, days, cents }) => [novice, mentor, term, days, cents]),
          isForSpreadsheets: true,
        },
      ],
    };
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});

/** What a mentor's case says of each novice and term. */
const termsOf = (file: Asked["file"]) => {
  const paid = declarationsIn(file);
  return countedIn(file).flatMap(({ term, novices }) =>
    novices.map(({ part, name: novice, days }) => ({
      novice,
      term,
      days,
      cents: paid.find((one) => one.term === term && one.part === part)?.cents ?? 0,
    })),
  );
};
