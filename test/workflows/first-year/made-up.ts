import { Temporal } from "temporal-polyfill";
import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import type { ModelCall } from "./model.ts";

/** The columns of a file of people, as the specification names them. */
export const columns = [
  "kind",
  "name",
  "email",
  "position",
  "school",
  "municipality",
  "capacity",
  "years",
  "accepts",
  "starts",
  "qualified",
  "months_before",
  "years_away",
  "mentor",
  "events",
  "checkins",
  "declared",
  "evaluation",
  "again",
] as const;

type Line = Readonly<Record<string, string>>;

const schools = {
  Molėtai: "Molėtų r.",
  Alanta: "Molėtų r.",
  Utena: "Utenos r.",
  Daugailiai: "Utenos r.",
  Ignalina: "Ignalinos r.",
};
const schoolNames = Object.keys(schools);

const after = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/**
 * A call and its people by chance: little room, days that are tied, terms with gaps and overlaps, everything that can happen on one
 * day, before the first and after the end.
 */
export function madeUp(
  seed: number,
  size: number,
): { readonly call: ModelCall & { id: string; process: string }; readonly people: readonly Line[] } {
  const chance = seeded(seed);
  const begins = chance.pick(["2027-09-01", "2027-12-15", "2028-01-10"]);
  const days = chance.pick([1, 7, 30, 60, 90, 120]);
  const terms = termsFrom(begins, chance);
  const call = {
    id: `first-year-${seed}`,
    process: "first-year",
    days,
    checkInDays: chance.pick([1, 7, 10, 30, 45].filter((one) => days / one < 15)),
    minimumCheckIns: chance.whole(0, 4),
    maxPauseDays: chance.pick([0, 5, 20, 60]),
    extensionDays: chance.pick([0, 1, 15, 40]),
    declareDays: chance.pick([1, 7, 14]),
    mentorWaitDays: chance.pick([0, 1, 5, 20, 40]),
    lastDay: after(begins, chance.pick([40, 100, 200, 300])),
    mentorCents: chance.pick([1, 60_000, 33_333, 0]),
    terms,
    schools,
  };
  const mentors = Array.from({ length: chance.whole(1, Math.max(2, size / 3)) }, (_, index) =>
    mentorLine(chance, index),
  );
  const names = mentors.map(({ name = "" }) => name);
  const novices = Array.from({ length: size }, (_, index) => noviceLine(chance, index, call, begins, names));
  return { call, people: chance.shuffle([...mentors, ...novices]) };
}

function termsFrom(begins: string, chance: Chance) {
  const terms: { id: string; from: string; to: string }[] = [];
  let from = after(begins, chance.whole(-20, 30));
  for (const id of ["2027-autumn", "2028-winter", "2028-spring", "2028-autumn"].slice(
    0,
    chance.whole(1, 4),
  )) {
    const to = after(from, chance.whole(0, 90));
    terms.push({ id, from, to });
    from = after(to, chance.pick([1, 1, 20, -10]));
  }
  return chance.percent(20) ? chance.shuffle(terms) : terms;
}

function mentorLine(chance: Chance, index: number): Line {
  const school = chance.pick(schoolNames) as keyof typeof schools;
  return {
    kind: "mentor",
    name: `${chance.pick(["Žydra", "Ąžuolas", "Ona", "𝒜dė"])} M${index}`,
    email: `mentor${index}@mokykla.example`,
    position: chance.pick(["teacher", "head"]),
    school,
    municipality: chance.percent(50) ? schools[school] : "",
    capacity: String(chance.pick([0, 1, 1, 1, 2, 3])),
    years: String(chance.pick([0, 5, 5, 20])),
    accepts: chance.percent(80) ? "yes" : "no",
  };
}

function noviceLine(
  chance: Chance,
  index: number,
  call: ModelCall,
  begins: string,
  mentors: readonly string[],
): Line {
  const starts = after(begins, chance.pick([0, 0, 0, 1, 10, 40]));
  const evaluation = chance.pick(["passed", "passed", "failed", "extend"]);
  return {
    kind: "novice",
    name: `Naujokė ${index}`,
    email: `naujoke${index}@mokykla.example`,
    position: "teacher",
    school: chance.pick(schoolNames),
    municipality: "",
    starts: [starts, call.lastDay].toSorted()[0] ?? starts,
    qualified: chance.percent(93) ? "yes" : "no",
    months_before: String(chance.pick([0, 11, 12, 13])),
    years_away: String(chance.pick([0, 4, 5, 9, 10, 10])),
    mentor: chance.percent(40) ? chance.pick(mentors) : "",
    events: eventsOf(chance, starts, call, mentors),
    checkins: chance.pick(["0", "2", "4", "20", "1;3", "2;3;4;5"]),
    declared: call.terms
      .filter(() => chance.percent(75))
      .map(({ id }) => `${id}:${chance.pick(["both", "both", "mentor"])}`)
      .join(";"),
    evaluation,
    again: evaluation === "extend" ? chance.pick(["passed", "passed", "failed"]) : "",
  };
}

function eventsOf(chance: Chance, starts: string, call: ModelCall, mentors: readonly string[]): string {
  let day = after(starts, chance.whole(-3, 10));
  const said: string[] = [];
  for (let left = chance.pick([0, 0, 1, 3, 6, 9]); left > 0; left -= 1) {
    const word = chance.pick([
      `mentor:${chance.pick(mentors)}`,
      `mentor:${chance.pick(mentors)}`,
      `school:${chance.pick(Object.keys(call.schools))}`,
      "pause",
      "pause",
      "leave",
      "resume",
      "resume",
      chance.percent(30) ? "left" : "resume",
    ]);
    said.push(`${day}=${word}`);
    day = after(day, chance.pick([0, 0, 1, 3, 8, 25]));
  }
  return said.join(";");
}
