/**
 * What becomes of everybody in a call of `career-transition`, from its specification (processes.md, C1 to C12 and 13.1 to 13.6) and from
 * nothing else: it shares no line with the product. Fractions are whole numbers of sixths of a hundredth, days are counted by hand.
 */

export interface Call {
  readonly closes: string;
  readonly minimumYears: number;
  readonly minimumScore: number;
  readonly scoreGap: number;
  readonly roles: Readonly<Record<string, { readonly trainingHours: number; readonly places: number }>>;
  readonly supportCents: number;
  readonly supportMonths: number;
  readonly validMonths: number;
  readonly renewal: { readonly hours: number; readonly feedback: number; readonly raters: number };
  readonly at: readonly string[];
}

/** A line of `people.csv`, as it is written. */
export type Line = Readonly<Record<string, string>>;
/** A line of an output file, as it must be written. */
export type Cells = Readonly<Record<string, string>>;

type Outcome = Partial<
  Record<"role" | "score" | "support_cents" | "accredited" | "until" | "renewals", string>
>;

interface Time {
  readonly from: string;
  readonly until: string;
  readonly state: "active" | "conditional";
}

export interface Came {
  readonly cases: readonly Cells[];
  readonly register: readonly Cells[];
}

export function cameOf(call: Call, people: readonly Line[]): Came {
  const lines = people.map((cells, index) => ({ cells, line: index + 2 }));
  const inTurn = lines.toSorted(
    (a, b) => compare(cell(a.cells, "submitted_at"), cell(b.cells, "submitted_at")) || a.line - b.line,
  );
  const became = new Map<number, { status: string; told: Outcome }>();
  const times = new Map<number, readonly Time[]>();
  const end = (line: number, status: string, told: Outcome = {}) => became.set(line, { status, told });

  // 13.1
  const known = new Set<string>();
  const met: { readonly cells: Line; readonly line: number; readonly score: bigint }[] = [];
  for (const { cells, line } of inTurn) {
    const address = cell(cells, "email").toLowerCase();
    if (compare(cell(cells, "submitted_at"), call.closes) > 0) end(line, "late");
    else if (known.has(address)) end(line, "duplicate");
    else {
      known.add(address);
      if (Number(cell(cells, "years")) < call.minimumYears) end(line, "ineligible");
      else if (cell(cells, "shows") === "no") end(line, "noShow");
      else met.push({ cells, line, score: scoreOf(cells, call.scoreGap) });
    }
  }

  // 13.2
  const left = new Map(Object.entries(call.roles).map(([role, { places }]) => [role, places]));
  const order = met.toSorted(
    (a, b) =>
      (a.score === b.score ? 0 : a.score > b.score ? -1 : 1) ||
      compare(cell(a.cells, "submitted_at"), cell(b.cells, "submitted_at")) ||
      byCodePoint(cell(a.cells, "applicant"), cell(b.cells, "applicant")),
  );
  for (const { cells, line, score } of order) {
    const role = agreed(cells);
    const told: Outcome = { role, score: printed(score) };
    const free = left.get(role) ?? 0;
    if (score < hundredths(String(call.minimumScore)) * 6n) end(line, "rejected", told);
    else if (free === 0) end(line, "notSelected", told);
    else {
      left.set(role, free - 1);
      // 13.3
      const months = Math.min(call.supportMonths, Number(cell(cells, "months")));
      const worked = 100 - Number(cell(cells, "load_percent"));
      const support = BigInt(months) * ((BigInt(call.supportCents) * BigInt(worked)) / 100n);
      const paid = { ...told, support_cents: String(support) };
      // 13.4
      const trained = hundredths(cell(cells, "training_hours"));
      if (trained < hundredths(String(call.roles[role]?.trainingHours ?? 0))) end(line, "untrained", paid);
      else if (lastTrial(cells) === "failed") end(line, "notAccredited", paid);
      else {
        const stood = standing(call, cells);
        times.set(line, stood.times);
        end(line, stood.status, {
          ...paid,
          accredited: cell(cells, "accredited_on"),
          until: stood.times.at(-1)?.until ?? "",
          renewals: String(stood.renewals),
        });
      }
    }
  }

  return {
    cases: lines.map(({ cells, line }) => {
      const { status = "", told = {} } = became.get(line) ?? {};
      return {
        applicant: cell(cells, "applicant"),
        status,
        role: told.role ?? "",
        score: told.score ?? "",
        support_cents: told.support_cents ?? "",
        accredited: told.accredited ?? "",
        until: told.until ?? "",
        renewals: told.renewals ?? "",
      };
    }),
    // 13.6
    register: call.at.flatMap((at) =>
      lines.flatMap(({ cells, line }) => {
        const time = times.get(line)?.find(({ from, until }) => from <= at && at <= until);
        if (!time) return [];
        return [
          {
            at,
            role: agreed(cells),
            name: cell(cells, "consent") === "yes" ? cell(cells, "applicant") : "",
            accredited: cell(cells, "accredited_on"),
            state: time.state,
            line: String(line),
          },
        ];
      }),
    ),
  };
}

