/**
 * Section 9 of the specification as a model of its own, without a line of the product: what the files of a campaign come to.
 */

export interface Item {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly agree: number;
}

export interface School {
  readonly code: string;
  readonly municipality: string;
  readonly invited: Readonly<Record<string, number>>;
  readonly plan?: string;
  readonly used?: string;
}

export interface Call {
  readonly closes: string;
  readonly least: number;
  readonly responsePercent: number;
  readonly reminders: readonly string[];
  readonly planDays: number;
  readonly instrument: { readonly id: string; readonly version: number; readonly items: readonly Item[] };
  readonly schools: readonly School[];
}

/** A line of `people.csv`, by its columns. */
export type Line = Readonly<Record<string, string>>;

export const columns = {
  "results.csv": ["level", "name", "group", "item", "n", "mean", "agree", "hidden"],
  "rates.csv": ["school", "group", "issued", "answered", "percent", "reminders"],
  "refused.csv": ["what", "count"],
  "cases.csv": ["school", "status", "used"],
} as const;

export type File = keyof typeof columns;
export type Rows = readonly Readonly<Record<string, string>>[];

const outcomes = ["accepted", "late", "usedCode", "unknownCode", "noCode", "outOfScale"] as const;
type Outcome = (typeof outcomes)[number];

