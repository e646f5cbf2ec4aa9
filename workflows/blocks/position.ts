import { choice } from "../kernel/field-kinds.ts";
import { added, oneOf } from "../kernel/rehearsal-cells.ts";
import { blockWords } from "./words.ts";

/** As what somebody works at a school; it changes no rule. */
const positions = ["teacher", "support", "head", "kindergarten", "founder", "specialist"] as const;

/** What an application asks of whoever applies, beside their address. */
export const position = <const O extends { readonly optional?: boolean; readonly identifying?: boolean }>(
  more: O,
) => ({ ...choice({ ...more, options: positions }), words: blockWords });

/** The column of a file of people beside `email`; files that were written before it came have none. */
export const positionColumn = added(oneOf(...positions));
