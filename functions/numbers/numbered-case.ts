import { Temporal } from "temporal-polyfill";
import { post, type Sums, sumsOf } from "../../workflows/blocks/ledger/ledger.ts";
import { localDay } from "../../workflows/facts/calendar.ts";
import type { LoadedCase } from "../cases/load.ts";
import { stateNow } from "../cases/show-state.ts";

/** How long a case stood in a state: days, fractions included; open: it still stands there. */
export interface Stay {
  readonly state: string;
  readonly days: number;
  readonly isOpen: boolean;
}

/** What the numbers of a call are made of: one case. Money in EUR cents, `day` a local day, the rest UTC instants. */
export interface NumberedCase {
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly municipality: string;
  readonly submittedAt: string;
  readonly day: string;
  /** The state in which it stands, or the status with which it ended. */
  readonly state: string;
  readonly ended: boolean;
  readonly stays: readonly Stay[];
  readonly sums: Sums;
}

const said = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads of a case what is counted. `now`: UTC instant, to which open stays are counted. */
export function numbered(loaded: LoadedCase, now: string): NumberedCase {
  const { head, file, process, entry } = loaded;
  return {
    ref: head.pk,
    name: process.people("applicant", file)?.name ?? "",
    school: said(file.application.school),
    municipality: said(file.application.municipality),
    submittedAt: head.submittedAt,
    day: localDay(Temporal.Instant.from(head.submittedAt)).toString(),
    state: entry?.ended ? entry.state : stateNow(loaded, now),
    ended: entry?.ended ?? false,
    stays: staysOf(loaded, now),
    sums: sumsOf(process.money ? post(process.money.events(file)) : []),
  };
}

/** Each question and each wait, from its opening to its end; of several asked at once the whole time that they took. */
function staysOf({ tasks, entry }: LoadedCase, now: string): Stay[] {
  return [...Map.groupBy(tasks, ({ visit }) => visit).values()].flatMap((together) => {
    const [first] = together;
    if (!first) return [];
    const isOpen = !entry?.ended && together.some(({ status }) => status === "open");
    const ends = together.flatMap(({ closedAt }) => closedAt ?? []);
    const end = isOpen ? now : (ends.toSorted().at(-1) ?? entry?.endedAt ?? now);
    const days = Math.max(0, (Date.parse(end) - Date.parse(first.openedAt)) / 86_400_000);
    return [{ state: first.state, days, isOpen }];
  });
}

/** What of a case's money people ask for first, in the order in which money moves. EUR cents. */
export const moneyNames = ["promised", "paid", "toPay", "recovered"] as const;
export type MoneyName = (typeof moneyNames)[number];

export const moneyOf = ({ sums }: Pick<NumberedCase, "sums">): Readonly<Record<MoneyName, number>> => ({
  promised: sums.granted,
  paid: sums.advance + sums.balance + sums.fee,
  toPay: sums.toPay,
  recovered: sums.recovered,
});
