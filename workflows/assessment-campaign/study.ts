import * as z from "zod";
import { halfUp } from "../kernel/half-up.ts";
import type { AnonymousAnswer } from "../kernel/heard.ts";
import type { Item } from "./call.ts";

/** What the same people said before and now of an item, in hundredths; without means where so few are meant that nothing is told. */
export const change = z.object({
  group: z.string(),
  item: z.string(),
  pairs: z.number().optional(),
  before: z.number().optional(),
  now: z.number().optional(),
});
export type Change = z.infer<typeof change>;

/** By which answers of two studies belong together: who has which pseudonym, their school alone knows (decision 106). */
const keyOf = ({ school, group, pseudonym }: AnonymousAnswer): string =>
  JSON.stringify([school, group, pseudonym]);

/** The answers by pseudonym; one that stands twice tells nobody apart. */
function byPseudonym(answers: readonly AnonymousAnswer[]): ReadonlyMap<string, AnonymousAnswer> {
  const all = Map.groupBy(
    answers.filter(({ pseudonym }) => pseudonym !== undefined),
    keyOf,
  );
  return new Map([...all].flatMap(([key, [one, another]]) => (one && !another ? [[key, one]] : [])));
}

/**
 * What changed from one study to the next, by group and item, of all schools together. Nothing is told of fewer pairs than `least`, nor
 * where so few are left over in either study: the mean of all is published, and less that of the pairs it would tell theirs.
 */
export function changesOf(
  { items, least }: { readonly items: readonly Item[]; readonly least: number },
  before: readonly AnonymousAnswer[],
  now: readonly AnonymousAnswer[],
): readonly Change[] {
  const [earlier, later] = [byPseudonym(before), byPseudonym(now)];
  const isFew = (count: number) => count > 0 && count < least;
  return [...new Set(now.map(({ group }) => group))].flatMap((group) =>
    items.map(({ id: item }): Change => {
      const said = (answers: readonly AnonymousAnswer[]) =>
        answers.filter((one) => one.group === group && one.values[item] !== undefined).length;
      const pairs = [...later].flatMap(([key, { values, group: own }]) => {
        const [was, is] = [earlier.get(key)?.values[item], values[item]];
        return own === group && was !== undefined && is !== undefined ? [{ was, is }] : [];
      });
      const leftOver = [said(before) - pairs.length, said(now) - pairs.length];
      if (pairs.length < least || leftOver.some(isFew)) return { group, item };
      const mean = (values: readonly number[]) =>
        halfUp(100 * values.reduce((sum, value) => sum + value, 0), values.length);
      return {
        ...{ group, item, pairs: pairs.length },
        before: mean(pairs.map(({ was }) => was)),
        now: mean(pairs.map(({ is }) => is)),
      };
    }),
  );
}
