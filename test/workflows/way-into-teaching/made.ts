import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import { hardNames, oneOf, pad, upTo } from "../by-chance.ts";
import { type Call, cameOf, daysAfter, type Line } from "./model.ts";

/** Calls and people for which rules of `way-into-teaching` meet each other: made of a seed, the same each time. */

const around = (chance: Chance, bound: number): number => Math.max(0, bound + oneOf(chance, -1, 0, 0, 1));
const some = <T>(chance: Chance, all: readonly T[], most: number): readonly T[] =>
  all.filter(() => chance.percent(60)).slice(0, most);

const municipalities = ["Alytaus m.", "Alytaus m. ir r.", "Šilutės r.", "Zarasų r.", "Ąžuolyno"];
const subjects = ["physics", "mathematics", "lietuvių kalba"];
const interviewers = ["Ona Onaitė", "Ąžuolas Petraitis", "Zita Zitaitė"];

export interface Made {
  readonly call: Call & Readonly<Record<string, unknown>>;
  readonly people: readonly Line[];
}

export function madeOf(seed: number, count: number): Made {
  const chance = seeded(seed);
  const closes = oneOf(chance, "2027-03-27T10:00", "2027-03-31T23:59", "2027-10-30T12:00");
  const bookUntilHours = oneOf(chance, 0, 24, 24, 48, 72);
  const need = municipalities.flatMap((municipality) =>
    some(chance, subjects, 3).map((subject) => ({
      municipality,
      subject,
      vacancies: oneOf(chance, 0, 1, 1, 2, 4),
    })),
  );
  const semesters = oneOf(chance, 1, 2, 4);
  const call: Made["call"] = {
    id: `way-${seed}`,
    process: "way-into-teaching",
    opens: "2027-02-01T09:00",
    closes,
    minimumCredits: oneOf(chance, 0, 60, 90),
    choices: oneOf(chance, 1, 2, 2, 5),
    need,
    slots: slotsOf(chance, closes, bookUntilHours, Math.ceil(count * oneOf(chance, 0.4, 0.8, 1.5))),
    bookUntilHours,
    interviewMinimum: oneOf(chance, 0, 50, 60, 66.5),
    offerDays: oneOf(chance, 1, 2, 5),
    places: Object.fromEntries(
      some(chance, subjects, 3).map((subject) => [subject, oneOf(chance, 0, 1, 2, 3, 9)]),
    ),
    semesters,
    stipendCents: oneOf(chance, 0, 33_333, 60_500),
    semesterMonths: oneOf(chance, 1, 5, 6),
    passGrade: oneOf(chance, 5, 6, 0),
    commitment: {
      days: oneOf(chance, 1, 30, 97, 200),
      withinDays: oneOf(chance, 30, 200, 300, 400),
      sharePercent: oneOf(chance, 70, 70, 100, 0, 33.5),
      kinds: oneOf(chance, ["municipal"], ["municipal", "state"], ["state", "nida"]),
      ...oneOf(chance, {}, { recovery: "whole" as const }, { recovery: "proportional" as const }),
    },
  };
  const people = Array.from({ length: count }, (_, index) => personOf(chance, call, index));
  return { call, people: withUnread(chance, call, people) };
}

/** Slots of which many begin at once, and some at exactly the last hour that can be booked, or a minute before it. */
function slotsOf(chance: Chance, closes: string, hours: number, count: number): Call["slots"] {
  const day = closes.slice(0, 10);
  const first = daysAfter(day, Math.floor(hours / 24));
  const seen = new Set<string>();
  return Array.from({ length: count }, () => {
    const [hour, minute] = [Number(closes.slice(11, 13)), Number(closes.slice(14, 16))];
    const starts = chance.percent(25)
      ? `${first}T${oneOf(chance, `${pad(hour)}:${pad(minute)}`, `${pad(hour)}:${pad(Math.max(0, minute - 1))}`, `${pad(Math.min(23, hour + 1))}:00`, `${pad(hour)}:59`)}`
      : `${daysAfter(day, upTo(chance, 8))}T${oneOf(chance, "09:00", "09:00", "10:30", "15:45")}`;
    return { interviewer: oneOf(chance, interviewers[0] ?? "", ...interviewers.slice(1)), starts };
  }).filter(({ interviewer, starts }) => {
    const isNew = !seen.has(`${starts} ${interviewer}`);
    seen.add(`${starts} ${interviewer}`);
    return isNew;
  });
}

function personOf(chance: Chance, call: Made["call"], index: number): Line {
  const qualified = oneOf(chance, "2029-06-30", "2029-02-27", "2030-01-31", "2028-02-28");
  return {
    applicant: `${oneOf(chance, hardNames[0] ?? "", ...hardNames.slice(1))} ${index}`,
    email: addressOf(chance, index),
    position: oneOf(chance, "teacher", "support", "head", "kindergarten", "founder", "specialist"),
    subject: oneOf(chance, "physics", "physics", "mathematics", "lietuvių kalba", "chemistry"),
    wants: wantsOf(chance),
    diploma: chance.percent(92) ? oneOf(chance, "yes", "yes", "") : "no",
    credits: String(around(chance, call.minimumCredits) + oneOf(chance, 0, 1, 60)),
    submitted_at: submittedAt(chance, call.closes),
    interview_from: chance.percent(40) ? daysAfter(call.closes.slice(0, 10), upTo(chance, 8)) : "",
    moves_to: chance.percent(35) ? daysAfter(call.closes.slice(0, 10), upTo(chance, 9)) : "",
    shows: chance.percent(6) ? "no" : oneOf(chance, "yes", "yes", ""),
    interview_score: scoreOf(chance, call.interviewMinimum),
    offer: oneOf(chance, "accept", "accept", "accept", "accept", "", "decline", "silent"),
    elsewhere: oneOf(chance, "yes", "yes", "no", ""),
    progress: progressOf(chance, call.semesters),
    grade: String(around(chance, call.passGrade) + oneOf(chance, 0, 1, 1)),
    cause: oneOf(chance, "", "no", "yes"),
    qualified_on: qualified,
    postponed: postponedOf(chance, call, qualified),
    work: workOf(chance, call, qualified),
  };
}

