/**
 * What becomes of everybody in a call of `way-into-teaching`, from its specification (processes.md, C1 to C12, S, 10.4 and 12.1 to 12.6)
 * and from nothing else: it shares no line with the product. Shares of work are whole hundredths of a per cent, days are counted by hand.
 */

export interface Call {
  readonly closes: string;
  readonly minimumCredits: number;
  readonly choices: number;
  readonly need: readonly {
    readonly municipality: string;
    readonly subject: string;
    readonly vacancies: number;
  }[];
  readonly slots: readonly { readonly interviewer: string; readonly starts: string }[];
  readonly bookUntilHours: number;
  readonly interviewMinimum: number;
  readonly offerDays: number;
  readonly places: Readonly<Record<string, number>>;
  readonly semesters: number;
  readonly stipendCents: number;
  readonly semesterMonths: number;
  readonly passGrade: number;
  readonly commitment: {
    readonly days: number;
    readonly withinDays: number;
    readonly sharePercent: number;
    readonly kinds: readonly string[];
    readonly recovery?: "whole" | "proportional";
  };
}

/** A line of a file, as it is written. */
export type Line = Readonly<Record<string, string>>;

const columns = [
  ...["applicant", "status", "slot", "order", "promoted", "municipality"],
  ...["support_cents", "counted_days", "fulfilled_on", "recovered_cents"],
] as const;
type Came = Partial<Record<(typeof columns)[number], string>>;

interface Person {
  readonly line: number;
  readonly cells: Line;
}

export function cameOf(call: Call, people: readonly Line[]): readonly Line[] {
  const lines = people.map((cells, index): Person => ({ cells, line: index + 2 }));
  const came = new Map<number, Came>(lines.map(({ line }) => [line, {}]));
  const note = ({ line }: Person, more: Came) => came.set(line, { ...came.get(line), ...more });
  // C2
  const inTurn = lines.toSorted(
    (a, b) => compare(cell(a, "submitted_at"), cell(b, "submitted_at")) || a.line - b.line,
  );

  // 12.1
  const addresses = new Set<string>();
  const eligible = inTurn.filter((person) => {
    const address = cell(person, "email").toLowerCase();
    const status =
      compare(minuteOf(cell(person, "submitted_at")), minuteOf(call.closes)) > 0
        ? "late"
        : addresses.has(address)
          ? "duplicate"
          : cell(person, "diploma") === "no" ||
              hundredths(cell(person, "credits")) < hundredths(String(call.minimumCredits))
            ? "ineligible"
            : wishes(call, person).some(
                  (municipality) => vacancies(call, municipality, cell(person, "subject")) > 0,
                )
              ? undefined
              : "noNeed";
    if (status !== "late") addresses.add(address);
    if (status !== undefined) note(person, { status });
    return status === undefined;
  });

  // 12.2 and S
  const interviewed = interviews(call, eligible, note);
  // 12.3
  const accepted = offers(call, interviewed, note);
  // 12.4
  const free = new Map(call.need.map((row) => [`${row.municipality}|${row.subject}`, row.vacancies]));
  const placed = new Set<Person>();
  for (const person of accepted) {
    const own = wishes(call, person).find((one) => (free.get(`${one}|${cell(person, "subject")}`) ?? 0) > 0);
    if (own === undefined) continue;
    take(free, `${own}|${cell(person, "subject")}`);
    placed.add(person);
    note(person, { municipality: own });
  }
  for (const person of accepted) {
    if (placed.has(person)) continue;
    const [most] = [...free]
      .filter(([key, count]) => key.endsWith(`|${cell(person, "subject")}`) && count > 0)
      .toSorted(([a, many], [b, more]) => more - many || byCodePoint(municipalityOf(a), municipalityOf(b)));
    if (!most || cell(person, "elsewhere") === "no") continue;
    take(free, most[0]);
    note(person, { municipality: municipalityOf(most[0]) });
  }
  for (const person of accepted) note(person, studies(call, person));

  return lines.map((person) => {
    const told: Came = { applicant: cell(person, "applicant"), ...came.get(person.line) };
    return Object.fromEntries(columns.map((column) => [column, told[column] ?? ""]));
  });
}

