import * as z from "zod";
import { faultsOfTimes } from "../blocks/rehearsal/call-checks.ts";
import { defaultStaff, inWords, written } from "../blocks/rehearsal/people.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import {
  type Asked,
  type Deed,
  dayOf,
  type Road,
  type Row,
  type Said,
  unanswered,
} from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  cell,
  localTime,
  oneOf,
  optional,
  someText,
} from "../kernel/rehearsal-cells.ts";
import { rules } from "./call.ts";
import { cellsOf, columnNames } from "./open-data.ts";
import { invitedIn, toldIn } from "./rules.ts";

/** What is said of things by name: as a record, or as a list in which each says its name. */
const named = (name: string) => (given: unknown) =>
  typeof given === "object" && given !== null && !Array.isArray(given)
    ? Object.entries(given).map(([key, one]: [string, unknown]) => ({ [name]: key, ...Object(one) }))
    : given;

const schoolShape = z.looseObject({
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).optional(),
  municipality: z.string().trim().min(1).max(120),
  settlement: z.string().optional(),
  invited: z.record(z.string().trim().min(1), z.number().int().min(0).max(5000)),
  /** Nothing is said where it goes as it should; `returned` comes back once. */
  plan: z
    .enum([
      "submitted",
      "accepted",
      "accept",
      "planned",
      "written",
      "ok",
      "onTime",
      "on_time",
      "yes",
      "returned",
      "never",
      "",
    ])
    .nullish(),
  /** What it says a year later; `silent`, or nothing, says nothing. */
  used: z.string().trim().max(200).nullish(),
});

const instrumentShape = z.looseObject({
  id: z.string().min(1),
  version: rules.instrument.shape.version,
  items: z.preprocess(named("id"), rules.instrument.shape.items),
});

/** A call as somebody writes it for a rehearsal: when it opens, and who works on it, may be left out. */
const callShape = z
  .looseObject({
    id: z.string().default("assessment-campaign"),
    process: z.literal("assessment-campaign"),
    opens: z.string().optional(),
    closes: z.string(),
    least: rules.least.default(5),
    responsePercent: rules.responsePercent,
    reminders: rules.reminders,
    planDays: rules.planDays,
    instrument: instrumentShape,
    schools: z.preprocess(named("code"), z.array(schoolShape).min(1)),
  })
  .transform((call) => ({ ...call, opens: call.opens ?? yearBefore(call.closes) }));
type RehearsedCall = z.infer<typeof callShape>;
type RehearsedSchool = z.infer<typeof schoolShape>;

const yearBefore = (local: string): string =>
  /^\d{4}-/.test(local) ? `${Number(local.slice(0, 4)) - 1}${local.slice(4, 8)}01T09:00` : local;

/** A number, on its scale or beside it. */
const rating = cell("a whole number of the item’s scale, or nothing", (said) =>
  /^-?\d{1,9}([.,]\d{1,4})?$/.test(said) ? said : undefined,
);

const fixed = {
  at: localTime,
  school: someText,
  group: someText,
  code: oneOf("new", "again", "unknown"),
} as const;

const columnsOf = ({ instrument }: RehearsedCall) => ({
  ...fixed,
  ...Object.fromEntries(instrument.items.map(({ id }) => [id, optional(rating)])),
});

/** Whoever answers stands in a line; a school that was invited stands in the call. */
interface AnswerRow extends Row {
  readonly kind: "answer";
  readonly cells: Cells<typeof fixed> & Readonly<Record<string, unknown>>;
}
interface SchoolRow extends Row {
  readonly kind: "school";
  readonly school: RehearsedSchool;
}
type Someone = AnswerRow | SchoolRow;

const schoolsOf = ({ schools }: RehearsedCall) =>
  schools.map((school, index) => ({
    ...school,
    name: school.name ?? school.code,
    contact: {
      name: school.name ?? school.code,
      email: `mokykla-${index + 1}@mokykla.example`,
      language: "lt" as const,
    },
  }));

const isSilent = (used: string | null | undefined): boolean =>
  used === undefined || used === null || used === "" || used === "silent";

/** What whoever is asked answers. */
function answersTo(asked: Asked<Someone>): Said | undefined {
  const { row, state, file } = asked;
  if (row?.kind !== "school") return unanswered(asked);
  const { plan, used } = row.school;
  switch (state) {
    case "invitation":
      return { handedOut: true };
    case "plan":
      return plan === "never"
        ? undefined
        : { seen: inWords, measures: inWords, doneBy: dayOf(asked), responsible: inWords };
    case "planReview":
      return plan === "returned" && !file.answers.some((one) => one.state === "planReview")
        ? { outcome: "returned", reasons: written.returned }
        : { outcome: "accepted" };
    case "use":
      return isSilent(used) ? undefined : { used };
    default:
      return unanswered(asked);
  }
}

/** An item has a column of the file: it is not called as another one is. */
const faultsOfItems = ({ instrument: { items } }: RehearsedCall): readonly string[] =>
  items.flatMap(({ id }, index) =>
    Object.hasOwn(fixed, id)
      ? [`instrument.items.${index}.id: expected a name that no column of people.csv has, found "${id}"`]
      : [],
  );

