import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { positionColumn } from "../blocks/position.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { tableOf } from "../blocks/rehearsal/figures.ts";
import {
  defaultPayer,
  defaultReviewers,
  defaultStaff,
  inWords,
  written,
} from "../blocks/rehearsal/people.ts";
import { dutyOf } from "../blocks/series/duty.ts";
import { settlement } from "../blocks/settlement.ts";
import { accountColumn } from "../kernel/bank-account.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter, dayAt, lastSecond, laterDay } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import {
  type Asked,
  type Deed,
  dayOf,
  type Known,
  type Road,
  type Row,
  type Said,
  unanswered,
} from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  cell,
  listOf,
  localTime,
  mailbox,
  oneOf,
  optional,
  someText,
  text,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { decidedIn } from "./call.ts";
import { othersThan } from "./forms.ts";
import { feeOf, materialsOf, promised } from "./money.ts";
import { feedbackPercent, heldIn, pupils } from "./rules.ts";

const cents = z.number().int().min(0).max(100_000_000_000);
const whole = z.number().int();

/** A call as somebody writes it for a rehearsal: when it opens, and who works on it, may be left out. */
const callShape = z.looseObject({
  id: z.string().default("creative-partnership"),
  process: z.literal("creative-partnership"),
  title: z.object({ lt: z.string(), en: z.string() }).optional(),
  opens: z.string().optional(),
  closes: z.string(),
  choices: whole.min(1).max(100),
  sessionCents: cents,
  materialsCents: cents,
  budgetCents: cents,
  acceptDays: whole.min(1).max(100),
  feedbackMinimum: whole.min(0).max(1000),
  firstSession: z.union([z.iso.date(), z.iso.datetime({ local: true, precision: -1 })], {
    error: "expected a day such as 2027-05-03",
  }),
  resultDays: whole.min(1).max(365),
  feedbackDays: whole.min(1).max(100).default(10),
});
const shapeWithOpening = callShape.transform((call) => ({
  ...call,
  opens: call.opens ?? monthsBefore(call.closes),
}));
type Call = z.infer<typeof shapeWithOpening>;

/** A call whose opening nobody has said has been open for long. */
const monthsBefore = (local: string): string =>
  /^\d{4}-/.test(local) ? `${Number(local.slice(0, 4)) - 1}${local.slice(4, 8)}01T09:00` : local;

const names = (of: string) => optional(listOf(`${of} with ; between them`, someText));
const decisions = { approve: "approve", amend: "amend", amendment: "amend", refuse: "refuse" } as const;
const approval = cell(
  "approve, amend or refuse",
  (said) => Object.entries(decisions).find(([word]) => word === said)?.[1],
);

const columns = {
  kind: oneOf("creates", "wishes"),
  name: text(200),
  email: mailbox,
  position: positionColumn,
  fields: names("fields"),
  municipality: optional(text(120)),
  municipalities: names("municipalities"),
  settlement: optional(text(100)),
  capacity: optional(wholeUpTo(1000)),
  pupils: optional(wholeUpTo(10_000)),
  sessions: optional(wholeUpTo(100)),
  order: names("names"),
  submitted_at: localTime,
  approval: optional(approval),
  accepts: optional(oneOf("yes", "no", "silent")),
  missed: optional(wholeUpTo(100)),
  spent_cents: optional(wholeUpTo(1_000_000_000)),
  answered: optional(wholeUpTo(10_000)),
  positive: optional(wholeUpTo(10_000)),
  shared: optional(yesNo),
  venue: optional(text(200)),
  iban: optional(accountColumn),
};
type PeopleCells = Cells<typeof columns>;
type Fault = CellFault<keyof PeopleCells>;
type Someone = PeopleCells & Row;

const isLate = (row: Someone, { closes }: Call): boolean =>
  Temporal.Instant.compare(vilniusInstant(row.submitted_at), lastSecond(closes)) > 0;

