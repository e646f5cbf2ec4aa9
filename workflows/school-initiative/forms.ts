import * as z from "zod";
import { type BudgetLine, type Ceilings, lineRows } from "../blocks/budget/lines.ts";
import { centsIn } from "../blocks/budget/part.ts";
import { municipality } from "../blocks/municipality.ts";
import { position } from "../blocks/position.ts";
import { type SchoolFacts, schoolGiven, schoolPage } from "../blocks/school.ts";
import { checkSharing, sharingFields } from "../blocks/sharing.ts";
import { blockWords } from "../blocks/words.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Limit } from "../kernel/field.ts";
import {
  choice,
  confirmation,
  date,
  email,
  file,
  longText,
  money,
  number,
  phone,
  rows,
  schoolCode,
  text,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../kernel/form.ts";
import { isLessThan } from "../kernel/percent.ts";
import { beyondSums } from "../kernel/sums.ts";
import { why } from "../kernel/why.ts";
import { callOf } from "./call.ts";

const line = z.object({ category: z.string(), cents: z.number().int() });

/** What steps read of an application. EUR cents. */
const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  schoolCode: z.string().optional(),
  school: z.string(),
  /** Of a school that stands in no list nobody knows it, until the coordinator puts it in. */
  rural: z.boolean().default(false),
  kind: z.string().optional(),
  founderName: z.string(),
  founderEmail: z.string(),
  strand: z.string(),
  lines: z.array(line),
  coCents: z.number().int(),
  iban: z.string(),
});
export const appliedIn = ({ application }: Pick<CaseFile, "application">): z.infer<typeof applied> =>
  applied.parse(application);

/** What an application has said so far; it may be anything. */
const sayable = applied.partial();
export const saidIn = (application: unknown): z.infer<typeof sayable> =>
  sayable.safeParse(application).data ?? {};

interface Bounds {
  readonly strands: Readonly<Record<string, { readonly maxCents: number }>>;
  readonly ceilings: Ceilings;
  readonly coFundingPercent: number;
}

interface Request {
  readonly strand?: string | undefined;
  readonly lines?: readonly BudgetLine[] | undefined;
  readonly coCents?: number | undefined;
}

/** A request comes to no more than its strand allows, and none of its categories to more than its part of it (6.1). */
function limitsOf({ strands, ceilings: shares }: Bounds, { strand = "" }: Request): Limit {
  const most = Object.hasOwn(strands, strand) ? strands[strand] : undefined;
  return most ? { total: most.maxCents, shares } : { shares };
}

/** The school pays a part of the whole itself (6.1). */
const checkCoFunding =
  ({ coFundingPercent: percent }: Bounds) =>
  ({ lines = [], coCents = 0 }: Request): FieldError[] =>
    isLessThan(coCents, percent, centsIn(lines) + coCents)
      ? [{ field: "coCents", problem: "own.coFunding", with: { percent } }]
      : [];

/** For what the form refuses a request, in order (6.1). */
export const faultsOfRequest = (bounds: Bounds, request: Request): readonly FieldError[] => [
  ...beyondSums("lines", { ...lineRows, limit: limitsOf(bounds, request) }, request.lines ?? []),
  ...checkCoFunding(bounds)(request),
];

/** An association has no founder: the head of its school endorses, whose address the list says. */
const byHead = ({ principalName: founderName, principalEmail: founderEmail }: SchoolFacts) =>
  founderName && founderEmail ? { founderName, founderEmail } : {};

