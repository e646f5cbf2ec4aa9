import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { positionColumn } from "../blocks/position.ts";
import { faultsOfDay } from "../blocks/rehearsal/call-checks.ts";
import { defaultPayer, defaultStaff } from "../blocks/rehearsal/people.ts";
import { faultsOfRepeats } from "../blocks/rehearsal/people-checks.ts";
import type { Row } from "../kernel/rehearsal.ts";
import {
  type CellFault,
  type Cells,
  cell,
  listOf,
  localDate,
  mailbox,
  oneOf,
  optional,
  text,
  wholeUpTo,
  yesNo,
} from "../kernel/rehearsal-cells.ts";
import { ruled } from "./call.ts";

/** A call as somebody writes it for a rehearsal: when it opens, and who works on it, may be left out. */
export const callShape = z
  .looseObject({
    id: z.string().default("first-year"),
    process: z.literal("first-year"),
    opens: z.string().optional(),
    closes: z.string().optional(),
    /** The municipality of each. */
    schools: z.record(z.string().min(1).max(200), z.string().min(1).max(120)),
  })
  .and(ruled)
  .transform((call) => ({
    ...call,
    opens: call.opens ?? `${yearBefore(call)}-01-02T09:00`,
    closes: call.closes ?? `${call.lastDay}T23:59:59`,
  }));
export type RehearsedCall = z.infer<typeof callShape>;

/** Nobody begins so early. */
const yearBefore = ({ terms, lastDay }: z.infer<typeof ruled>): number =>
  Math.min(...[...terms.map(({ from }) => from), lastDay].map((day) => Number(day.slice(0, 4)))) - 1;

/** The same as its process reads it: what is set stands apart, and of a file of people nobody has a number of the register. */
export function filled({ schools: _, ...call }: RehearsedCall) {
  const rules = ruled.parse(call);
  const { coordinator, agency, finance } = defaultStaff;
  const leader = { name: "Vida Universitetaitė", email: "vadove@kelias.example", language: "lt" };
  return {
    title: { lt: "Pedagoginė stažuotė", en: "First year of teaching" },
    payer: defaultPayer,
    staff: { coordinator, agency, finance, leader },
    ...Object.fromEntries(Object.entries(call).filter(([name]) => !Object.hasOwn(rules, name))),
    rules: { ...rules, registered: false },
  };
}

export const words = {
  mentor: "mentorChanged",
  school: "schoolChanged",
  pause: "paused",
  leave: "onLeave",
  resume: "resumed",
  left: "left",
} as const;

export interface Event {
  readonly day: string;
  readonly word: keyof typeof words;
  readonly name: string;
}

function eventOf(said: string): Event | undefined {
  const [day = "", what = ""] = [said.slice(0, 10), said.slice(11)];
  const [, named, name = "", plain] = /^(?:(mentor|school):(.+)|(pause|leave|resume|left))$/.exec(what) ?? [];
  const isDay = said[10] === "=" && z.iso.date().safeParse(day).success;
  const word = named ?? plain;
  return isDay && isWord(word) ? { day, word, name: name.trim() } : undefined;
}
const isWord = (word: string | undefined): word is keyof typeof words =>
  word !== undefined && Object.hasOwn(words, word);

/** One number counts the first of them, several say which. */
const checkIns = listOf("how many check-ins were held, or which of them such as 1;2;4", wholeUpTo(9999));

const declared = listOf(
  "terms, and who declared them, such as 2027-autumn:both;2028-winter:mentor",
  cell("a term", (said) => {
    const [, term = "", by] = /^(.+):(both|mentor)$/.exec(said) ?? [];
    return by === undefined ? undefined : { term: term.trim(), isBoth: by === "both" };
  }),
);

export const columns = {
  kind: oneOf("mentor", "novice"),
  name: text(120),
  email: mailbox,
  position: positionColumn,
  school: optional(text(200)),
  municipality: optional(text(120)),
  capacity: optional(wholeUpTo(500)),
  years: optional(wholeUpTo(70)),
  accepts: optional(yesNo),
  starts: optional(localDate),
  qualified: optional(yesNo),
  months_before: optional(wholeUpTo(600)),
  years_away: optional(wholeUpTo(60)),
  mentor: optional(text(120)),
  events: optional(
    listOf(
      "a day and what was said on it, such as 2027-11-15=mentor:NAME;2028-02-01=pause, with mentor:NAME, school:NAME, pause, leave, resume or left",
      cell("an event", eventOf),
    ),
  ),
  checkins: optional(checkIns),
  declared: optional(declared),
  evaluation: optional(oneOf("passed", "failed", "extend")),
  again: optional(oneOf("passed", "failed")),
};
type PeopleCells = Cells<typeof columns>;
type Fault = CellFault<keyof PeopleCells>;
export type Person = PeopleCells & Row;