/** What no cell of a line shows by itself. */
function checkLine(row: Someone, { schools, opens }: RehearsedCall): CellFault<keyof typeof fixed>[] {
  if (row.kind !== "answer") return [];
  const { at, school } = row.cells;
  const { line } = row;
  const fault = (column: keyof typeof fixed, expected: string) => ({ line, column, expected });
  return [
    ...(schools.some(({ code }) => code === school)
      ? []
      : [fault("school", "the code of a school of the call")]),
    ...(iso(vilniusInstant(at)) < iso(vilniusInstant(opens))
      ? [fault("at", `a time from the opening on (${opens})`)]
      : []),
  ];
}

const became = ({ row, outcome, state, file }: Road<Someone>) => ({
  row,
  kind: row.kind,
  status: state ?? outcome,
  told: file && toldIn(file),
  used: file?.answers.findLast((one) => one.state === "use")?.values.used,
});
type CampaignBecame = ReturnType<typeof became>;

const what = ["accepted", "late", "usedCode", "unknownCode", "noCode", "outOfScale"];

function tablesOf(all: readonly CampaignBecame[]) {
  const schools = all.flatMap(({ row, ...rest }) =>
    row.kind === "school" ? [{ ...rest, school: row.school }] : [],
  );
  const [first] = schools;
  const own = schools.flatMap(({ school, told }) =>
    (told?.results ?? []).filter(({ level, name }) => level === "school" && name === school.code),
  );
  const towns = [...new Map(schools.map((one) => [one.school.municipality, one])).values()].flatMap(
    ({ told }) => (told?.results ?? []).filter(({ level }) => level === "municipality"),
  );
  const country = (first?.told?.results ?? []).filter(({ level }) => level === "country");
  const table = (
    name: string,
    columns: readonly string[],
    rows: readonly (readonly (string | number | undefined)[])[],
  ) => ({ name, columns, rows, isForSpreadsheets: true }) as const;
  return [
    table("results.csv", columnNames, [...country, ...towns, ...own].map(cellsOf)),
    table(
      "rates.csv",
      ["school", "group", "issued", "answered", "percent", "reminders"],
      schools.flatMap(({ school, told }) =>
        (told?.rates ?? []).map(({ group, issued, answered, percent, reminders }) => [
          ...[school.code, group, issued, answered],
          ...[percent, reminders],
        ]),
      ),
    ),
    table(
      "refused.csv",
      ["what", "count"],
      what.map((outcome) => [
        outcome,
        all.filter(({ kind, status }) => kind === "answer" && status === outcome).length,
      ]),
    ),
    table(
      "cases.csv",
      ["school", "status", "used"],
      schools.map(({ school, status, used }) => [
        school.code,
        status,
        used === undefined ? undefined : String(used),
      ]),
    ),
  ];
}

/** A campaign: its schools stand in the call, and each line of the file is an answer of nobody. */
export const rehearsal = defineRehearsal({
  call: {
    shape: callShape,
    faults: (call) => [...faultsOfTimes(call), ...faultsOfItems(call)],
    filled: (call) => ({
      title: { lt: "Vertinimo kampanija", en: "Assessment campaign" },
      ...call,
      staff: { coordinator: defaultStaff.coordinator, agency: defaultStaff.agency },
      schools: schoolsOf(call).map(({ code, name, municipality, settlement, contact, invited }) => ({
        ...{ code, name, municipality, contact, invited },
        ...(settlement === undefined ? {} : { settlement }),
      })),
    }),
  },
  columns: columnsOf,
  row: (cells, line): Someone => ({ kind: "answer", cells, line, name: `line ${line}`, email: "" }),
  also: (call) =>
    schoolsOf(call).map(
      (school, index, all): Someone => ({
        kind: "school",
        school,
        line: index - all.length,
        name: school.code,
        email: school.contact.email,
      }),
    ),
  rowOfGiven: (file, rows) => {
    const { school } = invitedIn(file);
    return rows.find((row) => row.kind === "school" && row.school.code === school);
  },
  check: checkLine,
  atLeast: "an answer",
  begins: ({ rows }) =>
    rows.flatMap((row): Deed<Someone>[] => {
      if (row.kind !== "answer") return [];
      const { at, school, group, code, ...items } = row.cells;
      return [
        {
          ...{ does: "answers", row, code, place: { school, group } },
          at: iso(vilniusInstant(at)),
          values: () => items,
        },
      ];
    }),
  meets: ({ state, row }) =>
    state === "invitation" && row?.kind === "school"
      ? Object.entries(row.school.invited).flatMap(([group, codes]): Deed<Someone>[] =>
          codes > 0 ? [{ does: "makesCodes", row, place: { school: row.school.code, group } }] : [],
        )
      : [],
  answer: (asked) => {
    const says = answersTo(asked);
    return says && { says };
  },
  became,
  tells: (all) => ({ tables: tablesOf(all) }),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});
