/**
 * Rules 6.1 to 6.14 with the common rules C1 to C12, written down from the specification alone: the rows of `people.csv` in, the
 * cells of `cases.csv` and of `summary.json` out. Money is in cents; scores are counted in sixths of a hundredth of a point, so that
 * the mean of two and of three reviews is whole.
 */
export interface Call {
  readonly closes: string;
  readonly budgetCents: number;
  readonly strands: Readonly<Record<string, { readonly maxCents: number }>>;
  /** Most per cent of the request, by category. */
  readonly ceilings: Readonly<Record<string, number>>;
  readonly coFundingPercent: number;
  readonly minimumScore: number;
  readonly scoreGap: number;
  readonly ruralBonus: number;
  readonly partialFloorPercent: number;
  readonly offerDays: number;
  readonly advancePercent: number;
  readonly holdPercent: number;
  readonly changeFreePercent: number;
  readonly milestones: readonly string[];
  readonly schools: readonly { readonly name: string; readonly settlement: string }[];
}

export type Row = Readonly<Record<string, string>>;
type Lines = ReadonlyMap<string, number>;

/** `staff:120000;equipment:30000`; what stands twice counts together. */
function linesOf(cell: string | undefined): Lines {
  const lines = new Map<string, number>();
  for (const part of (cell ?? "").split(";").filter((one) => one !== "")) {
    const [category = "", cents = "0"] = part.split(":");
    lines.set(category, (lines.get(category) ?? 0) + Number(cents));
  }
  return lines;
}
const sumOf = (amounts: Iterable<number>): number => [...amounts].reduce((sum, one) => sum + one, 0);
/** A call may say 33.3 per cent: what is compared is whole numbers. */
const share = (cents: number, percent: number): number =>
  Number((BigInt(cents) * BigInt(hundredths(percent))) / 10_000n);

/** 6.1: why the form refuses, or nothing. */
function refusedFor(call: Call, lines: Lines, row: Row): string | undefined {
  const request = sumOf(lines.values());
  const co = Number(row.co_cents);
  const strand = call.strands[row.strand ?? ""];
  if (strand && request > strand.maxCents) return "strandMaximum";
  const above = [...lines]
    .filter(([category, cents]) => {
      const ceiling = call.ceilings[category];
      return ceiling !== undefined && cents * 10_000 > hundredths(ceiling) * request;
    })
    .map(([category]) => category)
    .toSorted(byCodePoint);
  if (above[0] !== undefined) return `ceiling:${above[0]}`;
  if (co * 10_000 < hundredths(call.coFundingPercent) * (request + co)) return "coFunding";
  return undefined;
}

/** „66.67“ is 6667. */
const hundredths = (points: string | number | undefined): number => Math.round(Number(points) * 100);

/** C5 in sixths of a hundredth of a point. */
function scoreOf(row: Row, gap: number): number {
  const [first = 0, second = 0, third = 0] = [row.score_1, row.score_2, row.score_3].map(hundredths);
  if (Math.abs(first - second) <= hundredths(gap)) return (first + second) * 3;
  const [low = 0, middle = 0, high = 0] = [first, second, third].toSorted((a, b) => a - b);
  if (middle - low === high - middle) return (low + middle + high) * 2;
  return middle - low < high - middle ? (low + middle) * 3 : (middle + high) * 3;
}