/** What a line of its kind has that comes into the pool, and in words what is expected. */
const needed = {
  creates: {
    fields: "fields with ; between them",
    municipalities: "municipalities with ; between them",
    capacity: "a whole number from 0 to 1000",
  },
  wishes: {
    ...{ fields: "fields with ; between them", municipality: "a municipality" },
    ...{ pupils: "a whole number above 0", sessions: "a whole number above 0" },
  },
} as const satisfies Readonly<Record<Someone["kind"], Partial<Record<keyof PeopleCells, string>>>>;

const isMissing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && !value.some((one) => one !== ""));

/** What no cell shows by itself; of whoever is late or refused nothing is looked at. */
function checkPerson(row: Someone, call: Call): Fault[] {
  const { line, missed = 0, sessions = 0, positive = 0, answered = 0 } = row;
  const fault = (column: keyof PeopleCells, expected: string): Fault => ({ line, column, expected });
  if (Temporal.Instant.compare(vilniusInstant(row.submitted_at), vilniusInstant(call.opens)) < 0)
    return [fault("submitted_at", `a time not before the call opens (${call.opens})`)];
  if (isLate(row, call) || row.approval === "refuse") return [];
  const wanted: readonly [string, string][] = Object.entries(needed[row.kind]);
  const missing = (Object.keys(columns) as (keyof PeopleCells)[]).flatMap((column) => {
    const expected = wanted.find(([name]) => name === column)?.[1];
    const isZero = row[column] === 0 && expected?.endsWith("above 0");
    return expected !== undefined && (isMissing(row[column]) || isZero) ? [fault(column, expected)] : [];
  });
  if (row.kind === "creates" || missing.length > 0) return missing;
  return [
    ...(missed > sessions ? [fault("missed", `at most as many as there are sessions (${sessions})`)] : []),
    ...(positive > answered ? [fault("positive", `at most as many as answered (${answered})`)] : []),
  ];
}

/** Whoever is named is known by the name, and there is one of each kind. */
const checkNames = (rows: readonly Someone[]): Fault[] =>
  rows.flatMap(({ line, kind, name }, index) => {
    const before = rows.slice(0, index).find((other) => other.kind === kind && other.name === name);
    const expected = `a name that no other line has (line ${before?.line} has it)`;
    return before ? [{ line, column: "name", expected }] : [];
  });

const rulesIn = ({ choices, sessionCents, materialsCents, acceptDays, feedbackMinimum, ...call }: Call) => ({
  ...{ choices, sessionCents, materialsCents, acceptDays, feedbackMinimum },
  ...{ feedbackDays: call.feedbackDays, resultDays: call.resultDays },
  firstSession: call.firstSession.slice(0, 10),
  assessors: defaultReviewers.slice(0, 3),
});

const filled = (given: Call) => {
  const rules = rulesIn(given);
  const more = Object.entries(given).filter(([name]) => !Object.hasOwn(rules, name) && name !== "schools");
  const { coordinator, agency, finance } = defaultStaff;
  return {
    title: { lt: "Kūrybinės partnerystės", en: "Creative partnerships" },
    staff: { coordinator, agency, finance },
    payer: defaultPayer,
    ...Object.fromEntries(more),
    rules: { ...rules, fields: [{ field: "–" }] },
  };
};

const rural = ["miestelis", "kaimas", "viensėdis"] as const;
const listed = (all: readonly string[] | undefined): readonly string[] => [
  ...new Set((all ?? []).filter((one) => one !== "")),
];
const codeOf = ({ line }: Row): string => String(100_000_000 + line);

