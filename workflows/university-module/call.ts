import * as z from "zod";
import { always, told } from "../blocks/call-form/brief.ts";
import { eurosOf } from "../blocks/call-form/money.ts";
import { asLines } from "../blocks/call-form/people.ts";
import { selectingCall } from "../blocks/call-form/selecting/call.ts";
import { keptAs } from "../blocks/call-form/selecting/own.ts";
import { offerRoad } from "../blocks/offer.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import { factsOf } from "../kernel/call-brief.ts";
import type { CallTable } from "../kernel/call-table.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { contact } from "../kernel/contact.ts";
import { date, email, money, number, rows, text } from "../kernel/field-kinds.ts";
import { bidOf } from "../kernel/selection/bid.ts";
import type { Decision } from "../kernel/selection/decision.ts";
import { byName, earliest, having, highest } from "../kernel/selection/keys.ts";
import { places, selects } from "../kernel/selection/selection.ts";

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

/** Places of study by module, handed on in the mornings; facts decide who comes first, and nobody reviews. */
export const shared = { process: "university-module", award: "shares", has: ["unscored"] } as const;

const whole = z.number().int().nonnegative();

/** What a university offers: by its semesters its tuition is paid, EUR cents; credits and level are those of a certificate. */
export const moduleShape = z.object({
  university: z.string().trim().min(1).max(200),
  credits: z.number().nonnegative().max(1000).multipleOf(0.01),
  level: z.number().int().min(1).max(8).default(6),
  semesters: z.number().int().min(1).max(20),
  places: whole.max(10_000),
  tuitionCents: whole.max(1_000_000_000),
});
export type Module = z.infer<typeof moduleShape>;

const modules = keptAs(
  rows({
    once: "module",
    max: 40,
    columns: {
      module: text({ max: 120 }),
      university: text({ max: 200 }),
      credits: number({ min: 0, max: 1000, decimals: 2 }),
      level: number({ min: 1, max: 8 }),
      semesters: number({ min: 1, max: 20 }),
      places: number({ min: 0, max: 10_000 }),
      tuition: money({}),
    },
  }),
  {
    schema: z.record(z.string().trim().min(1).max(120), moduleShape),
    of: (said) =>
      Object.fromEntries(
        said.map(({ module, tuition, ...one }) => [module, { ...one, tuitionCents: tuition }]),
      ),
    typed: (kept) =>
      Object.entries(kept).map(([module, { tuitionCents, ...one }]) => ({
        ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, String(value)])),
        module,
        tuition: eurosOf(tuitionCents),
      })),
  },
);

/** Who answers for a university, and where its tuition is paid to. */
const universityShape = z.object({ university: z.string(), ...contact.shape, iban: z.string() });
const universities = keptAs(
  rows({
    max: 40,
    written: "lines",
    worksAs: "university",
    columns: {
      university: text({ max: 70 }),
      name: text({ max: 120 }),
      email: email({ autocomplete: "off" }),
      iban: bankAccount({ autocomplete: "off" }),
    },
  }),
  {
    schema: z.array(universityShape),
    of: (said) => said.map((one) => ({ ...one, language: "lt" as const })),
    typed: (kept) => asLines(kept, "university", "name", "email", "iban"),
  },
);

const set = z.object({
  ...{ choices: z.number(), begins: z.string(), semesterMonths: z.number(), passGrade: z.number() },
});

const brief = {
  pays: { tuition: always("tuitionPaid") },
  conditions: {
    endorsement: always("ofPrincipal"),
    ...factsOf(set, {
      choices: ({ choices }) => told("atMost", choices),
      passGrade: ({ passGrade }) => passGrade,
    }),
  },
  timetable: factsOf(set, {
    begins: ({ begins }) => ({ day: begins }),
    semester: ({ semesterMonths }) => told("months", semesterMonths),
  }),
  sentences: ["tuitionPaid", "ofPrincipal"],
};

const offered = z.object({ modules: z.record(z.string(), moduleShape) });

