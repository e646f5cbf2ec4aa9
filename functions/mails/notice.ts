import type { Mail } from "../store/mail-items.ts";

/** What somebody is told apart from any case: the words are called so, and may name these. */
export type Notice = NonNullable<Mail["notice"]>;

/** Where a notice leads its reader alone, and where they say that they want no more of the kind. */
export interface OwnWay {
  readonly way?: string;
  readonly leave?: string;
}
