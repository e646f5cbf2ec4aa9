import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import { hardNames, oneOf, pad, upTo } from "../by-chance.ts";
import type { Call, Line } from "./model.ts";
import { cameOf, dayBefore, monthsAfter, nextDay } from "./model.ts";

/** Calls and people for which rules of `career-transition` meet each other: made of a seed, the same each time. */

/** A point of time on which much turns: a bound, a little before it and a little after. */
const around = (chance: Chance, bound: number, step = 1): number =>
  Math.max(0, bound + step * oneOf(chance, -1, 0, 0, 1));

const noteworthyDays = [
  "2027-08-31",
  "2028-02-29",
  "2027-12-31",
  "2028-01-30",
  "2027-10-31",
  "2027-09-01",
  "2028-03-31",
];

export interface Made {
  readonly call: Call & Readonly<Record<string, unknown>>;
  readonly people: readonly Line[];
}

export function madeOf(seed: number, count: number): Made {
  const chance = seeded(seed);
  const validMonths = oneOf(chance, 1, 5, 6, 12, 12, 12, 13, 24);
  const roles = Object.fromEntries(
    ["mentor", "consultant", "assistant"].slice(0, 1 + upTo(chance, 2)).map((role) => [
      role,
      {
        trainingHours: oneOf(chance, 0, 16, 40),
        places: oneOf(chance, 0, 2, 5, Math.ceil(count / 3), count),
      },
    ]),
  );
  const closes = oneOf(chance, "2027-03-28T04:30", "2027-03-31T23:59", "2027-04-01T12:00");
  const call: Made["call"] = {
    id: `transition-${seed}`,
    process: "career-transition",
    opens: "2027-02-01T09:00",
    closes,
    minimumYears: oneOf(chance, 0, 5, 10),
    minimumScore: oneOf(chance, 0, 50, 60, 66.67, 70.5),
    scoreGap: oneOf(chance, 0, 10, 15.5, 20, 100),
    roles,
    supportCents: oneOf(chance, 0, 99, 33_333, 50_001, 100_000),
    supportMonths: oneOf(chance, 0, 3, 10),
    validMonths,
    renewal: {
      hours: oneOf(chance, 0, 20, 20.5),
      feedback: oneOf(chance, 0, 3.5, 4, 4.33),
      raters: oneOf(chance, 0, 1, 3, 5),
    },
    at: [],
  };
  const people = withUnread(
    chance,
    call,
    Array.from({ length: count }, (_, index) => personOf(chance, call, index)),
  );
  const at = new Set<string>();
  for (const { accredited_on = "" } of people.slice(0, 12)) {
    if (accredited_on === "") continue;
    const end = monthsAfter(accredited_on, validMonths * (1 + upTo(chance, 3)));
    at.add(oneOf(chance, accredited_on, dayBefore(accredited_on), dayBefore(end), end, nextDay(end)));
  }
  return { call: { ...call, at: [...at, "2026-01-01"] }, people };
}

/** Cells to which no road comes: nothing, or what somebody would stumble over who read them. */
function withUnread(chance: Chance, call: Made["call"], people: readonly Line[]): readonly Line[] {
  const ends = cameOf(call, people).cases;
  return people.map((person, index) => {
    const { support_cents: support = "", accredited = "", score = "" } = ends[index] ?? {};
    const unread = [
      ...(score === "" ? ["shows", "agreed", "score_1", "score_2", "score_3"] : []),
      ...(support === "" ? ["months", "load_percent", "training_hours", "trial", "trial_2"] : []),
      ...(accredited === "" ? ["accredited_on", "renewals", "consent"] : []),
      ...(person.trial === "returned" ? [] : ["trial_2"]),
    ].filter((column) => column !== "shows" || person.shows === "yes");
    const cells = unread.flatMap((column) =>
      chance.percent(40) ? [[column, oneOf(chance, "", "", otherwise[column] ?? "")]] : [],
    );
    return { ...person, ...Object.fromEntries(cells) };
  });
}

const otherwise: Line = {
  accredited_on: "2026-12-31",
  renewals: "stop;24:4.5:6;leave;leave",
  trial: "failed",
  trial_2: "failed",
  shows: "no",
};

