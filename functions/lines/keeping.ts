import type { Process } from "../../workflows/kernel/process.ts";
import type { Item, Key } from "../adapters/table.ts";
import type { LoadedCase } from "../cases/load.ts";
import { placesInPublic, publicLists, publicPartition } from "../public/keys.ts";
import { openRowsOf } from "../public/open-rows.ts";
import { type CallLine, callLineItem, type KeptLine, type Line, lineItem } from "../store/line-item.ts";
import { callLineKey, entriesOf, lineKey } from "./keys.ts";
import { lineOf } from "./line.ts";

/** What is kept of a case, or of a call, beside it: where, what it is made of, and its entries in the lists. */
export interface Keeping<L> {
  readonly key: Key;
  readonly read: (item: Item) => KeptLine<L>;
  /** `undefined` where there is nothing to keep. */
  readonly made: (loaded: LoadedCase) => L | undefined;
  readonly entriesOf: (line: L) => readonly Key[];
}

export const keepingOfCase = (callId: string, ref: string): Keeping<Line> => ({
  key: lineKey(callId, ref),
  read: lineItem.parse,
  made: lineOf,
  entriesOf,
});

/** Of a call only what everybody may see: what its own process publishes and registers. */
export const keepingOfCall = (callId: string): Keeping<CallLine> => ({
  key: callLineKey(callId),
  read: callLineItem.parse,
  made: (loaded) =>
    mayShow(loaded.process)
      ? { ref: loaded.head.pk, callId, process: loaded.process.id, open: openRowsOf(loaded) }
      : undefined,
  entriesOf: (line) =>
    publicLists.flatMap((list) =>
      placesInPublic(list, line).map((sk) => ({ pk: publicPartition(list), sk })),
    ),
});

/** Has a process anything that everybody may see? */
export const mayShow = ({ publishes, registers }: Process): boolean =>
  publishes !== undefined || registers !== undefined;