const municipalityOf = (key: string): string => key.slice(0, key.indexOf("|"));
const take = (free: Map<string, number>, key: string) => free.set(key, (free.get(key) ?? 0) - 1);
const cell = ({ cells }: Person, column: string): string => (cells[column] ?? "").trim();
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const minuteOf = (time: string): string => time.slice(0, 16);

const wishes = (call: Call, person: Person): readonly string[] =>
  cell(person, "wants")
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .slice(0, call.choices);

const vacancies = ({ need }: Call, municipality: string, subject: string): number =>
  need.find((row) => row.municipality === municipality && row.subject === subject)?.vacancies ?? 0;

type Note = (person: Person, more: Came) => void;

/** 12.2: all book in their order, then all move in the same order; now is the closing instant. */
function interviews(call: Call, people: readonly Person[], note: Note): readonly Person[] {
  const has = new Map<Person, Call["slots"][number]>();
  const earliest = (notBefore: string) => {
    const taken = new Set(has.values());
    const [first] = call.slots
      .filter(
        (slot) =>
          !taken.has(slot) &&
          compare(slot.starts.slice(0, 10), notBefore) >= 0 &&
          minutesBetween(call.closes, slot.starts) >= call.bookUntilHours * 60,
      )
      .toSorted((a, b) => compare(a.starts, b.starts) || byCodePoint(a.interviewer, b.interviewer));
    return first;
  };
  for (const person of people) {
    const slot = earliest(cell(person, "interview_from"));
    if (slot) has.set(person, slot);
  }
  for (const person of people) {
    const own = has.get(person);
    const to = cell(person, "moves_to");
    if (!own || to === "" || minutesBetween(call.closes, own.starts) < call.bookUntilHours * 60) continue;
    const slot = earliest(to);
    if (slot) has.set(person, slot);
  }
  return people.filter((person) => {
    const slot = has.get(person);
    if (!slot) {
      note(person, { status: "noSlot" });
      return false;
    }
    note(person, { slot: `${minuteOf(slot.starts)} ${slot.interviewer}` });
    const isBelow = hundredths(cell(person, "interview_score")) < hundredths(String(call.interviewMinimum));
    const status = cell(person, "shows") === "no" ? "noShow" : isBelow ? "rejected" : undefined;
    if (status !== undefined) note(person, { status });
    return status === undefined;
  });
}

/** 12.3 and C8. Those who accepted, along the order. */
function offers(call: Call, people: readonly Person[], note: Note): readonly Person[] {
  const order = people.toSorted(
    (a, b) =>
      hundredths(cell(b, "interview_score")) - hundredths(cell(a, "interview_score")) ||
      compare(minuteOf(cell(a, "submitted_at")), minuteOf(cell(b, "submitted_at"))) ||
      byCodePoint(cell(a, "applicant"), cell(b, "applicant")),
  );
  for (const [index, person] of order.entries())
    note(person, { order: String(index + 1), status: "reserve" });
  const subjects = new Set(order.map((person) => cell(person, "subject")));
  const free = new Map(
    [...subjects].map((subject) => {
      const vacant = call.need
        .filter((row) => row.subject === subject)
        .reduce((sum, row) => sum + row.vacancies, 0);
      return [
        subject,
        Math.min(Object.hasOwn(call.places, subject) ? (call.places[subject] ?? 0) : 0, vacant),
      ];
    }),
  );
  /** What comes free on which morning. */
  const freed = new Map<number, string[]>();
  const waiting = new Set(order);
  const accepted: Person[] = [];
  const lastFree = () => Math.max(-1, ...freed.keys());
  for (let morning = 0; morning === 0 || morning <= lastFree(); morning += 1) {
    for (const subject of freed.get(morning) ?? []) free.set(subject, (free.get(subject) ?? 0) + 1);
    for (const person of order) {
      const subject = cell(person, "subject");
      if (!waiting.has(person) || (free.get(subject) ?? 0) === 0) continue;
      take(free, subject);
      waiting.delete(person);
      const answer = cell(person, "offer");
      note(person, { promoted: morning > 0 ? "yes" : "no" });
      if (answer === "decline") {
        note(person, { status: "declined" });
        freed.set(morning + 1, [...(freed.get(morning + 1) ?? []), subject]);
      } else if (answer === "silent") {
        note(person, { status: "expired" });
        const on = morning + call.offerDays + 1;
        freed.set(on, [...(freed.get(on) ?? []), subject]);
      } else accepted.push(person);
    }
  }
  return order.filter((person) => accepted.includes(person));
}

