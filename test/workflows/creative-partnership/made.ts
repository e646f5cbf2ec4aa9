import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import type { Call, Line } from "./model.ts";

/** Calls, creators and schools for which rules of `creative-partnership` meet each other: made of a seed, the same each time. */

const names = ["Ąžuolas", "Ada", "Zita", "Žana", "Ūla", "Élise", "ona", "Ona", "𝒜lma", "Šarūnė"];
const fields = ["teatras", "dailė", "muzika", "kinas"];
const municipalities = ["Molėtų rajono", "Utenos rajono", "Zarasų", "Anykščių rajono"];
const settlements = ["kaimas", "miestelis", "viensėdis", "miestas", "miestas", "miestas", ""];

const some = (chance: Chance, all: readonly string[], percent: number): readonly string[] => {
  const those = all.filter(() => chance.percent(percent));
  return those.length > 0 ? those : [chance.pick(all)];
};

/** Names as somebody writes them, most wanted first; some that nobody has, and now and then one twice. */
function orderOf(chance: Chance, all: readonly string[], most: number): string {
  const those = chance.shuffle([...all]).slice(0, chance.whole(0, most));
  const strange = chance.percent(15) ? ["Niekas"] : [];
  const again = chance.percent(8) ? those.slice(0, 1) : [];
  return chance
    .shuffle([...those, ...strange])
    .concat(again)
    .join(chance.pick([";", "; "]));
}

interface Made {
  readonly call: Call & Readonly<Record<string, unknown>>;
  readonly people: readonly Line[];
}

export function madeOf(seed: number, count: number): Made {
  const chance = seeded(seed);
  const closes = chance.pick(["2027-03-12T16:00", "2027-03-27T10:00", "2027-10-30T12:00"]);
  const creators = Array.from({ length: Math.max(1, Math.round(count / 3)) }, (_, index) =>
    nameOf(chance, index),
  );
  const schools = Array.from({ length: count - creators.length }, (_, index) => nameOf(chance, index + 100));
  const call = {
    id: `partnership-${seed}`,
    process: "creative-partnership",
    opens: "2027-01-11T09:00",
    closes,
    choices: chance.pick([1, 2, 2, 3, 5]),
    sessionCents: chance.pick([0, 100, 333, 12_000]),
    materialsCents: chance.pick([0, 100, 250, 100]),
    budgetCents: 0,
    acceptDays: chance.pick([1, 1, 2, 4]),
    feedbackMinimum: chance.pick([0, 3, 5]),
    firstSession: chance.pick(["2027-04-05", "2027-03-01", "2027-11-15"]),
    resultDays: chance.pick([1, 14]),
  };
  const people = chance.shuffle([
    ...creators.map((name) => creatorLine(chance, call, name, schools)),
    ...schools.map((name) => schoolLine(chance, call, name, creators)),
  ]);
  return { call: { ...call, budgetCents: budgetOf(chance, call, people) }, people };
}

const nameOf = (chance: Chance, index: number): string => `${chance.pick(names)} ${index}`;

/** Enough for all, for some, for exactly some of them or a cent less. */
function budgetOf(chance: Chance, call: Omit<Call, "budgetCents">, people: readonly Line[]): number {
  const costs = people.flatMap(({ kind, sessions, pupils }) =>
    kind === "wishes" ? [Number(sessions) * call.sessionCents + Number(pupils) * call.materialsCents] : [],
  );
  const those = chance.shuffle(costs).slice(0, chance.whole(0, costs.length));
  const whole = those.reduce((sum, cost) => sum + cost, 0);
  return Math.max(0, whole + chance.pick([0, 0, -1, 1, 1000]));
}

function submittedAt(chance: Chance, closes: string): string {
  if (chance.percent(6)) return closes;
  if (chance.percent(6)) return `${closes.slice(0, 14)}${closes.slice(14) === "00" ? "01" : "59"}`;
  return `2027-02-0${chance.whole(1, 3)}T1${chance.whole(0, 2)}:00`;
}

const both = (chance: Chance, call: Omit<Call, "budgetCents">, name: string) => ({
  name,
  email: chance.percent(10) ? "Ta.Pati@pastas.example" : `asmuo-${chance.whole(1, 9999)}@pastas.example`,
  position: chance.pick(["teacher", "support", "head", "kindergarten", "founder", "specialist"]),
  fields: some(chance, fields, 50).join(";"),
  submitted_at: submittedAt(chance, call.closes),
  approval: chance.percent(8) ? "refuse" : chance.pick(["approve", "approve", ""]),
  accepts: chance.pick(["yes", "yes", "yes", "yes", "", "no", "silent"]),
  iban: chance.pick(["", "LT121000011101001000"]),
});

const empty: Line = Object.fromEntries(
  [
    ...["kind", "name", "email", "position", "fields", "municipality", "municipalities", "settlement"],
    ...["capacity", "pupils", "sessions", "order", "submitted_at", "approval", "accepts", "missed"],
    ...["spent_cents", "answered", "positive", "shared", "venue", "iban"],
  ].map((column) => [column, ""]),
);

const creatorLine = (
  chance: Chance,
  call: Omit<Call, "budgetCents">,
  name: string,
  schools: readonly string[],
): Line => ({
  ...empty,
  kind: "creates",
  ...both(chance, call, name),
  municipalities: chance.percent(8) ? "Neringos" : some(chance, municipalities, 70).join(";"),
  capacity: String(chance.pick([0, 1, 1, 1, 2, 2, 3])),
  order: orderOf(chance, schools, 4),
  // What is asked of schools alone is not looked at.
  ...(chance.percent(20) ? { pupils: "9", sessions: "2", settlement: "kaimas", missed: "1" } : {}),
});

function schoolLine(
  chance: Chance,
  call: Omit<Call, "budgetCents">,
  name: string,
  creators: readonly string[],
): Line {
  const sessions = chance.whole(1, 3);
  const pupils = chance.pick([1, 8, 8, 12, 20]);
  const missed = chance.pick(["", "0", "0", "1", String(sessions)]);
  const answered = Math.max(0, chance.pick([0, call.feedbackMinimum, call.feedbackMinimum - 1, 7, 8]));
  const materials = pupils * call.materialsCents;
  return {
    ...empty,
    kind: "wishes",
    ...both(chance, call, name),
    municipality: chance.pick(municipalities),
    settlement: chance.pick(settlements),
    pupils: String(pupils),
    sessions: String(sessions),
    order: orderOf(chance, creators, 5),
    missed,
    spent_cents: chance.pick([
      "",
      "0",
      String(materials),
      String(materials + 1),
      String(Math.max(0, materials - 1)),
    ]),
    ...(chance.percent(10)
      ? { answered: "", positive: chance.pick(["", "0"]) }
      : { answered: String(answered), positive: String(chance.whole(0, answered)) }),
    shared: chance.pick(["yes", "yes", "", "no"]),
    venue: chance.pick(["", "", "Molėtų biblioteka"]),
    capacity: chance.percent(10) ? "7" : "",
  };
}
