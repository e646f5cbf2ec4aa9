import type { Item } from "../adapters/table.ts";

/** Everything that an installation keeps, for whoever looks through all of it: the operator, and no function. */
export interface Kept {
  /** Every item of the table, whole. */
  readonly items: () => AsyncIterable<Item>;
  readonly documents: {
    readonly keys: () => Promise<readonly string[]>;
    readonly read: (key: string) => Promise<Uint8Array | undefined>;
    readonly rewrite: (key: string, body: Uint8Array) => Promise<void>;
    readonly remove: (key: string) => Promise<void>;
  };
  /** The mailbox of the embedded default: mails of which `isTheirs` says so lose what they say. Returns how many. */
  readonly blankMails?: (
    isTheirs: (mail: { readonly tag?: string; readonly text: string }) => boolean,
  ) => number;
  /** Takes the pieces of long attributes away that nothing names any more. */
  readonly clearPieces: (pk: string) => Promise<void>;
  /** Resolves when what was written over is gone from the disk. */
  readonly wipe: () => Promise<void>;
}
