import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { centsIn } from "../blocks/budget/part.ts";
import { selectingShapes } from "../blocks/call-form/selecting/terms.ts";
import { changeDecision } from "../blocks/changing.ts";
import { positionColumn } from "../blocks/position.ts";
import { admission } from "../blocks/rehearsal/admission.ts";
import { next } from "../blocks/rehearsal/answers.ts";
import { type ApplicantRow, applicantsRehearsal } from "../blocks/rehearsal/applicants.ts";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { calledSchools } from "../blocks/rehearsal/called-schools.ts";
import { type Figure, rankedFigures, workFigures } from "../blocks/rehearsal/figures.ts";
import { listed, readAs } from "../blocks/rehearsal/loosely.ts";
import type { Need } from "../blocks/rehearsal/needs.ts";
import { offering } from "../blocks/rehearsal/offering.ts";
import { defaultPayer, inWords, written } from "../blocks/rehearsal/people.ts";
import { faultsOfApplying, faultsOfNames } from "../blocks/rehearsal/people-checks.ts";
import { reviewAnswers, reviewColumns, reviewNeeds } from "../blocks/rehearsal/reviewing.ts";
import { leavingOut, peopled } from "../blocks/rehearsal/selecting-call.ts";
import { dutyOf } from "../blocks/series/duty.ts";
import { settlement } from "../blocks/settlement.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { accountColumn } from "../kernel/bank-account.ts";
import { type CaseFile, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { type Asked, type Deed, dayOf, type Road, type Said, type Stand } from "../kernel/rehearsal.ts";
import {
  type Cells,
  type Column,
  cell,
  localTime,
  mailbox,
  oneOf,
  optional,
  text,
  wholeUpTo,
} from "../kernel/rehearsal-cells.ts";
import { printScore, storedScore } from "../kernel/score.ts";
import { bidIn, decisionOn, shared, totalOf } from "./call.ts";
import { faultsOfRequest } from "./forms.ts";
import { acceptedOf, grantOf, paidOf } from "./ledger.ts";
import { isCheckedAtLength } from "./rules.ts";

const strandShape = z.object({ id: z.string().trim().min(1), maxCents: z.number().int().nonnegative() });
const strands = readAs('strands by their names, as in {"parents": {"maxCents": 1500000}}', (given) => {
  const all = z
    .array(strandShape)
    .min(1)
    .safeParse(listed(given, "id", "maxCents")).data;
  const isEachOnce = new Set(all?.map(({ id }) => id)).size === all?.length;
  return all && isEachOnce
    ? Object.fromEntries(all.map(({ id, maxCents }) => [id, { maxCents }]))
    : undefined;
});

const milestoneDays = z.array(z.iso.date()).min(1);
const milestoneCounts = z.array(z.number().int().positive()).min(1);
const milestones = readAs(
  "days such as 2027-09-30, or after how many days of the closing reports are due",
  (given) => milestoneDays.safeParse(given).data ?? milestoneCounts.safeParse(given).data,
);

const percent = z.number().multipleOf(0.01).min(0).max(100);

/** A call as somebody writes it for a rehearsal. */
const rehearsalCall = z.object({
  ...leavingOut(selectingShapes(shared).file.shape),
  schools: calledSchools,
  strands,
  ceilings: z.record(z.string(), percent).default({}),
  coFundingPercent: percent.max(99),
  ruralBonus: z.number().min(0).max(100),
  milestones,
  holdPercent: percent,
  changeFreePercent: percent,
  terminateDays: z.number().int().positive(),
});
type RehearsalCall = z.infer<typeof rehearsalCall>;

const dayOfMilestone = (on: string | number, { closes }: RehearsalCall): string =>
  typeof on === "string" ? on : Temporal.PlainDate.from(closes.slice(0, 10)).add({ days: on }).toString();

const filled = (call: RehearsalCall) => ({
  ...peopled(call, { lt: "Mokyklų iniciatyvos", en: "School initiatives" }),
  milestones: call.milestones.map((on) => dayOfMilestone(on, call)),
});

const linesShape = z.array(z.object({ category: z.string().max(60), cents: z.number().max(1_000_000_000) }));
type Amounts = z.infer<typeof linesShape>;

/** Amounts by category, in cents. */
function amountsIn(said: string): Amounts | undefined {
  const parts = said
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => /^\s*(.+?)\s*:\s*(\d{1,10})\s*$/.exec(part));
  const all = parts.flatMap((part) => (part ? [{ category: part[1] ?? "", cents: Number(part[2]) }] : []));
  return all.length === parts.length ? linesShape.safeParse(all).data : undefined;
}
const example = "as in staff:120000;equipment:30000";
const lines: Column<Amounts> = cell(`categories with their cents, each category once, ${example}`, (said) => {
  const all = amountsIn(said);
  return new Set(all?.map(({ category }) => category)).size === all?.length ? all : undefined;
});
/** A category may be written as often as something was bought. */
const costs: Column<Amounts> = cell(`categories with their cents, ${example}`, amountsIn);