const byCodePoint = (a: string, b: string): number => {
  const [one, other] = [Array.from(a), Array.from(b)];
  for (const [at, character] of one.entries()) {
    const beside = other[at];
    if (beside === undefined) return 1;
    const difference = (character.codePointAt(0) ?? 0) - (beside.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
};

/** x.5 becomes x+1. */
const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

/** 9.1: what becomes of each line, in order of time. */
function judged(call: Call, lines: readonly Line[]): readonly { line: Line; outcome: Outcome }[] {
  const used = new Map<string, number>();
  return [...lines]
    .map((line, index) => ({ line, index }))
    .sort((a, b) => byCodePoint(a.line.at ?? "", b.line.at ?? "") || a.index - b.index)
    .map(({ line }) => {
      const place = `${line.school}\n${line.group}`;
      const before = used.get(place) ?? 0;
      const issued = call.schools.find(({ code }) => code === line.school)?.invited[line.group ?? ""] ?? 0;
      const outcome = ((): Outcome => {
        if (line.code === "unknown") return "unknownCode";
        if (line.code === "again") return before > 0 ? "usedCode" : "unknownCode";
        if ((line.at ?? "") > call.closes.slice(0, 16)) return "late";
        if (before >= issued) return "noCode";
        const isOff = call.instrument.items.some(({ id, from, to }) => {
          const said = line[id] ?? "";
          return said !== "" && !(/^-?\d+$/.test(said) && Number(said) >= from && Number(said) <= to);
        });
        return isOff ? "outOfScale" : "accepted";
      })();
      if (outcome === "accepted") used.set(place, before + 1);
      return { line, outcome };
    });
}

interface Part {
  readonly name: string;
  readonly n: number;
  hidden: boolean;
}

/** 9.4 on the parts of one whole. */
function hideMore(all: readonly Part[], least: number): void {
  const parts = all.filter(({ n }) => n > 0);
  for (;;) {
    const hidden = parts.filter((part) => part.hidden);
    const together = hidden.reduce((sum, { n }) => sum + n, 0);
    const shown = parts.filter((part) => !part.hidden);
    if (hidden.length === 0 || shown.length === 0) return;
    if (hidden.length > 1 && together >= least) return;
    smallest(shown).hidden = true;
  }
}

const smallest = (parts: readonly Part[]): Part => {
  const [first] = [...parts].sort((a, b) => a.n - b.n || byCodePoint(a.name, b.name));
  if (!first) throw new Error("no part");
  return first;
};

/** What the specification's files say of a campaign, each row by its columns. */
export function filesOf(call: Call, lines: readonly Line[]): Readonly<Record<File, Rows>> {
  const all = judged(call, lines);
  const accepted = all.filter(({ outcome }) => outcome === "accepted").map(({ line }) => line);
  const groups = [...new Set(call.schools.flatMap(({ invited }) => Object.keys(invited)))];
  const municipalities = [...new Set(call.schools.map(({ municipality }) => municipality))];
  const results: Record<string, string>[] = [];
  for (const group of groups)
    for (const item of call.instrument.items) {
      const valuesOf = (schools: readonly School[]): readonly number[] =>
        accepted
          .filter(
            (line) =>
              line.group === group &&
              schools.some(({ code }) => code === line.school) &&
              (line[item.id] ?? "") !== "",
          )
          .map((line) => Number(line[item.id]));
      const part = (name: string, schools: readonly School[]): Part => {
        const n = valuesOf(schools).length;
        return { name, n, hidden: n > 0 && n < call.least };
      };
      const inside = new Map(
        municipalities.map((name) => [name, call.schools.filter((one) => one.municipality === name)]),
      );
      const country = part("LT", call.schools);
      const townParts = new Map([...inside].map(([name, schools]) => [name, part(name, schools)]));
      hideMore([...townParts.values()], call.least);
      const schoolParts = new Map(
        [...inside].map(([name, schools]) => [name, schools.map((school) => part(school.code, [school]))]),
      );
      for (const [name, parts] of schoolParts) {
        const whole = townParts.get(name);
        if (whole && whole.n >= call.least) hideMore(parts, call.least);
        else for (const one of parts) if (one.n > 0) one.hidden = true;
        const isForAnother = whole?.hidden && whole.n >= call.least;
        const answered = parts.filter(({ n }) => n > 0);
        if (isForAnother && answered.length > 0 && answered.every((one) => !one.hidden))
          smallest(answered).hidden = true;
      }
      const tell = (level: string, { name, n, hidden }: Part, schools: readonly School[]): void => {
        const values = valuesOf(schools);
        const sum = values.reduce((so, value) => so + value, 0);
        const agreeing = values.filter((value) => value >= item.agree).length;
        const hundredths = n > 0 ? halfUp(100 * sum, n) : 0;
        const sign = hundredths < 0 ? "-" : "";
        const digits = String(Math.abs(hundredths)).padStart(3, "0");
        const isTold = n > 0 && !hidden;
        results.push({
          ...{ level, name, group, item: item.id },
          n: hidden ? "" : String(n),
          mean: isTold ? `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` : "",
          agree: isTold ? String(halfUp(100 * agreeing, n)) : "",
          hidden: hidden ? "yes" : "no",
        });
      };
      tell("country", country, call.schools);
      for (const [name, one] of townParts) tell("municipality", one, inside.get(name) ?? []);
      for (const parts of schoolParts.values())
        for (const one of parts)
          tell(
            "school",
            one,
            call.schools.filter(({ code }) => code === one.name),
          );
    }
  const rates = call.schools.flatMap(({ code, invited }) =>
    Object.entries(invited).map(([group, issued]) => {
      const own = accepted.filter((line) => line.school === code && line.group === group);
      const reminded = call.reminders.filter((day) => {
        const before = own.filter((line) => (line.at ?? "").slice(0, 10) < day).length;
        return before * 100 < call.responsePercent * issued;
      });
      return {
        ...{ school: code, group, issued: String(issued), answered: String(own.length) },
        percent: issued === 0 ? "" : String(halfUp(100 * own.length, issued)),
        reminders: String(reminded.length),
      };
    }),
  );
  const cases = call.schools.map(({ code, plan, used }) => {
    const isSilent = !accepted.some((line) => line.school === code);
    const status = isSilent ? "noAnswers" : plan === "never" ? "unplanned" : "planned";
    const told = used === undefined || used === "silent" ? "" : used;
    return { school: code, status, used: status === "planned" ? told : "" };
  });
  return {
    "results.csv": results,
    "rates.csv": rates,
    "refused.csv": outcomes.map((what) => ({
      what,
      count: String(all.filter(({ outcome }) => outcome === what).length),
    })),
    "cases.csv": cases,
  };
}
