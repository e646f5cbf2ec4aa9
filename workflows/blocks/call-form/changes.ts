import { type ChangeRule, isSame } from "../../kernel/call-form.ts";
import { isOver } from "../../kernel/facts/ends.ts";

/** Texts, addresses to ask at, and what later cases are asked may always be mended. */
export const freely: ChangeRule = () => [];

/** What decides who is chosen stands as soon as somebody has applied by it. */
export const untilApplied: ChangeRule = (_was, _becomes, { hasApplications }) =>
  hasApplications ? [{ problem: "hasApplications" }] : [];

/** The beginning may move until it has come. */
export const untilOpened: ChangeRule = (_was, _becomes, { now, opensAt }) =>
  now >= opensAt ? [{ problem: "hasOpened" }] : [];

/** The last day may move, but never to an earlier one, and not once it is over. */
export const onlyLater: ChangeRule = (was, becomes, { now, closesAt }) => {
  if (isOver(closesAt, now)) return [{ problem: "isOver" }];
  return String(becomes) < String(was) ? [{ problem: "onlyLater" }] : [];
};

/** A sum may grow; none at all is the most that there can be, because then nothing is held back. */
export const onlyMore: ChangeRule = (was, becomes) => {
  const [before, after] = [was, becomes].map((sum) =>
    typeof sum === "number" ? sum : Number.POSITIVE_INFINITY,
  );
  return (after ?? 0) < (before ?? 0) ? [{ problem: "onlyMore" }] : [];
};

/**
 * Places may be added as long as people can apply for them: afterwards they are given away by an order that everybody can
 * work out again, and the reserve list hands on only what somebody gave back.
 */
export const onlyMoreWhileOpen: ChangeRule = (was, becomes, standing) =>
  isOver(standing.closesAt, standing.now) ? [{ problem: "isOver" }] : onlyMore(was, becomes, standing);

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value : []);
const keyOf = (row: Row, column: string): string => String(row[column]).toLowerCase();

/** Of a list of people: more may come, nobody who may be asked already is taken off it. */
export const onlyAdded: ChangeRule = (was, becomes) => {
  const kept = new Set(rowsOf(becomes).map((row) => keyOf(row, "email")));
  return rowsOf(was).every((row) => kept.has(keyOf(row, "email"))) ? [] : [{ problem: "onlyAdded" }];
};

/**
 * Of rows that are known by one column: each column changes by its own rule, and a column without one stands as soon as
 * somebody has applied. Rows go or come only until then.
 */
export const eachBy =
  (key: string, rules: Readonly<Record<string, ChangeRule>>): ChangeRule =>
  (was, becomes, standing) => {
    const before = new Map(rowsOf(was).map((row) => [keyOf(row, key), row]));
    const after = rowsOf(becomes);
    const kept = new Set(after.map((row) => keyOf(row, key)));
    const gone = [...before.keys()].some((one) => !kept.has(one));
    return [
      ...(gone ? untilApplied(was, becomes, standing) : []),
      ...after.flatMap((row, index) => {
        const old = before.get(keyOf(row, key));
        const at = { row: index + 1 };
        if (!old) return untilApplied(old, row, standing).map((refusal) => ({ ...refusal, at }));
        const columns = [...new Set([...Object.keys(old), ...Object.keys(row)])];
        return columns
          .filter((column) => !isSame(old[column], row[column]))
          .flatMap((column) =>
            (rules[column] ?? untilApplied)(old[column], row[column], standing).map((refusal) => ({
              ...refusal,
              at: { ...at, column },
            })),
          );
      }),
    ];
  };