function personOf(chance: Chance, call: Made["call"], index: number): Line {
  const role = () => oneOf(chance, Object.keys(call.roles)[0] ?? "", ...Object.keys(call.roles).slice(1));
  const [applied, agreed] = [role(), role()];
  const trial = oneOf(chance, "passed", "passed", "", "returned", "returned", "failed");
  const first = score(chance, call.minimumScore);
  return {
    applicant: `${oneOf(chance, hardNames[0] ?? "", ...hardNames.slice(1))} ${index}`,
    email: addressOf(chance, index),
    position: oneOf(chance, "teacher", "support", "head", "kindergarten", "founder", "specialist"),
    years: String(
      chance.percent(15)
        ? upTo(chance, 40)
        : around(chance, call.minimumYears) + (chance.percent(70) ? 1 : 0),
    ),
    role: applied,
    agreed: agreed === applied ? oneOf(chance, agreed, "") : agreed,
    submitted_at: submittedAt(chance, call.closes),
    shows: chance.percent(7) ? "no" : oneOf(chance, "yes", "yes", ""),
    score_1: first,
    score_2: chance.percent(40) ? first : second(chance, Number(first), call.scoreGap),
    score_3: score(chance, call.minimumScore),
    training_hours: String(
      around(chance, call.roles[agreed]?.trainingHours ?? 0, oneOf(chance, 1, 0.25)) +
        (chance.percent(60) ? 1 : 0),
    ),
    trial,
    trial_2: oneOf(chance, "passed", "", "failed"),
    months: String(around(chance, call.supportMonths, oneOf(chance, 1, 4))),
    load_percent: String(oneOf(chance, 0, 33, 50, 67, 99, 100, upTo(chance, 100))),
    accredited_on: chance.percent(60)
      ? oneOf(chance, "2027-11-30", ...noteworthyDays)
      : `2028-${pad(1 + upTo(chance, 11))}-${pad(1 + upTo(chance, 27))}`,
    consent: chance.percent(70) ? "yes" : oneOf(chance, "no", ""),
    renewals: renewalsOf(chance, call.renewal),
  };
}

/** Some addresses are those of others, in other letters. */
const addressOf = (chance: Chance, index: number): string => {
  const of = chance.percent(12) ? upTo(chance, index) : index;
  return oneOf(chance, `ieva.${of}@mokykla.example`, `Ieva.${of}@Mokykla.Example`);
};

function submittedAt(chance: Chance, closes: string): string {
  if (chance.percent(6)) return closes;
  if (chance.percent(6))
    return oneOf(chance, "2027-04-01T12:01", "2027-04-02T00:00", "2027-03-31T23:59", "2027-03-28T04:30");
  return `2027-02-${pad(2 + upTo(chance, 3))}T${pad(8 + upTo(chance, 2))}:00`;
}

/** Points with up to two decimals, often about the minimum, more often above it. */
function score(chance: Chance, minimum: number): string {
  const least = Math.round(minimum * 100);
  const isClose = chance.percent(40);
  const hundredths = isClose
    ? around(chance, least, oneOf(chance, 1, 300))
    : least + upTo(chance, 10_000 - least);
  return written(Math.min(10_000, hundredths));
}

/** Often just as far from the first as no third is asked for, or a hundredth more. */
function second(chance: Chance, first: number, gap: number): string {
  const away = Math.round(first * 100) + oneOf(chance, -1, 1) * around(chance, Math.round(gap * 100));
  return written(Math.max(0, Math.min(10_000, away)));
}

const written = (hundredths: number): string =>
  hundredths % 100 === 0
    ? String(hundredths / 100)
    : (hundredths / 100).toFixed(hundredths % 10 === 0 ? 1 : 2);

function renewalsOf(chance: Chance, need: Call["renewal"]): string {
  const words = Array.from({ length: upTo(chance, 5) }, () => {
    if (chance.percent(20)) return "leave";
    const hours = around(chance, need.hours, oneOf(chance, 1, 0.5)) + (chance.percent(50) ? 1 : 0);
    const mean = written(
      Math.min(500, around(chance, Math.round(need.feedback * 100), oneOf(chance, 1, 50))),
    );
    return `${hours}:${mean}:${around(chance, need.raters)}`;
  });
  const stop = chance.percent(30) ? ["stop", ...(chance.percent(40) ? ["24:4.5:6", "leave"] : [])] : [];
  return [...words, ...stop].join(";");
}
