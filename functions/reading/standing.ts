import { printAmount } from "../../workflows/kernel/facts/print.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { printScore, storedScore } from "../../workflows/kernel/score.ts";
import type { Decision } from "../../workflows/kernel/selection/decision.ts";
import type { HeldBack } from "../../workflows/kernel/selection/desk.ts";
import type { NumberKey } from "../../workflows/kernel/selection/keys.ts";
import type { Selection } from "../../workflows/kernel/selection/selection.ts";
import { columnsOf, type Standing } from "../../workflows/kernel/selection/standing.ts";
import type { Messages } from "./messages.ts";
import type { Ui } from "./ui.ts";

/** How the selection of a process is told: by whom, and in the words of the process. */
export interface SelectionTelling {
  readonly selection: Selection;
  /** The words of the process whose cases are selected. */
  readonly words: Messages;
  readonly ui: Ui;
}

/** A share by its name, such as a country; as it is called where it has none. */
export const shareIn = (words: Messages, { award }: Pick<Selection, "award">, share: string): string =>
  (award.kind === "places" ? words.maybe(`list.${award.list}.${share}`) : undefined) ?? share;

/** What a sentence about an award may name: which share, or how much and whether it is all that was asked for. */
export const awardParameters = (
  { share, cents, isPartial }: Pick<Standing, "share" | "cents" | "isPartial">,
  { selection, words }: Pick<SelectionTelling, "selection" | "words">,
) => ({
  share: share === undefined ? "–" : shareIn(words, selection, share),
  amount: cents === undefined ? "–" : printAmount(cents, words.language),
  part: isPartial ? "yes" : "no",
});

/** What is proposed for a case, or was decided. Where nothing is handed on, nobody waits on a list for it. */
export function proposalIn(standing: Standing, telling: SelectionTelling): string {
  const { kind } = standing;
  const { words, ui, selection } = telling;
  if (kind === "offered")
    return words.say(`${selection.award.kind}.offered`, awardParameters(standing, telling));
  return ui.say(
    kind === "reserve" && selection.handsOn === "never" ? "decision.unplaced" : `decision.${kind}`,
  );
}

/** What was offered to a case of a process, in a sentence of its record. */
export const offeredIn = (made: Decision, { selects }: Pick<Process, "selects">, words: Messages): string =>
  selects
    ? words.say(`${selects.award.kind}.told`, awardParameters(made, { selection: selects, words }))
    : "";

/** What is held back for want of money, each in a line. */
export const heldBackIn = (heldBack: readonly HeldBack[], { selection, words, ui }: SelectionTelling) =>
  heldBack.map(({ share, missingCents }) =>
    words.say(`${selection.award.kind}.missing`, {
      share: shareIn(words, selection, share),
      amount: printAmount(missingCents, ui.language),
    }),
  );

/** The key by which a case comes after the one above it; nothing where none is named. */
export const decidedByIn = (
  { decidedBy }: Pick<Standing, "decidedBy">,
  { words }: Pick<SelectionTelling, "words">,
): string => (decidedBy === undefined ? "" : (words.maybe(`key.${decidedBy}`) ?? decidedBy));

/** A column of an order: its key, and what it is called. */
export interface KeyColumn {
  readonly name: string;
  readonly label: string;
  readonly printed: (standing: Pick<Standing, "keys">) => string;
}

/** The keys of an order that have a column, each with what it holds of a case. */
export const keyColumns = ({ selection, words, ui }: SelectionTelling): readonly KeyColumn[] =>
  columnsOf(selection).map((key) => ({
    name: key.name,
    label: words.say(`key.${key.name}.column`),
    printed: ({ keys }) => {
      const value = keys[key.name];
      return value === undefined ? "" : print(key, value, ui.language);
    },
  }));

function print({ kind }: Pick<NumberKey<never>, "kind">, value: number, language: Ui["language"]): string {
  switch (kind) {
    case "score":
      return printScore(storedScore(value), language);
    case "cents":
      return printAmount(value, language);
    case "number":
      return String(value);
  }
}
