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

/** Schools that there may be; and those of a land that nobody knows. */
const lands: readonly Readonly<Record<string, string>>[] = [
  {
    Molėtai: "Molėtų r.",
    Alanta: "Molėtų r.",
    Utena: "Utenos r.",
    Daugailiai: "Utenos r.",
    Ignalina: "Ignalinos r.",
  },
  { "A-1": "Šiaurė", "A-2": "Šiaurė", "B, 1": "Pietūs", "Nr. 4": "šiaurė" },
];

const after = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/**
 * A call and its people by chance: little room, days that are tied, terms with gaps and overlaps, cells that nobody needs left blank,
 * everything that can happen on one day, before the first, behind the end and in no order.
 */
export function madeUp(
  seed: number,
  size: number,
): { readonly call: ModelCall & { id: string; process: string }; readonly people: readonly Line[] } {
  const chance = seeded(seed);
  const schools = chance.pick([lands[0] ?? {}, ...lands]);
  const begins = chance.pick(["2027-09-01", "2027-12-15", "2028-01-10", "2028-02-29"]);
  const isLong = chance.percent(15);
  const days = chance.pick(isLong ? [200, 365] : [1, 2, 7, 30, 60, 90, 120]);
  const lastDay = after(begins, chance.pick(isLong ? [500, 900] : [0, 40, 100, 200, 300]));
  const call = {
    id: `first-year-${seed}`,
    process: "first-year",
    ...opening(chance, begins, lastDay),
    days,
    checkInDays: chance.pick([1, 7, 10, 30, 45].filter((one) => days / one < 15)),
    minimumCheckIns: chance.whole(0, 4),
    maxPauseDays: chance.pick([0, 5, 20, 60]),
    extensionDays: chance.pick([0, 0, 1, 15, 40]),
    declareDays: chance.pick([1, 7, 14]),
    mentorWaitDays: chance.pick([0, 1, 5, 20, 40]),
    lastDay,
    mentorCents: chance.pick([1, 60_000, 33_333, 0]),
    terms: termsFrom(begins, chance),
    schools,
  };
  const mentors = Array.from({ length: chance.whole(1, Math.max(2, size / 3)) }, (_, index) =>
    mentorLine(chance, index, schools),
  );
  const names = mentors.map(({ name = "" }) => name);
  const novices = Array.from({ length: size }, (_, index) => noviceLine(chance, index, call, begins, names));
  return { call, people: chance.shuffle([...mentors, ...novices]) };
}

/** The rules say nothing of when a call opens: it may say nothing of it either, or that it opens when some have long begun. */
const opening = (chance: Chance, begins: string, lastDay: string) =>
  chance.percent(70)
    ? {}
    : {
        opens: `${after(begins, chance.pick([-200, -1, 0, 15]))}T09:00`,
        closes: `${after(lastDay, 20)}T23:59`,
      };

function termsFrom(begins: string, chance: Chance) {
  const terms: { id: string; from: string; to: string }[] = [];
  // They may come long after everybody has begun.
  let from = after(begins, chance.percent(10) ? 600 : chance.whole(-20, 30));
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

function mentorLine(chance: Chance, index: number, schools: ModelCall["schools"]): Line {
  const accepts = chance.pick(["yes", "yes", "yes", "", "no"]);
  const needs = (said: number) => (accepts === "no" && chance.percent(50) ? "" : String(said));
  return {
    kind: "mentor",
    name: `${chance.pick(["Žydra", "Ąžuolas", "Ona", "𝒜dė", "O’Neil, „Ū“"])} M${index}`,
    email: `${chance.pick(["mentor", "Mentor"])}${index}@mokykla.example`,
    position: chance.pick(["teacher", "head", ""]),
    ...placeOf(chance, schools),
    capacity: needs(chance.pick([0, 1, 1, 1, 2, 3])),
    years: needs(chance.pick([0, 5, 5, 20])),
    accepts,
  };
}

/** Of a school of the call, whose municipality may stand there or not; of another one; or of none. */
function placeOf(chance: Chance, schools: ModelCall["schools"]): Line {
  const [school, municipality] = chance.pick(Object.entries(schools));
  return chance.pick<Line>([
    { school, municipality },
    { school, municipality },
    { school, municipality: "" },
    { school, municipality: "" },
    { school: "Kitur", municipality: "Utenos r." },
    { school: "Niekur", municipality: "" },
    { school: "", municipality: "Molėtų r." },
    { school: "", municipality: "" },
  ]);
}

function noviceLine(
  chance: Chance,
  index: number,
  call: ModelCall,
  begins: string,
  mentors: readonly string[],
): Line {
  const starts = after(begins, chance.pick([0, 0, 0, 0, 1, 10, 40, 1000]));
  return {
    kind: "novice",
    name: `Naujokė ${index}`,
    email: `naujoke${index}@mokykla.example`,
    position: chance.pick(["teacher", "kindergarten"]),
    school: chance.pick(Object.keys(call.schools)),
    municipality: "",
    starts: [starts, call.lastDay].toSorted()[0] ?? starts,
    ...chance.pick<Line>([
      { qualified: "no", months_before: "", years_away: "" },
      { qualified: "yes", months_before: "", years_away: "10" },
      { qualified: "yes", months_before: "13", years_away: String(chance.pick([5, 9, 10])) },
      ...[4, 5, 9, 10].map((away) => ({ qualified: "yes", months_before: "12", years_away: String(away) })),
      ...["", "0", "", "0", "4"].map((away) => ({ qualified: "yes", months_before: "0", years_away: away })),
      { qualified: "yes", months_before: "11", years_away: "" },
    ]),
    mentor: chance.percent(40) ? chance.pick(mentors) : "",
    events: eventsOf(chance, starts, call, mentors),
    checkins: chance.pick(["", "0", "2", "4", "20", "1;3", "2;3;4;5"]),
    declared: chance
      .shuffle(call.terms.filter(() => chance.percent(75)))
      .map(({ id }) => `${id}:${chance.pick(["both", "both", "mentor"])}`)
      .join(";"),
    evaluation: chance.pick(["passed", "", "failed", "extend", "extend"]),
    again: chance.pick(["passed", "", "failed"]),
  };
}

function eventsOf(chance: Chance, starts: string, call: ModelCall, mentors: readonly string[]): string {
  let day = after(starts, chance.pick([-400, -1, 0, 0, 0, 1, 4, 10]));
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
    day = after(day, chance.pick([0, 0, 0, 1, 3, 8, 25, 401]));
  }
  return (chance.percent(20) ? chance.shuffle(said) : said).join(";");
}
