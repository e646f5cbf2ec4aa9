import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import { hardNames, oneOf, pad, upTo } from "../by-chance.ts";
import { type Call, cameOf, type Line } from "./model.ts";

/** Calls and people for which rules of `university-module` meet each other: made of a seed, the same each time. */

const modules = ["Fizika", "Informatika", "Lietuvių kalba", "chemija", "Žemės ūkis"] as const;
const universities = ["Vilniaus universitetas", "VDU", "Vilniaus kolegija"] as const;

export interface Made {
  readonly call: Call & Readonly<Record<string, unknown>>;
  readonly people: readonly Line[];
}

export function madeOf(seed: number, count: number): Made {
  const chance = seeded(seed);
  const closes = oneOf(chance, "2027-03-27T10:00", "2027-03-31T23:59", "2027-10-30T12:00");
  const offered = modules.slice(0, 1 + upTo(chance, modules.length - 1));
  const call: Made["call"] = {
    id: `module-${seed}`,
    process: "university-module",
    opens: "2027-02-01T09:00",
    closes,
    offerDays: oneOf(chance, 1, 1, 2, 5),
    choices: oneOf(chance, 1, 2, 2, 3, 9),
    passGrade: oneOf(chance, 5, 6, 0, 4.5),
    begins: oneOf(chance, "2027-09-01", "2027-04-05", "2027-01-31", "2028-02-29"),
    semesterMonths: oneOf(chance, 1, 5, 6),
    modules: Object.fromEntries(
      offered.map((name) => [
        name,
        {
          university: oneOf(chance, ...universities),
          credits: oneOf(chance, 60, 90, 30, 7.5),
          semesters: oneOf(chance, 1, 2, 3, 4),
          places: oneOf(chance, 0, 1, 1, 2, 3),
          tuitionCents: oneOf(chance, 100_000, 100_001, 99_999, 1, 0, 333_333),
        },
      ]),
    ),
  };
  const people = Array.from({ length: count }, (_, index) => personOf(chance, call, index));
  return { call, people: withUnread(chance, call, people) };
}

function personOf(chance: Chance, call: Made["call"], index: number): Line {
  return {
    applicant: `${oneOf(chance, hardNames[0] ?? "", ...hardNames.slice(1))} ${index}`,
    email: addressOf(chance, index),
    position: oneOf(chance, "teacher", "support", "head", "kindergarten", "founder", "specialist"),
    school: oneOf(chance, "Alytaus gimnazija", "Molėtų progimnazija", "Zarasų „Ąžuolo“ gimnazija"),
    municipality: oneOf(chance, "Alytaus m.", "Molėtų r.", "Zarasų r."),
    settlement: oneOf(chance, "miestas", "miestas", "kaimas", "miestelis", "viensėdis"),
    qualified: chance.percent(7) ? "no" : oneOf(chance, "yes", "yes", ""),
    years: String(oneOf(chance, 0, 3, 3, 12, 40)),
    vacancy: oneOf(chance, "yes", "no", "no", ""),
    modules: wantsOf(chance, call),
    submitted_at: submittedAt(chance, call.closes),
    principal: oneOf(chance, "endorse", "endorse", "endorse", "endorse", "endorse", "", "refuse", "silent"),
    offer: oneOf(chance, "accept", "accept", "accept", "", "decline", "silent"),
    admission: oneOf(chance, "admitted", "admitted", "admitted", "", "refused"),
    progress: progressOf(chance),
    grade: gradeOf(chance, call.passGrade),
    cause: oneOf(chance, "", "no", "yes"),
  };
}

const addressOf = (chance: Chance, index: number): string => {
  const of = chance.percent(8) ? upTo(chance, index) : index;
  return oneOf(chance, `ieva.${of}@mokykla.example`, `Ieva.${of}@Mokykla.Example`);
};

/** As many as there are, more than count, or one of them twice. */
function wantsOf(chance: Chance, call: Call): string {
  const [first = "", ...others] = Object.keys(call.modules);
  const wanted = Array.from({ length: 1 + upTo(chance, 4) }, () => oneOf(chance, first, ...others));
  return (chance.percent(85) ? [...new Set(wanted)] : wanted).join(oneOf(chance, ";", "; "));
}

function submittedAt(chance: Chance, closes: string): string {
  if (chance.percent(6)) return closes;
  if (chance.percent(5)) return oneOf(chance, "2027-11-01T00:00", `${closes.slice(0, 10)}T23:59`);
  return `2027-02-${pad(2 + upTo(chance, 2))}T${pad(8 + upTo(chance, 2))}:00`;
}

function progressOf(chance: Chance): string {
  const letters = Array.from({ length: upTo(chance, 7) }, () =>
    chance.percent(74) ? "s" : oneOf(chance, "l", "l", "l", "d", "x"),
  ).join("");
  return chance.percent(40) ? `${letters}ssss` : letters;
}

function gradeOf(chance: Chance, passes: number): string {
  const hundredths = Math.min(
    1000,
    Math.max(0, Math.round(passes * 100) + oneOf(chance, -1, 0, 1, 100, 250, -50)),
  );
  return String(hundredths / 100);
}

/** Cells to which no road comes: nothing, or what somebody would stumble over who read them. */
function withUnread(chance: Chance, call: Made["call"], people: readonly Line[]): readonly Line[] {
  const ends = cameOf(call, people);
  return people.map((person, index) => {
    const { status = "" } = ends[index] ?? {};
    const has = (...statuses: readonly string[]) => statuses.includes(status);
    const isRanked = !has("late", "duplicate", "ineligible", "refused");
    const studies = has("dropped", "failed", "completed");
    const unread = [
      ...(isRanked ? [] : ["years", "vacancy", "offer"]),
      ...(isRanked && !has("reserve", "declined", "expired") ? [] : ["admission"]),
      ...(studies ? [] : ["progress", "cause"]),
      ...(has("failed", "completed") ? [] : ["grade"]),
    ];
    const cells = unread.flatMap((column) =>
      chance.percent(40) ? [[column, oneOf(chance, "", otherwise[column] ?? "")]] : [],
    );
    return { ...person, ...Object.fromEntries(cells) };
  });
}

const otherwise: Line = {
  progress: "xxlsd",
  grade: "0",
  offer: "silent",
  admission: "refused",
  cause: "yes",
};
