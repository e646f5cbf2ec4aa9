import { sayToCase } from "../cases/road/owe.ts";
import type { House } from "../house.ts";
import { entryItem } from "../store/items.ts";
import { headKey } from "../store/keys.ts";
import type { Plan } from "../store/plan-item.ts";

const entriesAtOnce = 100;

/**
 * Says what a step says to cases that breaks in on them; the sweeper passes it on, because whom a machine calls answers no machine.
 * What is said to all is noted in the call before its cases are looked through, so that whoever comes meanwhile finds it there.
 */
export async function breakInOn(
  house: House,
  ref: string,
  saying: { readonly by: string; readonly step: string },
  { decisions = [], everybody }: Plan["result"],
): Promise<void> {
  for (const { ref: to, interrupt } of decisions)
    if (interrupt) await sayToCase(house, to, { ...interrupt, ...saying });
  if (!everybody) return;
  const word = { ...everybody, ...saying };
  await house.table.change(headKey(ref), { set: { saidToAll: word } });
  for await (const to of openCases(house, ref)) await sayToCase(house, to, word);
}

async function* openCases({ table }: Pick<House, "table">, call: string): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { items, next } = await table.page(call, { prefix: "entry#", limit: entriesAtOnce, after });
    for (const { ref, ended } of items.map((item) => entryItem.parse(item))) if (!ended) yield ref;
    after = next;
  } while (after !== undefined);
}
