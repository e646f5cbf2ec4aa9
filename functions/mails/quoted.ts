import type { Parameters } from "../reading/messages.ts";

/**
 * What people typed, as mails show it: nothing of it becomes a link, and a whole text stands as a quotation apart from what the
 * programme says. Whoever applies with somebody else's address would otherwise write to them in our name.
 */

/** Private use characters [Unicode, 23.5], which no typed text keeps: where a quotation begins and ends, and its line breaks. */
const [opens, closes, breaks] = ["\u{E000}", "\u{E001}", "\u{E002}"];
const ours = /[\u{E000}-\u{E002}]/gu;

/** Breaks what mail programs make a link of, and shows nothing [Unicode, WORD JOINER]. */
const joiner = "\u2060";
const looksLikeAddress = /:\/\/|@|[\p{L}\p{N}]\.\p{L}{2,}|^(?:mailto|tel|sms):/iu;

/** The parameters whose values are whole texts. */
const texts: ReadonlySet<string> = new Set(["reason", "revocation"]);

/** A typed line in which no mail program finds an address. */
export const withoutLinks = (line: string): string =>
  line
    .replaceAll(ours, "")
    .replaceAll(/\S+/g, (word) =>
      looksLikeAddress.test(word) ? word.replaceAll(/[.:/@]/g, (sign) => `${sign}${joiner}`) : word,
    );

/** A whole text that somebody typed. */
export const quoted = (text: string): string =>
  `${opens}${withoutLinks(text).replaceAll(/\r\n?|\n/g, breaks)}${closes}`;

/**
 * What a mail's sentences may name, with what was typed made harmless. A dash stands for what there is not. `staff`: e-mail addresses
 * that whoever made the call named as those to write to: they are copied from mails, so nothing hides in them.
 */
export const quotedIn = (parameters: Parameters, staff: ReadonlySet<string> = new Set()): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (typeof value !== "string" || value === "–" || staff.has(value)) return [name, value];
      return [name, texts.has(name) || value.includes("\n") ? quoted(value) : withoutLinks(value)];
    }),
  );

export interface Part {
  readonly kind: "said" | "quoted";
  readonly lines: readonly string[];
}

/** A sentence in its parts, in order. */
export function partsOf(sentence: string): readonly Part[] {
  return sentence
    .split(new RegExp(`(${opens}[^${closes}]*${closes})`, "u"))
    .filter((part) => part.trim() !== "")
    .map((part) =>
      part.startsWith(opens)
        ? { kind: "quoted", lines: part.slice(opens.length, -closes.length).split(breaks) }
        : { kind: "said", lines: [part.trim()] },
    );
}

/** For programs that show no HTML: each line of a quotation after `>`, as in mails for ever [RFC 3676, 4.5]. */
export const plainSentence = (sentence: string): string =>
  partsOf(sentence)
    .map(({ kind, lines }) => (kind === "said" ? lines : lines.map((line) => `> ${line}`)).join("\n"))
    .join("\n");