/** 12.5, 10.4 and 12.6. */
function studies(call: Call, person: Person): Came {
  const isExcused = cell(person, "cause") === "yes";
  let [begun, leaves, hasLeft] = [0, 0, false];
  const letters = [...cell(person, "progress")];
  for (let at = 0; begun < call.semesters && !hasLeft; at += 1) {
    const letter = letters[at] ?? "x";
    if (letter === "s" || letter === "d") begun += 1;
    if (letter === "l") leaves += 1;
    hasLeft = letter === "d" || letter === "x" || (letter === "l" && leaves > 1 && !isExcused);
  }
  const support = begun * call.semesterMonths * call.stipendCents;
  const told = { support_cents: String(support) };
  const isBelow = hundredths(cell(person, "grade")) < hundredths(String(call.passGrade));
  if (hasLeft || isBelow)
    return {
      ...told,
      status: hasLeft ? "dropped" : "failed",
      recovered_cents: String(isExcused ? 0 : support),
    };
  const { days, recovery = "proportional" } = call.commitment;
  const { counted, fulfilledOn } = committed(call, person);
  if (fulfilledOn !== undefined)
    return {
      ...told,
      status: "completed",
      counted_days: String(counted),
      fulfilled_on: fulfilledOn,
      recovered_cents: "0",
    };
  const part = (BigInt(support) * BigInt(days - counted)) / BigInt(days);
  return {
    ...told,
    status: "broken",
    counted_days: String(counted),
    recovered_cents: String(recovery === "whole" ? support : part),
  };
}

function committed({ commitment }: Call, person: Person) {
  const postponed = rangesOf(cell(person, "postponed"));
  const work = cell(person, "work")
    .split(";")
    .flatMap((one) => {
      const [range = "", share = "", kind = ""] = one.trim().split("@");
      return commitment.kinds.includes(kind)
        ? rangesOf(range).map((days) => ({ ...days, share: hundredths(share) }))
        : [];
    });
  let counted = 0;
  let ofWindow = 0;
  for (
    let day = nextDay(cell(person, "qualified_on"));
    ofWindow < commitment.withinDays;
    day = nextDay(day)
  ) {
    if (postponed.some(({ from, to }) => from <= day && day <= to)) continue;
    ofWindow += 1;
    const share = work.reduce((sum, one) => (one.from <= day && day <= one.to ? sum + one.share : sum), 0);
    if (share < hundredths(String(commitment.sharePercent))) continue;
    counted += 1;
    if (counted === commitment.days) return { counted, fulfilledOn: day };
  }
  return { counted };
}

const rangesOf = (said: string) =>
  said.split(";").flatMap((one) => {
    const [from, to] = one.trim().split("/");
    return from && to ? [{ from, to }] : [];
  });

/** „12.5“ is 1250. */
function hundredths(text: string): number {
  const [whole = "0", part = ""] = text.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0").slice(0, 2));
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Between two local times of Vilnius, as they pass. */
const minutesBetween = (from: string, to: string): number => (utcOf(to) - utcOf(from)) / 60_000;

/** The clocks of the European Union go forward and back on the last Sundays of March and October, at one o'clock in UTC. */
function utcOf(local: string): number {
  const naive = Date.parse(`${minuteOf(local)}:00Z`);
  const year = Number(local.slice(0, 4));
  const [forward, back] = [lastSunday(year, 2), lastSunday(year, 9)];
  const isSummer = naive >= forward + 3 * 3_600_000 && naive < back + 4 * 3_600_000;
  return naive - (isSummer ? 3 : 2) * 3_600_000;
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay());
}

const nextDay = (day: string): string => daysAfter(day, 1);
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
