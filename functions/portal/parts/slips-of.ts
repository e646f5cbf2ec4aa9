import type { CodesFor } from "../../../workflows/kernel/anonymous.ts";
import type { LoadedCase } from "../../cases/load.ts";

/** Whose codes the owner of a case makes now. */
export const slipsOf = ({ process, file, entry }: LoadedCase): readonly CodesFor[] =>
  entry?.ended ? [] : (process.anonymous?.codesOf(file) ?? []);
