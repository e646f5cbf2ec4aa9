import type { Clock } from "../../functions/adapters/clock.ts";
import type { Table } from "../../functions/adapters/table.ts";
import type { Config } from "../../functions/config.ts";
import { copyFolder, type OnCopied } from "../local/backup/copy.ts";

/** What commands may touch of an installation. */
export interface Installation {
  readonly table: Table;
  readonly clock: Clock;
  readonly config: Pick<Config, "linkSecret">;
  /** Where all of it lies in a data folder. */
  readonly folder?: {
    /** Copies it into a folder that is not there yet, while it is used. */
    readonly copy: (to: string, onCopied: OnCopied) => Promise<void>;
  };
}

/** The folder of the embedded default, as far as commands use it. */
export const folderOf = (
  parts: Parameters<typeof copyFolder>[0],
  path: string,
): NonNullable<Installation["folder"]> => ({
  copy: (to, onCopied) => copyFolder(parts, path, to, onCopied),
});
