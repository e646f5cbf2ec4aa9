import { successorOf } from "../../../workflows/blocks/participant.ts";
import { casePath } from "../../links.ts";
import type { LoadedCase } from "../load.ts";

/** Where whoever takes part now finds the own page of a case. */
export const ownPathOf = (secret: string, { head, file }: Pick<LoadedCase, "head" | "file">): string =>
  casePath(secret, head.pk, successorOf(file), head.renewed);
