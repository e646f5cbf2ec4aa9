import type { Mail } from "../store/mail-items.ts";

/** What somebody is told apart from any case: the words are called so, and may name these. */
export type Notice = NonNullable<Mail["notice"]>;
