import type { Clock } from "../../functions/adapters/clock.ts";
import type { Machines } from "../../functions/adapters/machines.ts";
import type { Table } from "../../functions/adapters/table.ts";
import type { Config } from "../../functions/config.ts";
import type { Kept } from "../../functions/erasure/kept.ts";
import type { Told } from "../../functions/reconcile/told.ts";
import { copyFolder, type OnCopied } from "../local/backup/copy.ts";
import type { NotedErasure } from "../local/erasures-file.ts";
import { toldInFolder } from "../local/told-files.ts";

/** What commands may touch of an installation. */
export interface Installation {
  readonly table: Table;
  readonly clock: Clock;
  readonly config: Pick<Config, "linkSecret">;
  /** All that is kept, for whoever erases from it; only where nobody else works on it. */
  readonly kept?: () => Promise<Kept>;
  /** Who was erased, noted where no copy that is put back takes it away. */
  readonly erasures?: Erasures;
  /** Where all of it lies in a data folder. */
  readonly folder?: {
    readonly path: string;
    /** Copies it into a folder that is not there yet, while it is used. */
    readonly copy: (to: string, onCopied: OnCopied) => Promise<void>;
    /** What its mailbox and its documents tell. */
    readonly told: () => readonly Told[];
  };
  readonly machines: Keeping;
}

export interface Erasures {
  readonly note: (one: NotedErasure) => Promise<void>;
  readonly noted: () => Promise<readonly NotedErasure[]>;
}

/** The machines of an installation while its table is compared with them. */
export interface Keeping {
  /** Lets `work` have the machines. */
  readonly use: <T>(work: (machines: Machines) => Promise<T>) => Promise<T>;
  /** What a machine was just doing is done after so many milliseconds; 0 where machines stand still. */
  readonly settleMillis: number;
  /** Makes tokens of tasks anew, where old ones could be those of other tasks once machines were set back. */
  readonly forgetTokens?: () => void;
}

/** The folder of the embedded default, as far as commands use it. */
export const folderOf = (
  parts: Parameters<typeof copyFolder>[0],
  path: string,
): NonNullable<Installation["folder"]> => ({
  path,
  copy: (to, onCopied) => copyFolder(parts, path, to, onCopied),
  told: () => toldInFolder(path),
});