/** So many cents of one category to another. */
const change = cell("a change such as staff>equipment:20000", (said) => {
  const [, source, target, moved] = /^\s*([^>]+?)\s*>\s*(.+?)\s*:\s*(\d{1,12})\s*$/.exec(said) ?? [];
  return source === undefined || target === undefined ? undefined : { source, target, cents: Number(moved) };
});

const amount = wholeUpTo(1_000_000_000);
const reports = ["on_time", "accepted", "returned", "never"] as const;

const admitted = admission("founder");
const offered = offering(decisionOn);
const ranked = rankedFigures(decisionOn);

/** The columns of a file of people, in the order in which they are written; an empty cell is answered as it should go (C10). */
const columnsOf = (call: Pick<RehearsalCall, "schools" | "strands" | "milestones">) => ({
  applicant: text(120),
  email: mailbox,
  position: positionColumn,
  school: cell("a school of the call, by its name or code", (said) =>
    call.schools.find((one) => one.name === said || one.code === said),
  ),
  kind: optional(text(60)),
  strand: oneOf(...Object.keys(call.strands)),
  submitted_at: localTime,
  lines,
  co_cents: optional(amount),
  ...admitted.columns,
  ...reviewColumns,
  ...offered.columns,
  change: optional(change),
  change_decision: optional(
    cell("approve or refuse", (said) => decisions.find(([word]) => word === said)?.[1]),
  ),
  ...Object.fromEntries<Column<unknown>>(
    call.milestones.flatMap((_, index) => [
      [`report_${index + 1}`, optional(oneOf(...reports))],
      [`costs_${index + 1}`, optional(costs)],
    ]),
  ),
  co_spent: optional(amount),
  iban: optional(accountColumn),
});
const decisions = [
  ["approve", "approved"],
  ["approved", "approved"],
  ["refuse", "refused"],
  ["refused", "refused"],
] as const;

type SchoolCells = Cells<ReturnType<typeof columnsOf>>;
type Row = ApplicantRow<ReturnType<typeof columnsOf>>;

const requestOf = ({ strand, lines: asked, co_cents = 0 }: SchoolCells) => ({
  strand,
  lines: asked,
  coCents: co_cents,
});

/** Is it an application that the form takes? No other needs anything more, and none stands in another's way (6.2). */
const isTaken = (call: RehearsalCall, cells: SchoolCells): boolean =>
  faultsOfRequest(call, requestOf(cells)).length === 0;

const needs = (call: RehearsalCall): readonly Need<SchoolCells>[] => [
  { columns: [], because: "", goesOn: (cells) => isTaken(call, cells) },
  { columns: [], because: "", goesOn: ({ founder: said }) => said !== "refuse" && said !== "silent" },
  {
    columns: [],
    because: "",
    goesOn: ({ screening }) => screening !== "ineligible" && screening !== "supplement_silent",
  },
  ...reviewNeeds(call),
];

const milestoneCells = z.object({ report: z.enum(reports).optional(), costs: linesShape.optional() });

/** What a line says of the milestone that its case is at. */
function milestoneOf({ cells }: Row, { file }: Asked<Row>) {
  const { number, visit } = dutyOf(file, "milestone");
  const said: Readonly<Record<string, unknown>> = cells;
  return {
    visit,
    ...milestoneCells.parse({ report: said[`report_${number}`], costs: said[`costs_${number}`] }),
  };
}

function reportsOn(row: Row, asked: Asked<Row>): Said | undefined {
  const { report, costs = [] } = milestoneOf(row, asked);
  if (report === "never") return undefined;
  return {
    done: written.activities,
    costs: costs.map((one) => ({ ...one, paidOn: dayOf(asked), document: "1", what: inWords })),
    coSpentCents: row.cells.co_spent ?? 0,
  };
}

/** A report is returned once. */
function reviewsReport(row: Row, asked: Asked<Row>): Said {
  const { report, visit } = milestoneOf(row, asked);
  const wasReturned = asked.file.answers.some((one) => one.visit > visit && one.outcome === "returned");
  if (report === "returned" && !wasReturned) return { outcome: "returned", reasons: written.returned };
  const long = isCheckedAtLength(asked.file) ? { visible: "yes", things: "yes" } : {};
  return { outcome: "accepted", planned: "yes", documented: "yes", ...long };
}

const measured = { pupils: "40", average: "60" };

/** Whoever wants a change asks for it before the first milestone; what the form refuses stays unsaid (6.8). */
const asksForChange = ({ state, row }: Stand<Row>): readonly Deed<Row>[] =>
  row?.cells.change !== undefined && state === "baseline"
    ? [
        {
          does: "says",
          row,
          word: "change",
          values: () => ({ ...row.cells.change, reason: inWords }),
          mayBeInvalid: true,
          mayBeLate: true,
        },
      ]
    : [];

