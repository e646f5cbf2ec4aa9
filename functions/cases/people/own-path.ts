import { casePath } from "../../links.ts";
import type { LoadedCase } from "../load.ts";

/** Where whoever takes part now finds the own page of a case. */
export const ownPathOf = (
  secret: string,
  { head, file, process }: Pick<LoadedCase, "head" | "file" | "process">,
): string => casePath(secret, head.pk, process.successor?.(file), head.renewed);
