import type { LoadedCase } from "../cases/load.ts";
import { idOf } from "../store/keys.ts";

/** Under which name the codes of a case or a call lie, and by which people come who have one: the call's, or the case's own. */
export const campaignOf = ({ head, process }: Pick<LoadedCase, "head" | "process">): string =>
  process.anonymous?.of === "case" ? idOf(head.pk) : head.callId;
