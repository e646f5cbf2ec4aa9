import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { everyProcess } from "../../workflows/catalogue.ts";
import { randomRehearsal } from "../infra/local/rehearse/random-rehearsal.ts";
import { type Chance, seeded } from "../infra/local/rehearse/seeded.ts";
import { byChance as campaignOf } from "../workflows/assessment-campaign/campaigns.ts";
import { madeOf as transitionOf } from "../workflows/career-transition/made.ts";
import { madeUp as eventOf } from "../workflows/community-event/made-up.ts";
import { filesOf as eventFiles } from "../workflows/community-event/play.ts";
import { madeOf as partnershipOf } from "../workflows/creative-partnership/made.ts";
import { madeUp as firstYearOf } from "../workflows/first-year/made-up.ts";
import { filesOf as firstYearFiles } from "../workflows/first-year/play.ts";
import { byChance as initiativeOf } from "../workflows/school-initiative/calls.ts";
import { madeOf as moduleOf } from "../workflows/university-module/made.ts";
import { madeOf as wayOf } from "../workflows/way-into-teaching/made.ts";

type Line = Readonly<Record<string, string>>;
export interface MadeCall {
  readonly process: string;
  readonly call: Readonly<Record<string, unknown>>;
  readonly people: readonly Line[];
}

const lines = z.array(z.record(z.string(), z.string()));
const object = z.record(z.string(), z.unknown());
const linesOf = (text: string | Buffer): readonly Line[] => lines.parse(parse(text, { columns: true }));

/** The files that are shipped of processes whose people come in groups, where many are asked for. */
function shipped(name: string, count: number): Omit<MadeCall, "process"> | undefined {
  if (count < 50) return undefined;
  const file = (one: string) => readFileSync(new URL(`../data/rehearsal/${name}/${one}`, import.meta.url));
  return {
    call: object.parse(JSON.parse(file("call.json").toString())),
    people: linesOf(file("people.csv")),
  };
}

/** By process, a call of about so many people by chance. */
const makers: Readonly<
  Record<string, (seed: number, count: number) => Omit<MadeCall, "process"> | undefined>
> = {
  "foreign-internship": (seed, count) => {
    const { callText, peopleText } = randomRehearsal(seed, count);
    return { call: object.parse(JSON.parse(callText)), people: linesOf(peopleText) };
  },
  "national-internship-place": (_, count) => shipped("national-internship", count),
  supervision: (_, count) => shipped("supervision", count),
  "mini-training": (_, count) => shipped("mini-training", count),
  "peer-coaching": (_, count) => shipped("peer-coaching", count),
  "school-initiative": (seed, count) => {
    const { call, rows } = initiativeOf(seed, count);
    const said = { process: "school-initiative", opens: "2027-01-04T09:00", terminateDays: 60, ...call };
    return { call: said, people: rows };
  },
  "community-event": (seed, count) => {
    const { call, people } = eventOf(seed, count);
    return eventFiles(call, people);
  },
  "assessment-campaign": (seed, count) => {
    const { call, lines: people } = campaignOf(seed, count);
    return { call: { process: "assessment-campaign", opens: "2027-03-01T09:00", ...call }, people };
  },
  "creative-partnership": partnershipOf,
  "university-module": moduleOf,
  "first-year": (seed, count) => {
    const { call, people } = firstYearOf(seed, count);
    return firstYearFiles(call, people);
  },
  "way-into-teaching": wayOf,
  "career-transition": transitionOf,
};

/**
 * A programme by chance: a call of every process of the catalogue, as its own test makes calls up, or as the process shows it. Every
 * fourth address of a file is that of somebody who may be in others, too.
 */
export async function madeProgramme(seed: number, people: number): Promise<readonly MadeCall[]> {
  const chance = seeded(seed);
  const examples: MadeCall[] = [];
  for (const { id: process, rehearsal } of await everyProcess()) {
    const example = await (await rehearsal?.())?.example();
    if (example) examples.push({ process, call: example.call, people: example.people });
  }
  const each = Math.ceil(people / examples.length);
  return examples.map((example, index) => {
    const { process } = example;
    const made = makers[process]?.(seed + index, each) ?? example;
    return { process, call: { ...made.call, id: process }, people: known(chance, made.people, people) };
  });
}

/** Gives some of a file's people addresses that others have, each of them once in the file, wherever the file names them. */
function known(chance: Chance, people: readonly Line[], pool: number): readonly Line[] {
  const own = [...new Set(people.flatMap(({ email = "" }) => (email === "" ? [] : [email.toLowerCase()])))];
  const numbers = chance.shuffle(Array.from({ length: Math.max(own.length, pool / 10) }, (_, n) => n));
  const addresses = new Map<string, string>();
  for (const [index, email] of own.entries())
    if (chance.percent(25)) addresses.set(email, `zinoma.${numbers[index]}@mokykla.example`);
  const renamed = (cell: string): string =>
    cell
      .split(";")
      .map((one) => addresses.get(one.toLowerCase()) ?? one)
      .join(";");
  return people.map((line) =>
    Object.fromEntries(Object.entries(line).map(([column, cell]) => [column, renamed(cell)])),
  );
}
