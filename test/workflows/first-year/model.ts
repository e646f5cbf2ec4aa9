import { Temporal } from "temporal-polyfill";

/**
 * What becomes of a call of first years, written from section 11 of the specification and from nothing else: it knows the files and
 * none of the product. Whoever changes a rule changes it here by the text, and then looks at the product.
 *
 * Where the text leaves two readings, these were taken:
 * - `school:NAME` frees the mentor at its place among the day's events, and 11.2 appoints when all of them were heard, because 11.3 says
 *   that order; so a mentor named behind it the same day is taken, and whoever leaves the same day had nobody new.
 * - `checkins` counts the first so many check-ins, or names them (`1;3`); a single number is a count.
 * - Blank are answers as they should be (C10): `accepts` is yes, an evaluation passed, check-ins all held. Blank may be, too, what no rule
 *   comes to: months and years of the unqualified, years away below 12 months, room and years of whoever does not accept.
 * - `again` behind another word than `extend` says nothing. With `extensionDays` 0 it counts on the same day.
 * - A mentor's municipality is that of the column, else of the school; without either the mentor is found in the whole country alone.
 * - A day in two terms counts in both; a term's length is its own, also behind `lastDay`.
 * - The rules know no opening of the call: whoever begins before it is registered in time.
 */

export interface ModelCall {
  readonly days: number;
  readonly checkInDays: number;
  readonly minimumCheckIns: number;
  readonly maxPauseDays: number;
  readonly extensionDays: number;
  readonly mentorWaitDays: number;
  readonly lastDay: string;
  readonly mentorCents: number;
  readonly terms: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly schools: Readonly<Record<string, string>>;
}

type Line = Readonly<Record<string, string>>;
type Cell = string | number;

interface Mentor {
  readonly name: string;
  readonly school: string;
  readonly municipality: string;
  readonly years: number;
  readonly accepts: boolean;
  room: number;
}

interface Novice {
  readonly line: Line;
  readonly events: readonly { readonly day: string; readonly word: string; readonly name: string }[];
  school: string;
  named: string;
  mentor: Mentor | undefined;
  lastMentor: string;
  stands: "" | "pause" | "leave";
  waited: number;
  paused: number;
  running: { readonly day: string; readonly mentor: string }[];
  needs: number;
  isExtended: boolean;
  status: string;
  endsOn: string;
}

const after = (day: string, days = 1): string => Temporal.PlainDate.from(day).add({ days }).toString();
const listed = (cell: string | undefined): string[] => (cell ? cell.split(";") : []);

/** 11.1; a cell that the rule does not come to may be blank. */
const isEligible = ({ qualified, months_before, years_away }: Line): boolean =>
  qualified === "yes" &&
  (Number(months_before) < 12 ||
    (Number(months_before) <= 12 && Number(years_away) >= 5) ||
    Number(years_away) >= 10);

function eventsOf({ events = "" }: Line) {
  return listed(events).map((one) => {
    const [day = "", said = ""] = one.split("=");
    const [word = "", name = ""] = said.split(":");
    return { day, word, name };
  });
}

