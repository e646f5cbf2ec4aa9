import { isDeepStrictEqual } from "node:util";
import type { Item } from "../../../functions/adapters/table.ts";
import { type FunctionName, functionCatalogue } from "../../../functions/catalogue.ts";
import type { Functions } from "../../../infra/local/functions.ts";
import { atRest, type TriedTable, type Written } from "./tried-table.ts";

export interface Tries {
  /** Tries functions that machines call. */
  readonly between: (call: Functions["call"]) => Functions["call"];
  /** Tries whatever is called; `onTrial` calls it as long as it is taken back. */
  readonly trying: (call: Functions["call"], onTrial: Functions["call"]) => Functions["call"];
  /** What came out otherwise, one sentence each. */
  readonly wrong: readonly string[];
  /** Functions that were called, what they wrote, and how often one was cut off and tried again. */
  readonly counted: { calls: number; writes: number; tries: number };
}

/**
 * Each time a machine calls a function, the function is first tried so: cut off after its first write, after its second and so on
 * to the last, and called again with the same event. Whatever the cut, the answer and all that is stored must be what they are
 * without one. At most so many cuts, spread evenly, are tried of one call. What is stored beside the table is remembered before each
 * call, and brought back as the table is. `outcomeOf`: what of a call must be the same, where that is not its answer.
 */
export function triedAgain(
  table: TriedTable,
  mostCuts: number,
  remember: () => Promise<() => Promise<void>>,
  outcomeOf: (answer: unknown) => unknown = (answer) => answer,
): Tries {
  const wrong: string[] = [];
  const counted = { calls: 0, writes: 0, tries: 0 };
  const between =
    (call: Functions["call"]): Functions["call"] =>
    async (name, event) => {
      if (functionCatalogue[name].calledBy !== "machine") return call(name, event);
      return trying(call, call)(name, event);
    };
  const trying: Tries["trying"] = (call, onTrial) => (name, event) =>
    table.alone(async () => {
      await tryAgain(onTrial, name, event);
      table.begin();
      return call(name, event);
    });

  const tryAgain = async (call: Functions["call"], name: FunctionName, event: unknown): Promise<void> => {
    const bringBack = await remember();
    const takeBack = async (): Promise<void> => {
      await table.takeBack();
      await bringBack();
    };
    table.begin();
    const answer = outcomeOf(await call(name, event));
    const [once, writes] = [await table.written(), table.writes];
    await takeBack();
    counted.calls += 1;
    counted.writes += writes;
    for (const cut of cutsOf(writes, mostCuts)) {
      counted.tries += 1;
      table.begin(cut);
      await call(name, event).catch(() => undefined);
      await atRest();
      table.goOn();
      const again = outcomeOf(await call(name, event));
      const where = `${name} ${JSON.stringify(withoutToken(event))}, cut off after write ${cut} of ${writes}`;
      if (!isDeepStrictEqual(again, answer))
        wrong.push(`${where}: answers ${JSON.stringify(again)}, not ${JSON.stringify(answer)}`);
      wrong.push(...differences(once, await table.written()).map((what) => `${where}: ${what}`));
      await takeBack();
    }
  };
  return { between, trying, wrong, counted };
}

/** After which writes work is cut off: at most so many times, spread evenly, the last write among them. */
export const cutsOf = (writes: number, most: number): readonly number[] => {
  const count = Math.min(writes, most);
  return Array.from({ length: count }, (_, index) => Math.ceil(((index + 1) * writes) / count));
};

const withoutToken = (event: unknown): unknown =>
  typeof event === "object" && event !== null ? { ...event, token: undefined } : event;

/** What stands otherwise after the second way than after the first, one sentence each. */
export function differences(once: Written, twice: Written): readonly string[] {
  return [...new Set([...once.keys(), ...twice.keys()])].flatMap((key) => {
    const [first, second] = [once.get(key), twice.get(key)];
    const expected = seen(key, first ? first.after : second?.before);
    const found = seen(key, second ? second.after : first?.before);
    return isDeepStrictEqual(found, expected)
      ? []
      : [`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  });
}

/**
 * What may differ: a mail whose sender was cut off goes out by the sweeper and is counted for its address then, many nudges of a
 * call are one, and of seats somebody may look once more whether anything is left to be done.
 */
function seen(key: string, item: Item | undefined): Item | undefined {
  if (item === undefined || / mailed#/.test(key)) return undefined;
  return withoutMail(key, withoutStamp(item));
}

/** By which a write is known again is unlike for each. */
const withoutStamp = ({ stamp: _, ...item }: Item): Item => item;

function withoutMail(key: string, item: Item): Item {
  if (/^\S+ mail#/.test(key)) {
    const { sentAt, putOffAt, providerId, pending, pendingAt, attempts, claim, claimedUntil, ...rest } = item;
    return rest;
  }
  if (/^\S+ nudge$/.test(key)) {
    const { version, ...rest } = item;
    return rest;
  }
  if (/^seats\S+ count$/.test(key)) {
    const { version, pending, pendingAt, ...rest } = item;
    return rest;
  }
  return item;
}