/** The list of the call's schools, by which it is known where each is [C9]; and what people create and wish for. */
function bringsOf(rows: readonly Someone[], call: Call) {
  const schools = rows
    .filter(({ kind }) => kind === "wishes")
    .map((row) => ({
      ...{ code: codeOf(row), name: row.name, municipality: row.municipality ?? "–" },
      settlement: row.settlement ?? "–",
      kind: rural.find((one) => one === row.settlement) ?? "miestas",
    }));
  const fields = listed(rows.flatMap((row) => listed(row.fields))).map((field) => ({ field }));
  return {
    ...(schools.length > 0 ? { schools } : {}),
    rules: { ...rulesIn(call), fields: fields.length > 0 ? fields : [{ field: "–" }] },
  };
}

/** A municipality in which no school is leads nowhere, and stands in no list. */
function applicationOf(row: Someone, rows: readonly Someone[]): Said {
  const order = (row.order ?? []).filter((one) => one !== "").map((name) => ({ name }));
  const all = listed(rows.flatMap((one) => listed(one.fields)));
  const fields = listed(row.fields);
  const where = listed(rows.map(({ kind, municipality = "–" }) => (kind === "wishes" ? municipality : "")));
  const goes = listed(row.municipalities).filter((one) => where.includes(one));
  return {
    ...{ kind: row.kind, fullName: row.name, email: row.email, about: written.about, truthful: true },
    ...(row.position === undefined ? {} : { position: row.position }),
    fields: fields.length > 0 ? fields : [all[0] ?? "–"],
    ...(order.length > 0 ? { order } : {}),
    ...(row.kind === "creates"
      ? {
          creator: row.name,
          municipalities: goes.length > 0 ? goes : othersThan(where).slice(0, 1),
          capacity: row.capacity ?? 0,
        }
      : { schoolCode: codeOf(row), pupils: row.pupils || 1, sessions: row.sessions || 1 }),
  };
}

/** Sessions are on one day after the other, from the first that the call allows. */
function plans(row: Someone, now: string, call: Call): Said {
  const first = laterDay(call.firstSession.slice(0, 10), dayAfter(dayAt(now), 2));
  return {
    days: Array.from({ length: row.sessions ?? 1 }, (_, index) => ({
      on: dayAfter(first, index),
      from: "10:00",
    })),
    participants: Math.max(row.pupils ?? 1, row.answered ?? 0),
    ...{ place: row.venue ?? row.name, subject: inWords, together: inWords },
    ...(row.venue === undefined
      ? {}
      : { venueName: row.venue, venueKeeper: row.venue, venueEmail: `vieta-${row.line}@kultura.example` }),
    ...{ teacherName: row.name, teacherEmail: `mokytoja-${row.line}@mokykla.example` },
    iban: row.iban ?? defaultPayer.iban,
  };
}

const consents = (row: Someone | undefined): Said | undefined =>
  row?.accepts === "silent" ? undefined : { outcome: row?.accepts === "no" ? "declined" : "accepted" };

/** The last sessions are those that were missed. */
const sessionOf = ({ sessions = 0, missed = 0 }: Someone, { file }: Asked<Someone>): Said =>
  Number(dutyOf(file, "session").number) <= sessions - missed
    ? { outcome: "held", done: written.activities }
    : { outcome: "missed", reason: written.refused };

function answerTo(asked: Asked<Someone>, known: Known<Someone>, call: Call): Said | undefined {
  const { row, file, part, form, state } = asked;
  if (!row) return unanswered(asked);
  const creator = known.rowOf(decidedIn(file)?.creator?.ref ?? "");
  switch (form) {
    case "assessment":
      return { craft: 80, pupilsFirst: 80, safety: 80 };
    case "approval":
      if (row.approval === "refuse") return { outcome: "refused", reasons: written.refused };
      return row.approval === "amend" && !file.answers.some((one) => one.form === "amendment")
        ? { outcome: "amendment", reasons: written.returned }
        : { outcome: "approved" };
    case "amendment":
      return { about: written.about };
    case "consent":
      return consents(part === "creator" ? creator : row);
    case "plan":
      return plans(row, known.now(), call);
    case "planConsent":
      return { outcome: "agreed", iban: creator?.iban ?? defaultPayer.iban };
    case "planAgreement":
      return { outcome: "agreed" };
    case "signature":
      return { agreed: "yes" };
    case "payment":
      return { outcome: "paid", paidOn: dayOf(asked) };
    case "recovery":
      return { recoveredOn: dayOf(asked) };
    case "sessionDiary":
      return sessionOf(row, asked);
    case "sessionConfirmation": {
      const { done: _done, ...said } = sessionOf(row, asked);
      return said;
    }
    case "handingOut":
      return { handedOut: true };
    case "spending":
      return { spentCents: row.spent_cents ?? 0 };
    case "result":
      return row.shared === false ? undefined : { made: inWords };
    default:
      throw new RangeError(`the rehearsal does not know how anybody answers ${state}`);
  }
}