/** C7 */
function byName(a: string, b: string): number {
  const [one, other] = [Array.from(a), Array.from(b)];
  for (const [at, sign] of one.entries()) {
    const against = other[at];
    if (against === undefined) return 1;
    const difference = (sign.codePointAt(0) ?? 0) - (against.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** 11.7: the cell counts the first of them, or names some; blank they are held as they should be (C10). */
function isHeld({ checkins = "" }: Line, number: number): boolean {
  if (checkins === "") return true;
  return checkins.includes(";") ? listed(checkins).includes(String(number)) : number <= Number(checkins);
}

export function become(
  call: ModelCall,
  people: readonly Line[],
): { readonly cases: readonly (readonly Cell[])[]; readonly payments: readonly (readonly Cell[])[] } {
  const mentors = people
    .filter(({ kind }) => kind === "mentor")
    .map(
      (line): Mentor => ({
        name: line.name ?? "",
        school: line.school ?? "",
        municipality: line.municipality || (call.schools[line.school ?? ""] ?? ""),
        years: Number(line.years),
        accepts: line.accepts !== "no",
        room: Number(line.capacity),
      }),
    );
  const lines = people.filter(({ kind }) => kind === "novice");
  const novices = lines.filter(isEligible).map(
    (line): Novice => ({
      line,
      events: eventsOf(line),
      school: line.school ?? "",
      named: line.mentor ?? "",
      mentor: undefined,
      lastMentor: "",
      stands: "",
      waited: 0,
      paused: 0,
      running: [],
      needs: call.days,
      isExtended: false,
      status: "",
      endsOn: "",
    }),
  );
  const inTurn = novices.toSorted((a, b) => byName(a.line.starts ?? "", b.line.starts ?? ""));
  const mayTake = (mentor: Mentor | undefined): mentor is Mentor =>
    mentor?.accepts === true && mentor.room > 0;
  const letGo = (novice: Novice): void => {
    if (novice.mentor) novice.mentor.room += 1;
    novice.mentor = undefined;
  };
  const take = (novice: Novice, mentor: Mentor): void => {
    letGo(novice);
    mentor.room -= 1;
    novice.mentor = mentor;
    novice.lastMentor = mentor.name;
    novice.waited = 0;
  };
  const end = (novice: Novice, status: string, day: string): void => {
    novice.status = status;
    novice.endsOn = day;
    letGo(novice);
  };

  /** 11.2 */
  const appoint = (novice: Novice): void => {
    const named = mentors.find(({ name }) => name === novice.named);
    if (mayTake(named)) {
      take(novice, named);
      return;
    }
    const free = mentors.filter(mayTake).toSorted((a, b) => b.years - a.years || byName(a.name, b.name));
    const found =
      free.find(({ school }) => school === novice.school) ??
      free.find(({ municipality }) => municipality === call.schools[novice.school]) ??
      free[0];
    if (found) take(novice, found);
  };

  /** 11.4, and the words of 11.3. */
  const hear = (novice: Novice, day: string): void => {
    for (const { word, name } of novice.events.filter((event) => event.day === day)) {
      if (novice.status) return;
      if (word === "left") end(novice, "left", day);
      else if (word === "pause" || word === "leave") novice.stands = word;
      else if (word === "resume") novice.stands = "";
      else if (word === "mentor") {
        const other = mentors.find((mentor) => mentor.name === name);
        if (other !== novice.mentor && mayTake(other)) take(novice, other);
      } else {
        letGo(novice);
        novice.school = name;
        novice.named = "";
      }
    }
  };

  const checkIns = (novice: Novice): number => {
    let held = 0;
    for (let number = 1; (number - 1) * call.checkInDays + 1 <= novice.running.length; number += 1)
      if (isHeld(novice.line, number)) held += 1;
    return held;
  };

  /** 11.6 */
  const evaluate = (novice: Novice, day: string): void => {
    let said = (novice.isExtended ? novice.line.again : novice.line.evaluation) || "passed";
    if (said === "extend" && !novice.isExtended) {
      novice.isExtended = true;
      novice.needs += call.extensionDays;
      if (novice.running.length < novice.needs) return;
      said = novice.line.again || "passed";
    }
    if (said === "failed") end(novice, "failed", day);
    else end(novice, checkIns(novice) >= call.minimumCheckIns ? "completed" : "uncertified", day);
  };

  /** 11.3 and 11.5 */
  const live = (novice: Novice, day: string): void => {
    hear(novice, day);
    if (novice.status) return;
    if (!novice.mentor) appoint(novice);
    if (novice.stands === "pause") {
      novice.paused += 1;
      if (novice.paused > call.maxPauseDays) end(novice, "lapsed", day);
    } else if (novice.stands === "") {
      if (novice.mentor) {
        novice.running.push({ day, mentor: novice.mentor.name });
        if (novice.running.length === novice.needs) evaluate(novice, day);
      } else {
        novice.waited += 1;
        if (novice.waited > call.mentorWaitDays) end(novice, "noMentor", day);
      }
    }
    if (!novice.status && day === call.lastDay) end(novice, "unfinished", day);
  };

  const first = inTurn[0]?.line.starts;
  for (let day = first; day !== undefined && day <= call.lastDay; day = after(day))
    for (const novice of inTurn) if (!novice.status && (novice.line.starts ?? "") <= day) live(novice, day);

  /** 11.8 */
  const payments = novices.flatMap(({ line, running }) => {
    const declared = new Set(listed(line.declared).map((one) => one.split(":")[0]));
    return call.terms.flatMap(({ id, from, to }) => {
      const within = Map.groupBy(
        running.filter(({ day }) => from <= day && day <= to),
        ({ mentor }) => mentor,
      );
      const length = Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days + 1;
      return [...within].map(([mentor, days]) => {
        const cents = declared.has(id) ? Math.floor((call.mentorCents * days.length) / length) : 0;
        return [line.name ?? "", mentor, id, days.length, cents] as const;
      });
    });
  });
  const paidTo = (novice: string): number =>
    payments.reduce((sum, [name, , , , cents]) => sum + (name === novice ? cents : 0), 0);

  const cases = lines.map((line): readonly Cell[] => {
    const novice = novices.find((one) => one.line === line);
    if (!novice) return [line.name ?? "", "ineligible", "", "", "", "", ""];
    return [
      line.name ?? "",
      novice.status,
      novice.lastMentor,
      novice.endsOn,
      novice.running.length,
      checkIns(novice),
      paidTo(line.name ?? ""),
    ];
  });
  return { cases, payments };
}