/** Of those to whom something was granted by an agreement. */
const granted =
  (of: (file: CaseFile) => number): Figure =>
  ({ file }) =>
    file && grantOf(file) !== undefined ? of(file) : undefined;

function changeOf({ row, file }: Road<Row>): string | undefined {
  if (!file || grantOf(file) === undefined || row.cells.change === undefined) return undefined;
  if (!latestInterruption(file, "change")) return "invalid";
  return latestAnswer(file, changeDecision)?.outcome ?? "automatic";
}

/** For what the form refused it: the first of what it told (6.1). */
function whyOf({ problems = [] }: Road<Row>): string | undefined {
  const [first] = problems;
  if (first?.problem === "shareTooLarge") return `ceiling:${first.with?.group}`;
  return first && { sumTooLarge: "strandMaximum", "own.coFunding": "coFunding" }[first.problem];
}

/** A call of school initiatives, from the applications to what is still used a year later. */
export const rehearsal = applicantsRehearsal({
  call: { shape: rehearsalCall, faults: faultsOfTimes, filled },
  columns: columnsOf,
  check: faultsOfApplying,
  checkAll: faultsOfNames,
  needs,
  knows: (rows, { ceilings }) => ({ ceilings: { ...openCategories(rows), ...ceilings } }),
  brings: (known) => ({ ...known }),
  applies: ({ line, name, email, cells }) => ({
    fullName: name,
    email,
    position: cells.position ?? "head",
    schoolCode: cells.school.code,
    kind: kinds.find((kind) => kind === cells.kind) ?? "other",
    founderName: "Steigėjo atstovė",
    founderEmail: `steigejas-${line}@savivaldybe.example`,
    summary: written.summary,
    plan: inWords,
    measure: inWords,
    ...requestOf(cells),
    iban: cells.iban ?? defaultPayer.iban,
    truthful: true,
  }),
  refusals: ["late", "invalid"],
  refused: ({ cells }, call) => !isTaken(call, cells),
  meets: asksForChange,
  answers: {
    ...admitted.answers,
    ...reviewAnswers,
    ...offered.answers,
    negotiation: () => undefined,
    negotiationReview: next("11:00", { outcome: "agreed" }),
    baseline: next("12:00", { instrument: inWords, ...measured }),
    changeDecision: next("11:00", ({ cells }: Row) => ({
      outcome: cells.change_decision ?? "approved",
      reason: inWords,
    })),
    milestoneReport: next("19:00", reportsOn),
    milestoneReview: next("11:00", reviewsReport),
    milestoneCosts: next("12:00", { outcome: "accepted", eligible: "yes", paid: "yes", procured: "yes" }),
    milestoneSuspended: () => undefined,
    result: next("18:00", { achieved: inWords, ...measured }),
    followUp: next("18:00", { used: written.use, isUsed: "all" }),
  },
  cases: {
    order: ranked.order,
    score: ranked.score,
    total: ({ file }) => {
      const bid = file && decisionOn(file)?.position !== undefined ? bidIn(file) : undefined;
      return bid && printScore(storedScore(totalOf(bid)), "en");
    },
    requested_cents: ({ row }) => centsIn(row.cells.lines),
    granted_cents: ranked.cents,
    change: changeOf,
    advance_cents: granted((file) => paidOf(file, "advance")),
    paid_cents: granted((file) => paidOf(file)),
    accepted_cents: granted(acceptedOf),
    balance_cents: granted((file) => latestRecord(file, settlement)?.balanceCents ?? 0),
    recovered_cents: granted((file) => latestRecord(file, settlement)?.recoveredCents ?? 0),
    why: whyOf,
    ...workFigures,
  },
  tells: (all, { totals }, call) => {
    const sum = (column: string) =>
      all.reduce((whole, { figures }) => whole + Number(figures[column] ?? 0), 0);
    const statuses = Map.groupBy(all, ({ status }) => status);
    return {
      summary: {
        call: call.id,
        applications: all.length,
        status: Object.fromEntries([...statuses].sort().map(([status, those]) => [status, those.length])),
        paidCents: sum("paid_cents"),
        recoveredCents: sum("recovered_cents"),
        unspentCents: call.budgetCents - sum("paid_cents") + sum("recovered_cents"),
        ...totals,
      },
    };
  },
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});

const kinds = ["school", "kindergarten", "association"] as const;

/** A category that the call bounds by nothing may take the whole. */
const openCategories = (rows: readonly Row[]): Record<string, number> =>
  Object.fromEntries(
    rows.flatMap(({ cells }) => {
      const those = Object.values<unknown>(cells).flatMap((one) => linesShape.safeParse(one).data ?? []);
      const { source, target } = cells.change ?? {};
      const named = [...those.map(({ category }) => category), source, target];
      return named.flatMap((category) => (category === undefined ? [] : [[category, 100]]));
    }),
  );
