import type { SelectionDesk } from "../../workflows/kernel/selection/desk.ts";
import type { LoadedCase } from "../cases/load.ts";

/** What the machine of a loaded call can be asked; `undefined` where it selects nobody. */
export const deskOf = async ({
  process,
  file,
}: Pick<LoadedCase, "process" | "file">): Promise<SelectionDesk | undefined> =>
  file.selects && process.desk?.();