/** What can be studied, and where. */
const tables: Readonly<Record<string, CallTable>> = {
  modules: {
    columns: ["module", "university", "semesters", "credits", "places"],
    rows: (call) =>
      Object.entries(offered.safeParse(call).data?.modules ?? {}).map(
        ([module, { university, semesters, credits, places: free }]) => ({
          ...{ module, university, semesters, credits, places: free },
        }),
      ),
  },
};

const called = selectingCall({
  ...shared,
  own: {
    modules,
    universities,
    choices: number({ min: 1, max: 40 }),
    begins: date({}),
    semesterMonths: number({ min: 1, max: 12 }),
    passGrade: number({ min: 0, max: 10, decimals: 2 }),
  },
  pages: {
    modules: ["modules"],
    universities: ["universities"],
    studies: ["choices", "begins", "semesterMonths", "passGrade"],
  },
  brief,
  typed: { choices: "2", semesterMonths: "5", passGrade: "5" },
  check: ({ modules: offered, universities: known }) =>
    offered.flatMap(({ university }, index) => [
      ...(known.some((one) => one.university === university)
        ? []
        : [
            {
              field: "modules",
              problem: "unknownOption" as const,
              at: { row: index + 1, column: "university" },
            },
          ]),
    ]),
  words,
});
export const { callOf } = called;
export const call = { ...called.call, tables };

const parts = z
  .object({
    modules: z.record(z.string(), moduleShape),
    universities: z.array(universityShape),
    choices: z.number(),
    passGrade: z.number(),
  })
  .partial();
/** What a call has set; none of it where a call says nothing yet. */
export const partsOf = ({ call: said }: Pick<CaseFile, "call">): z.infer<typeof parts> =>
  parts.safeParse(said).data ?? {};

/** What an application brings to the ranking. */
const bid = bidOf({
  vacancy: z.boolean(),
  rural: z.boolean(),
  years: z.number().int(),
  submittedAt: z.string(),
  applicant: z.string(),
  /** Those that count, the most wanted first. */
  modules: z.array(z.string()),
});
export type Bid = z.infer<typeof bid>;

/** Where somebody is needed comes first, then rural schools, then who has taught for longer; each gets a place in a module [10.2, 10.3]. */
export const selection = selects<Bid>({
  bid,
  order: [
    having("vacancy", ({ vacancy }) => vacancy),
    having("rural", ({ rural }) => rural),
    highest("years", "number", ({ years }) => years),
    earliest("submittedAt", ({ submittedAt }) => submittedAt),
    byName("applicant", ({ applicant }) => applicant),
  ],
  award: places({ named: "module", list: "modules", wants: ({ modules: wanted }) => wanted }),
  terms: (said) => {
    const { closesAt, offerDays, lastOfferDate, modules: offered } = callOf({ call: said });
    const each = Object.entries(offered).map(([name, one]) => [name, one.places] as const);
    return { closesAt, offerDays, lastOfferDate, places: Object.fromEntries(each) };
  },
  weighing: "weighing",
  offers: {
    // A place is taken when the university admits: until then it may come free again.
    open: [...offerRoad.open, "admission", "silentUniversity"],
    givenBack: [...offerRoad.givenBack, "notAdmitted", "withdrawn", "cancelled"],
    ranOut: offerRoad.ranOut,
  },
  handsOn: "mornings",
  publishes: ["vacancy", "rural", "years", "submittedAt", "modules"],
});

/** What the call has decided about a case. */
export const decisionOn = ({ entry }: Pick<CaseFile, "entry">): Decision | undefined =>
  selection.decisionIn(entry?.decision);

/** The module in which somebody has a place, with what the call says of it. */
export function moduleOf(
  file: Pick<CaseFile, "entry" | "call">,
): (Module & { readonly name: string }) | undefined {
  const name = decisionOn(file)?.share;
  const said = name === undefined ? undefined : partsOf(file).modules?.[name];
  return said && name !== undefined ? { ...said, name } : undefined;
}