/** A school, kindergarten or association applies for one of the call's strands. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  problems: ["coFunding"],
  given: (file) => {
    const bounds = callOf(file);
    const { lists, facts } = schoolGiven(file);
    const { strands, ceilings } = bounds;
    const said = saidIn(file.application);
    return {
      facts: said.kind === "association" ? { ...facts, ...byHead(facts) } : facts,
      lists: { ...lists, strands: Object.keys(strands), categories: Object.keys(ceilings) },
      limits: { lines: limitsOf(bounds, said), coCents: { leastPart: bounds.coFundingPercent } },
      check: checkCoFunding(bounds),
    };
  },
  fields: {
    fullName: text({ max: 120, autocomplete: "name", identifying: true }),
    email: email({ identifying: true }),
    phone: phone({ optional: true, identifying: true }),
    position: position({}),
    schoolCode: schoolCode({ optional: true, identifying: true }),
    school: text({ max: 200, autocomplete: "organization", identifying: true, listed: true }),
    municipality: municipality({ identifying: true, listed: true }),
    rural: yesNo({ ranks: true, fact: true }),
    kind: choice({ options: ["school", "kindergarten", "association", "other"] }),
    founderName: text({ max: 120, identifying: true }),
    founderEmail: email({ autocomplete: "off", identifying: true }),
    strand: choice({ options: { from: "strands" }, ranks: true }),
    summary: longText({ max: 1000, ranks: true }),
    plan: longText({ max: 8000, ranks: true }),
    measure: longText({ max: 2000, ranks: true }),
    lines: { ...lineRows, ranks: true },
    coCents: money({ ranks: true }),
    iban: bankAccount({ identifying: true }),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    { id: "school", fields: [...schoolPage.fields.filter((name) => name !== "town"), "kind"] },
    { id: "founder", fields: ["founderName", "founderEmail"] },
    { id: "plan", fields: ["strand", "summary", "plan", "measure"] },
    { id: "budget", fields: ["lines", "coCents"] },
    { id: "account", fields: ["iban"] },
    { id: "declaration", fields: ["truthful"] },
  ],
  check: ({ founderEmail, email: own }) =>
    founderEmail.toLowerCase() === own.toLowerCase()
      ? [{ field: "founderEmail", problem: "sameAsOwn" as const }]
      : [],
});

/** By one instrument, of so many pupils, on average so many per cent: before the initiative and after it. */
const measured = {
  pupils: number({ min: 1, max: 100_000 }),
  average: number({ min: 0, max: 100, decimals: 1 }),
};

export const baseline = defineForm({
  id: "baseline",
  outcomes: ["submitted"],
  fields: { instrument: text({ max: 300 }), ...measured },
});

/** What was done until a milestone: costs, each with its document, and what was bought, each with its place. EUR cents. */
export const progress = defineForm({
  id: "progress",
  outcomes: ["submitted"],
  given: (file) => ({ lists: { categories: Object.keys(callOf(file).ceilings) } }),
  fields: {
    done: longText({ max: 6000 }),
    costs: rows({
      max: 300,
      optional: true,
      written: "lines",
      columns: {
        category: choice({ options: { from: "categories" } }),
        cents: money({}),
        paidOn: date({}),
        document: text({ max: 80 }),
        what: text({ max: 200 }),
      },
      sums: { of: ["cents"], by: "category" },
    }),
    coSpentCents: money({}),
    things: rows({
      max: 100,
      optional: true,
      written: "lines",
      columns: {
        name: text({ max: 200 }),
        cents: money({}),
        place: text({ max: 200 }),
        document: text({ max: 80 }),
      },
      sums: { of: ["cents"] },
    }),
    evidence: file({ types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000, optional: true }),
  },
});

/** What both checklists ask; the long one is for one milestone in ten, and for those with a risk mark [S13]. */
const accepting = { for: ["accepted"] } as const;
const short = { planned: confirmation(accepting), documented: confirmation(accepting) };
const longContent = { visible: confirmation(accepting), things: confirmation(accepting) };
const reasons = why({ max: 4000, for: ["returned"] });

/** The coordinator reads what was done; `isLong` of the case says by which checklist. */
export const contentReview = (isLong: (file: CaseFile) => boolean) => {
  const fields = { ...short, ...longContent, risky: yesNo({ ...accepting, optional: true }), reasons };
  const { visible: _visible, things: _things, ...shortly } = fields;
  return defineForm({
    id: "contentReview",
    words: blockWords,
    outcomes: ["accepted", "returned"],
    fields,
    given: (file) => (isLong(file) ? {} : { fields: shortly }),
  });
};

/** Finance looks at the costs of milestones that are checked at length. */
export const costsReview = defineForm({
  id: "costsReview",
  outcomes: ["accepted", "returned"],
  fields: {
    eligible: confirmation(accepting),
    paid: confirmation(accepting),
    procured: confirmation(accepting),
    reasons,
  },
});

/** What came of it: for everybody in the library, and the same measure as before. */
export const result = defineForm({
  id: "result",
  outcomes: ["submitted"],
  fields: { achieved: longText({ max: 6000 }), ...measured, ...sharingFields },
  check: checkSharing,
});

/** A year later: what of it is still used. */
export const followUp = defineForm({
  id: "followUp",
  outcomes: ["submitted"],
  fields: { used: longText({ max: 4000 }), isUsed: choice({ options: ["all", "partly", "no"] }) },
});