/** As many answer as the file says, and so many of them would like to go on. */
const answersOf = ({ answered = 0, positive = 0 }: Someone): readonly Said[] =>
  Array.from({ length: answered }, (_, index) => ({ liked: 3, learned: 3, again: index < positive ? 4 : 1 }));

/** Of a school that worked with a creator. */
const worked = <T>(file: CaseFile | undefined, of: (file: CaseFile) => T): T | undefined =>
  file && latestRecord(file, promised) ? of(file) : undefined;

const became = ({ row, outcome, state, file, mails, transitions }: Road<Someone>) => ({
  row,
  kind: row.kind,
  status: state ?? outcome,
  figures: {
    partner: worked(file, (one) => decidedIn(one)?.creator?.name),
    held: worked(file, heldIn),
    fee_cents: worked(file, feeOf),
    materials_cents: worked(file, materialsOf),
    recovered_cents: worked(file, (one) => latestRecord(one, settlement)?.recoveredCents ?? 0),
    feedback_percent: worked(file, feedbackPercent),
    partnerships: file && row.kind === "creates" ? decidedIn(file)?.partnerships : undefined,
  },
  mails,
  transitions,
});
type PartnerBecame = ReturnType<typeof became>;

const figure =
  (name: keyof PartnerBecame["figures"]) =>
  ({ figures }: PartnerBecame) =>
    figures[name];

/** A call of creators and schools, a line each: from what they offer and wish for to what they have made together. */
export const rehearsal = defineRehearsal({
  call: { shape: shapeWithOpening, faults: faultsOfTimes, filled },
  columns: () => columns,
  row: (cells, line): Someone => ({ ...cells, line }),
  atLeast: "somebody who creates or wishes",
  check: checkPerson,
  checkAll: checkNames,
  brings: bringsOf,
  begins: ({ rows }, { id }) =>
    rows.map(
      (row): Deed<Someone> => ({
        ...{ does: "applies", row, to: id, refusals: ["late"] },
        at: iso(vilniusInstant(row.submitted_at)),
        values: () => applicationOf(row, rows),
      }),
    ),
  meets: ({ row, state }) =>
    row && state === "feedback"
      ? [
          { does: "makesCodes", row, place: pupils },
          { does: "collects", row, place: pupils, answers: () => answersOf(row) },
        ]
      : [],
  answer: (asked, known, call) => {
    const says = answerTo(asked, known, call);
    return says && { says };
  },
  became,
  tells: (all) => ({
    tables: [
      tableOf("cases.csv", all, {
        kind: ({ row }) => row.kind,
        name: ({ row }) => row.name,
        status: ({ status }) => status,
        partner: figure("partner"),
        held: figure("held"),
        fee_cents: figure("fee_cents"),
        materials_cents: figure("materials_cents"),
        recovered_cents: figure("recovered_cents"),
        feedback_percent: figure("feedback_percent"),
        partnerships: figure("partnerships"),
        mails: ({ mails }) => mails,
        transitions: ({ transitions }) => transitions,
      }),
    ],
  }),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