/** Two decimals, half up. */
const written = (sixths: number): string => {
  const rounded = Math.floor((sixths + 3) / 6);
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, "0")}`;
};

/** C7. */
function byCodePoint(one: string, other: string): number {
  const [a, b] = [[...one], [...other]].map((all) => all.map((letter) => letter.codePointAt(0) ?? 0));
  for (const [index, point] of (a ?? []).entries()) {
    const against = b?.[index];
    if (against === undefined) return 1;
    if (point !== against) return point - against;
  }
  return (a?.length ?? 0) - (b?.length ?? 0);
}

interface Ranked {
  readonly row: Row;
  readonly lines: Lines;
  readonly request: number;
  readonly total: number;
  readonly isRural: boolean;
}

/** 6.4. */
const inOrder = (ranked: readonly Ranked[]): readonly Ranked[] =>
  ranked.toSorted(
    (a, b) =>
      b.total - a.total ||
      Number(b.isRural) - Number(a.isRural) ||
      a.request - b.request ||
      (a.row.submitted_at ?? "").localeCompare(b.row.submitted_at ?? "") ||
      byCodePoint(a.row.applicant ?? "", b.row.applicant ?? ""),
  );

/** C10: who says nothing else accepts. */
const answerOf = (row: Row): string => row.offer || "accept";
const unlessAccepted: Row = { decline: "declined", silent: "expired" };

/** 6.5 and 6.6 with C8: what was offered to whom, morning by morning. */
function offersOf(call: Call, order: readonly Ranked[]): ReadonlyMap<Row, number> {
  const offers = new Map<Row, { readonly cents: number; readonly morning: number }>();
  /** The morning on which the answer to an offer of `morning` counts. */
  const counts = (row: Row, morning: number) =>
    morning + (answerOf(row) === "silent" ? call.offerDays + 1 : 1);
  for (let morning = 0; ; morning += 1) {
    const made = [...offers];
    const isAnyOpen = made.some(([row, offer]) => morning < counts(row, offer.morning));
    const held = made.filter(
      ([row, offer]) => answerOf(row) === "accept" || morning < counts(row, offer.morning),
    );
    let left = call.budgetCents - sumOf(held.map(([, { cents }]) => cents));
    let news = 0;
    for (const { row, request } of order) {
      if (offers.has(row)) continue;
      if (request <= left) {
        offers.set(row, { cents: request, morning });
        left -= request;
        news += 1;
        continue;
      }
      const euros = Math.floor(left / 100) * 100;
      if (
        !isAnyOpen &&
        news === 0 &&
        euros > 0 &&
        left * 10_000 >= hundredths(call.partialFloorPercent) * request
      ) {
        offers.set(row, { cents: euros, morning });
        news += 1;
      }
      break;
    }
    if (!isAnyOpen && news === 0) return new Map([...offers].map(([row, { cents }]) => [row, cents]));
  }
}

/** 6.7. */
function linesFor(grant: number, { lines, request }: Ranked): Lines {
  if (grant === request) return lines;
  const cut = [...lines].map(([category, cents]): [string, number] => [
    category,
    Number((BigInt(cents) * BigInt(grant)) / BigInt(request)),
  ]);
  const rest = grant - sumOf(cut.map(([, cents]) => cents));
  return new Map(cut.map(([category, cents], index) => [category, index === 0 ? cents + rest : cents]));
}

/** 6.8: what becomes of the change that is asked for, and the lines from then on. */
function changed(
  call: Call,
  grant: number,
  lines: Lines,
  row: Row,
): { readonly change: string; readonly lines: Lines } {
  const asked = row.change ?? "";
  if (asked === "") return { change: "", lines };
  const [, from = "", to = "", moved = "0"] = /^(.*)>(.*):(\d+)$/.exec(asked) ?? [];
  const cents = Number(moved);
  const holds = lines.get(from) ?? 0;
  const becomes = (lines.get(to) ?? 0) + cents;
  const ceiling = call.ceilings[to];
  if (
    cents === 0 ||
    from === to ||
    cents > holds ||
    (ceiling !== undefined && becomes * 10_000 > hundredths(ceiling) * grant)
  )
    return { change: "invalid", lines };
  const isFree = cents * 10_000 <= hundredths(call.changeFreePercent) * holds;
  // C10: as it should go, where the cell says nothing.
  if (!isFree && row.change_decision === "refuse") return { change: "refused", lines };
  return {
    change: isFree ? "automatic" : "approved",
    lines: new Map([...lines, [from, holds - cents], [to, becomes]]),
  };
}

/** 6.8 to 6.13: the road of who accepted. */
function funded(call: Call, grant: number, ranked: Ranked): Row {
  const { row } = ranked;
  const { change, lines } = changed(call, grant, linesFor(grant, ranked), row);
  const advance = share(grant, call.advancePercent);
  const claimed = new Map<string, number>();
  let paid = advance;
  let accepted = 0;
  for (const [index] of call.milestones.entries()) {
    if (row[`report_${index + 1}`] === "never")
      return {
        status: "terminated",
        change,
        advance_cents: `${advance}`,
        paid_cents: `${paid}`,
        accepted_cents: `${accepted}`,
        balance_cents: "0",
        recovered_cents: `${Math.max(0, paid - accepted)}`,
      };
    for (const [category, cents] of linesOf(row[`costs_${index + 1}`]))
      claimed.set(category, (claimed.get(category) ?? 0) + cents);
    const before = accepted;
    accepted = Math.min(
      grant,
      sumOf(
        [...lines].map(([category, cents]) =>
          Math.min(claimed.get(category) ?? 0, share(cents, 100 + call.changeFreePercent)),
        ),
      ),
    );
    if (index < call.milestones.length - 1)
      paid += Math.max(0, Math.min(accepted - before, share(grant, call.holdPercent) - paid));
  }
  const c = hundredths(call.coFundingPercent);
  const due = c > 0 ? Math.min(accepted, Math.floor((Number(row.co_spent) * (10_000 - c)) / c)) : accepted;
  const balance = Math.max(0, due - paid);
  return {
    status: "completed",
    change,
    advance_cents: `${advance}`,
    paid_cents: `${paid + balance}`,
    accepted_cents: `${accepted}`,
    balance_cents: `${balance}`,
    recovered_cents: `${Math.max(0, paid - due)}`,
  };
}

/** Every cell that the specification names; what a row never reached is blank. */
export function casesOf(
  call: Call,
  rows: readonly Row[],
): { readonly cases: readonly Row[]; readonly unspentCents: number } {
  const turns = rows
    .map((row, line) => ({ row, line }))
    .toSorted(
      (a, b) => (a.row.submitted_at ?? "").localeCompare(b.row.submitted_at ?? "") || a.line - b.line,
    );
  const ends = new Map<Row, Row>();
  const taken = new Set<string>();
  const ranked: Ranked[] = [];
  for (const { row } of turns) {
    const lines = linesOf(row.lines);
    const request = sumOf(lines.values());
    const school = call.schools.find(({ name }) => name === row.school);
    const isRural = ["kaimas", "miestelis", "viensėdis"].includes(school?.settlement ?? "");
    const once = JSON.stringify([row.school, row.strand]);
    const why = refusedFor(call, lines, row);
    const end = (status: string, more: Row = {}) => ends.set(row, { status, ...more });
    if ((row.submitted_at ?? "") > call.closes.slice(0, 16)) end("late");
    else if (why !== undefined) end("invalid", { why });
    else if (taken.has(once)) end("duplicate");
    else {
      taken.add(once);
      if (row.founder === "refuse" || row.founder === "silent") end("refused");
      else if (row.screening === "ineligible") end("ineligible");
      else if (row.screening === "supplement_silent") end("incomplete");
      else {
        const score = scoreOf(row, call.scoreGap);
        if (score < hundredths(call.minimumScore) * 6) end("rejected", { score: written(score) });
        else {
          const total = score + (isRural ? hundredths(call.ruralBonus) * 6 : 0);
          ranked.push({ row, lines, request, total, isRural });
          end("reserve", { score: written(score), total: written(total) });
        }
      }
    }
  }
  const order = inOrder(ranked);
  const offers = offersOf(call, order);
  for (const [index, one] of order.entries()) {
    const { row } = one;
    const grant = offers.get(row);
    const sofar = { ...ends.get(row), order: `${index + 1}` };
    if (grant === undefined) ends.set(row, sofar);
    else {
      const status = unlessAccepted[answerOf(row)];
      const after: Row = status === undefined ? funded(call, grant, one) : { status };
      ends.set(row, { ...sofar, granted_cents: `${grant}`, ...after });
    }
  }
  const cases = rows.map((row) => ({
    applicant: row.applicant ?? "",
    requested_cents: `${sumOf(linesOf(row.lines).values())}`,
    ...ends.get(row),
  }));
  const spent = sumOf(
    cases.map((row: Row) => Number(row.paid_cents ?? 0) - Number(row.recovered_cents ?? 0)),
  );
  return { cases, unspentCents: call.budgetCents - spent };
}

/** The columns that are compared. */
export const columns = [
  "applicant",
  "status",
  "order",
  "score",
  "total",
  "requested_cents",
  "granted_cents",
  "change",
  "advance_cents",
  "paid_cents",
  "accepted_cents",
  "balance_cents",
  "recovered_cents",
  "why",
] as const;