const addressOf = (chance: Chance, index: number): string => {
  const of = chance.percent(8) ? upTo(chance, index) : index;
  return oneOf(chance, `ieva.${of}@mokykla.example`, `Ieva.${of}@Mokykla.Example`);
};

function wantsOf(chance: Chance): string {
  const wanted = Array.from({ length: upTo(chance, 4) + (chance.percent(90) ? 1 : 0) }, () =>
    oneOf(chance, "Klaipėdos m.", ...municipalities, ...municipalities),
  );
  return [...new Set(wanted)].join(oneOf(chance, ";", "; "));
}

function submittedAt(chance: Chance, closes: string): string {
  if (chance.percent(6)) return closes;
  if (chance.percent(5)) return oneOf(chance, `${closes.slice(0, 10)}T23:59`, "2027-11-01T00:00");
  return `2027-02-${pad(2 + upTo(chance, 3))}T${pad(8 + upTo(chance, 2))}:00`;
}

const scoreOf = (chance: Chance, minimum: number): string => {
  const score = chance.percent(35)
    ? around(chance, Math.round(minimum * 100))
    : oneOf(chance, 7000, 8025, 8025, 9000, 10_000);
  return score % 100 === 0 ? String(score / 100) : (score / 100).toFixed(2).replace(/0$/, "");
};

function progressOf(chance: Chance, semesters: number): string {
  const letters = Array.from({ length: semesters + upTo(chance, 2) }, () =>
    chance.percent(86) ? "s" : oneOf(chance, "l", "l", "d", "x"),
  ).join("");
  return chance.percent(8) ? letters.slice(0, upTo(chance, semesters)) : letters;
}

/** Leave that is protected: some of it twice, some before the window or behind it. */
const postponedOf = (chance: Chance, { commitment }: Call, qualified: string): string =>
  Array.from({ length: chance.percent(50) ? upTo(chance, 3) : 0 }, () => {
    const from = daysAfter(qualified, upTo(chance, commitment.withinDays + 40) - 10);
    return `${from}/${daysAfter(from, oneOf(chance, 0, 1, 13, 60))}`;
  }).join(";");

/** Work that adds up to just enough, or to a little less, in schools of several kinds. */
function workOf(chance: Chance, { commitment }: Call, qualified: string): string {
  const ends = daysAfter(qualified, commitment.withinDays + 20);
  return Array.from({ length: upTo(chance, 5) }, () => {
    const from = daysAfter(
      qualified,
      upTo(chance, Math.max(1, commitment.withinDays / 2)) - oneOf(chance, 0, 40),
    );
    const length = oneOf(chance, commitment.days - 1, commitment.days, commitment.days + 3, 20, 400);
    const to = daysAfter(from, Math.max(0, length - 1));
    const share = oneOf(chance, commitment.sharePercent, 35, 50, 69.99, 70, 100);
    return `${from}/${earlier(to, ends)}@${share}@${oneOf(chance, "municipal", "municipal", "state", "private")}`;
  })
    .filter((one) => one.slice(0, 10) <= one.slice(11, 21))
    .join(";");
}

/** Cells to which no road comes: nothing, or what somebody would stumble over who read them. */
function withUnread(chance: Chance, call: Made["call"], people: readonly Line[]): readonly Line[] {
  const ends = cameOf(call, people);
  return people.map((person, index) => {
    const { status = "" } = ends[index] ?? {};
    const has = (...statuses: readonly string[]) => statuses.includes(status);
    const [isAsked, hasSlot] = [!has("late", "duplicate", "ineligible", "noNeed"), !has("noSlot")];
    const isMet = isAsked && hasSlot && !has("noShow");
    const studies = isMet && has("dropped", "failed", "completed", "broken");
    const unread = [
      ...(isMet ? [] : ["interview_score"]),
      ...(studies ? [] : ["progress", "grade", "cause", "qualified_on", "postponed", "work"]),
      ...(has("dropped") ? ["grade", "qualified_on", "postponed", "work"] : []),
      ...(has("failed") ? ["qualified_on", "postponed", "work"] : []),
    ];
    const cells = unread.flatMap((column) =>
      chance.percent(40) ? [[column, oneOf(chance, "", otherwise[column] ?? "")]] : [],
    );
    return { ...person, ...Object.fromEntries(cells) };
  });
}

const otherwise: Line = {
  progress: "xlsd",
  qualified_on: "2020-01-01",
  postponed: "2020-01-01/2020-02-01",
  work: "2020-01-01/2020-02-01@70@private",
};

const earlier = (a: string, b: string): string => [a, b].toSorted()[0] ?? a;