/** What a line of its kind has, as far as a rule comes to ask for it: whoever does not accept needs no room. */
function neededOf({
  kind,
  accepts,
  qualified,
  months_before = 0,
  years_away = 0,
}: Person): readonly (keyof PeopleCells)[] {
  if (kind === "mentor") return accepts === false ? [] : ["capacity", "years"];
  return [
    ...(["school", "starts", "qualified"] as const),
    ...(qualified && years_away < 10 ? ["months_before" as const] : []),
    ...(qualified && months_before >= 12 ? ["years_away" as const] : []),
  ];
}

const doubled = (all: readonly unknown[]): boolean => new Set(all).size < all.length;
const known = (schools: Readonly<Record<string, string>>, school = "") =>
  Object.hasOwn(schools, school) ? schools[school] : undefined;

/** What no cell shows by itself: what its kind of line needs, and what must agree with the call. */
export function checkPerson(row: Person, call: RehearsedCall): Fault[] {
  const { line, school, municipality } = row;
  const where = known(call.schools, school);
  return [
    ...neededOf(row).flatMap((column) =>
      row[column] === undefined ? [{ line, column, expected: columns[column].expected }] : [],
    ),
    ...(where !== undefined && municipality !== undefined && municipality !== where
      ? [{ line, column: "municipality" as const, expected: `${where}, as the call says of ${school}` }]
      : []),
    ...(row.kind === "novice" ? checkNovice(row, call) : []),
  ];
}

/** What a novice's line says of a road; in that of a mentor nobody reads it. */
function checkNovice(row: Person, { schools, terms, lastDay }: RehearsedCall): Fault[] {
  const { line, school, starts, events = [], checkins = [], declared: said = [] } = row;
  const strange = [
    ...(school !== undefined && known(schools, school) === undefined
      ? [["school", "a school of the call"] as const]
      : []),
    ...(starts !== undefined && starts > lastDay
      ? [["starts", `a day not after ${lastDay}, the last day of the call`] as const]
      : []),
    ...(starts !== undefined &&
    faultsOfDay("starts", Temporal.PlainDate.from(starts).subtract({ days: 1 })).length > 0
      ? [["starts", "a day in a year whose holidays are known"] as const]
      : []),
    ...events
      .filter(({ word, name }) => word === "school" && known(schools, name) === undefined)
      .map(({ name }) => ["events", `schools of the call (${name} is none)`] as const),
    ...(doubled(checkins) ? [["checkins", `${checkIns.expected}, each once`] as const] : []),
    ...(doubled(said.map(({ term }) => term)) ? [["declared", "each term once"] as const] : []),
    ...said
      .filter(({ term }) => terms.every(({ id }) => id !== term))
      .map(({ term }) => ["declared", `terms of the call (${term} is none)`] as const),
  ];
  return strange.map(([column, expected]) => ({ line, column, expected }));
}

/** Names and addresses are one person's each, and whoever is named as a mentor is one. */
export function checkPeople(rows: readonly Person[]): readonly Fault[] {
  const mentors = new Set(rows.flatMap(({ kind, name }) => (kind === "mentor" ? [name] : [])));
  const isNone = (name: string | undefined) => name !== undefined && !mentors.has(name);
  return [
    ...faultsOfRepeats(rows, "name", ({ name }) => name),
    ...faultsOfRepeats(rows, "email", ({ email }) => email.toLowerCase()),
    ...rows.flatMap(({ line, kind, mentor, events = [] }): Fault[] =>
      kind === "mentor"
        ? []
        : [
            ...(isNone(mentor)
              ? [{ line, column: "mentor" as const, expected: "the name of a mentor of the file" }]
              : []),
            ...events
              .filter(({ word, name }) => word === "mentor" && isNone(name))
              .map(({ name }) => ({
                line,
                column: "events" as const,
                expected: `mentors of the file (${name} is none)`,
              })),
          ],
    ),
  ];
}
