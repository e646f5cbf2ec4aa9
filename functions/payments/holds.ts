import { askedIn } from "../../workflows/kernel/money.ts";
import { nameToday } from "../../workflows/kernel/moved.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { Hold, HoldWord } from "../store/hold-item.ts";
import { holdKey } from "../store/keys.ts";
import { attemptOf, transferId } from "./attempt.ts";

/** The word on a payment that counts. */
export const lastWord = ({ words }: Hold): HoldWord => {
  const last = words.at(-1);
  if (!last) throw new Error("a hold without a word");
  return last;
};

/**
 * What holds a payment of a case back: it may have been made before the table was set back, and nobody has released it. One that two
 * people said was paid is held until its question has that answer.
 */
export const holdOn = (
  { holds = [] }: Pick<LoadedCase, "holds">,
  state: string,
  id: string,
): Hold | undefined =>
  holds.find((hold) => {
    const last = lastWord(hold);
    return hold.state === state && last.what !== "released" && (last.id ?? id) === id;
  });

/**
 * Holds a payment back because something beside the table tells that it may have been made. Said again it is held once; after a
 * decision only what happened later holds it anew.
 */
export async function holdBack(
  house: Pick<House, "table" | "clock">,
  loaded: LoadedCase,
  asked: string,
  told: Pick<HoldWord, "by" | "source" | "happenedAt">,
): Promise<void> {
  const { head, process, holds = [], tasks } = loaded;
  const state = nameToday(process, asked);
  const isOpen = tasks.some((task) => task.state === state && task.status === "open");
  const { money } = process;
  const name = isOpen ? money && askedIn(money, loaded.file, state)?.payment : undefined;
  const id = name && money && transferId(head.pk, name, attemptOf(loaded, money, name));
  const word: HoldWord = {
    what: "told",
    at: house.clock.now(),
    ...told,
    ...(id === undefined ? {} : { id }),
  };
  const known = holds.find((hold) => hold.state === state);
  if (!known) {
    const hold: Hold = { ...holdKey(head.pk, state), state, words: [word], count: 1 };
    await house.table.put(hold, { ifAbsent: true });
    return;
  }
  const { what, at } = lastWord(known);
  const isDecided = what === "released" || what === "confirmed";
  if (isDecided && told.happenedAt !== undefined && told.happenedAt > at) await addWord(house, known, word);
}

/** Adds a word behind those that were read; `false` when somebody else was quicker. */
export async function addWord(
  { table }: Pick<House, "table">,
  { pk, sk, words, count }: Hold,
  word: HoldWord,
): Promise<boolean> {
  const { outcome } = await table.change(
    { pk, sk },
    { set: { words: [...words, word], count: count + 1 }, when: { count: { is: count } } },
  );
  return outcome === "changed";
}
