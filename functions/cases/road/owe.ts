import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import { mayComeToHear } from "../../../workflows/kernel/hearing.ts";
import type { House } from "../../house.ts";
import type { Head } from "../../store/items.ts";
import { headKey, nothingPending, pendingSince } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { hasEnded, isBreakingIn, noteInterruption } from "./interrupt.ts";
import { stateNow } from "./show-state.ts";
import { asRead, awaitsInterruption } from "./start.ts";

/** A word that a step says to a case or a call, as it is kept until it may break in there. */
export type OwedWord = NonNullable<Head["owed"]>[number];

type Parts = Pick<House, "table" | "clock" | "log">;

/**
 * Says a step's word to a case: it breaks in at once, or is owed to the case as long as it may still come to where it breaks in, such
 * as while it hears another word or an appeal is examined. Said once, however often it is asked for.
 */
export async function sayToCase(house: Parts, ref: string, word: OwedWord): Promise<void> {
  for (;;) {
    const loaded = await loadCase(house, ref);
    if (!loaded || hasEnded(loaded) || isKnown(loaded.head, word)) return;
    const { outcome } = await noteInterruption(house, loaded, word, word.values);
    if (outcome !== "tooLate" || !mayHearYet(loaded, word, house.clock.now())) return;
    const owed = [...(loaded.head.owed ?? []), word];
    if (await keepOwed(house, loaded.head, owed, pendingSince(ref, house.clock.now()))) return;
  }
}

/** Says what a case is owed where it may break in by now, and forgets what never will. What is left waits on. */
export async function sayOwed(house: Parts, ref: string): Promise<"waits" | "nothing"> {
  for (;;) {
    const loaded = await loadCase(house, ref);
    const [word, ...others] = loaded?.head.owed ?? [];
    if (!loaded || !word) return "nothing";
    const isSaid = loaded.head.interruptions.some(({ step }) => step === word.step);
    const isOver = isSaid || hasEnded(loaded) || !mayHearYet(loaded, word, house.clock.now());
    const said = isOver ? undefined : await noteInterruption(house, loaded, word, word.values);
    if (said?.outcome === "tooLate") return "waits";
    if (said?.outcome !== "noted") await keepOwed(house, loaded.head, others);
  }
}

const isKnown = ({ interruptions, owed = [] }: Head, { step }: OwedWord): boolean =>
  [...interruptions, ...owed].some((said) => said.step === step);

/** Is it worth waiting for the case to come to where the word may break in? */
function mayHearYet(loaded: LoadedCase, { name }: OwedWord, now: string): boolean {
  const { process, head, file } = loaded;
  const { once, until } = process.interruptions[name] ?? {};
  if (once && head.interruptions.some((said) => said.name === name)) return false;
  if (until && isOver(until(file, now), now)) return false;
  const state = stateNow(loaded, now);
  const latest = isBreakingIn(loaded)
    ? process.interruptions[head.interruptions.at(-1)?.name ?? ""]
    : undefined;
  const from = state === "submitted" ? (head.toStart?.from ?? process.start) : state;
  return mayComeToHear(process, name, latest ? [from, latest.to] : [from]);
}

/** Writes down what is owed, unless somebody else has meanwhile said something. */
async function keepOwed(
  { table }: Pick<House, "table">,
  head: Head,
  owed: readonly OwedWord[],
  pending: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const isAll = owed.length === 0 && !head.toStart && !head.takeUp && !awaitsInterruption(head);
  const { outcome } = await table.change(headKey(head.pk), {
    set: { owed, ...pending },
    add: { owing: 1 },
    ...(isAll ? { remove: nothingPending } : {}),
    when: asRead(head),
  });
  return outcome === "changed";
}