const cell = (cells: Line, column: string): string => cells[column] ?? "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** „12.5“ is 1250. */
function hundredths(text: string): bigint {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
}

/** C5, in sixths of a hundredth of a point. */
function scoreOf(cells: Line, scoreGap: number): bigint {
  const [first, second] = [hundredths(cell(cells, "score_1")), hundredths(cell(cells, "score_2"))];
  const apart = first > second ? first - second : second - first;
  if (apart <= hundredths(String(scoreGap))) return (first + second) * 3n;
  const [low = 0n, middle = 0n, high = 0n] = [first, second, hundredths(cell(cells, "score_3"))].toSorted(
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  );
  if (middle - low < high - middle) return (low + middle) * 3n;
  if (middle - low > high - middle) return (middle + high) * 3n;
  return (low + middle + high) * 2n;
}

/** Two decimals, half up. */
function printed(sixths: bigint): string {
  const rounded = (sixths + 3n) / 6n;
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, "0")}`;
}

/** C10: as it should go, where the cell says nothing else. */
const agreed = (cells: Line): string => cell(cells, "agreed") || cell(cells, "role");

/** A trial may be returned once. */
const lastTrial = (cells: Line): string =>
  cell(cells, "trial") === "returned" ? cell(cells, "trial_2") : cell(cells, "trial");

/** 13.5 */
function standing(call: Call, cells: Line) {
  const accredited = cell(cells, "accredited_on");
  const words = cell(cells, "renewals").split(";");
  const times: Time[] = [];
  let [renewals, hasLeft, isBelow] = [0, false, false];
  let state: Time["state"] = "active";
  for (let k = 1; ; k += 1) {
    const from = times.length === 0 ? accredited : nextDay(times.at(-1)?.until ?? "");
    times.push({ from, until: dayBefore(monthsAfter(accredited, k * call.validMonths)), state });
    const word = (words[k - 1] ?? "").trim();
    if (word === "stop") return { status: "stopped", times, renewals };
    if (word === "") return { status: "lapsed", times, renewals };
    if (word === "leave") {
      if (hasLeft) return { status: "lapsed", times, renewals };
      hasLeft = true;
      continue;
    }
    const [hours = "", mean = "", raters = ""] = word.split(":");
    const isEnough =
      hundredths(hours) >= hundredths(String(call.renewal.hours)) &&
      (Number(raters) < call.renewal.raters || hundredths(mean) >= hundredths(String(call.renewal.feedback)));
    if (!isEnough && isBelow) return { status: "lapsed", times, renewals };
    isBelow = !isEnough;
    state = isEnough ? "active" : "conditional";
    renewals += 1;
  }
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const partsOf = (day: string): readonly [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
};
const written = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** The same day so many months later, or the month's last day where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return written(toYear, toMonth, Math.min(date, lengthOf(toYear, toMonth)));
}

export function dayBefore(day: string): string {
  const [year, month, date] = partsOf(day);
  if (date > 1) return written(year, month, date - 1);
  const [toYear, toMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return written(toYear, toMonth, lengthOf(toYear, toMonth));
}

export function nextDay(day: string): string {
  const [year, month, date] = partsOf(day);
  if (date < lengthOf(year, month)) return written(year, month, date + 1);
  return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
}
