import type { Field } from "./field.ts";
import type { FieldProblem } from "./problem.ts";

/** What a person typed, as the field holds it; `undefined` when nothing was said. */
export function read(field: Field<unknown>, raw: unknown): unknown {
  if (Array.isArray(raw)) {
    const said = raw
      .map((entry) => (typeof entry === "string" ? entry.trim() : entry))
      .filter((entry) => entry !== "");
    if (field.kind === "several") return said;
    if (field.kind === "choices") return said.length > 0 ? said : undefined;
    return raw;
  }
  // Nobody ticked is an answer, and a browser does not send it.
  if (field.kind === "several") return raw === null || raw === undefined || raw === "" ? [] : [raw];
  if (raw === null || raw === undefined) return undefined;
  if (typeof raw !== "string") return raw;
  const said = field.kind === "longText" ? raw.replaceAll("\r\n", "\n").trim() : raw.trim();
  if (said === "") return undefined;
  switch (field.kind) {
    case "number": {
      const figures = pasted(said).replaceAll(" ", "");
      return /^-?\d+([.,]\d+)?$/.test(figures) ? Number(figures.replace(",", ".")) : said;
    }
    case "money":
      return centsTyped(said) ?? said;
    case "yesNo":
      return said === "yes" ? true : said === "no" ? false : said;
    case "confirmation":
      return said === "yes" || said === "on" ? true : said;
    case "choices":
      return [said];
    case "time":
      return said.replace(".", ":").padStart(5, "0");
    case "iban":
      return accountNumber(said);
    case "phone":
      return pasted(said);
    case "email":
      return mailAddress(said);
    case "certificate":
      return pasted(said);
    default:
      return composed(field.kind === "longText" ? said : said.replaceAll(unseen, ""));
  }
}

/** An amount as people write euros, in cents; `undefined` for what is none. */
export function centsTyped(said: string): number | undefined {
  const figures = pasted(said).replaceAll(/ |€|eur/gi, "");
  return /^\d{1,12}([.,]\d{1,2})?$/.test(figures)
    ? Math.round(Number(figures.replace(",", ".")) * 100)
    : undefined;
}

/** Composing sorts each run of marks, which takes the square of its length; writing has runs of a few. */
const longestRun = 30;
const tooManyMarks = new RegExp(`(\\p{M}{${longestRun}})\\p{M}+`, "gu");

/**
 * What is copied from a paper or a page has blanks and dashes of many kinds, wide letters, and signs that nobody sees
 * [Unicode, NFKC and general categories]: it is read as if it had been typed.
 */
const pasted = (said: string): string =>
  said
    .replaceAll(unseen, "")
    .replaceAll(tooManyMarks, "$1")
    .normalize("NFKC")
    .replaceAll(/[\p{Pd}\u2212]/gu, "-")
    .replaceAll(/[^\S\r\n]+/gu, " ")
    .trim();

/** The number of an account without what only sets its figures apart. */
export const accountNumber = (said: string): string => pasted(said).replaceAll(/[ -]/g, "").toUpperCase();

/** An address as it goes on the way: a domain with letters of a language is called by its Punycode there [RFC 3492, RFC 5890]. */
export function mailAddress(said: string): string {
  const plain = pasted(said)
    .replace(/^mailto:/i, "")
    .replace(/^<(.*)>$/, "$1");
  const at = plain.lastIndexOf("@");
  const domain = plain.slice(at + 1);
  if (at < 1 || !/[^\x20-\x7e]/.test(domain) || /[/\\?#:@[\]]/.test(domain)) return plain;
  return URL.canParse(`http://${domain}`)
    ? `${plain.slice(0, at)}@${new URL(`http://${domain}`).hostname}`
    : plain;
}

/** Line ends, controls and halves of surrogate pairs: one line of text has none of them [Unicode, general categories]. */
const brokenLine = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What is not seen and may turn the letters after it around: it is left out of one line of text. */
const unseen = /\p{Cf}/gu;
const webAddress = /:\/\/|\bwww\./i;

/** What keeps a text from being stored, whether a page or a program sent it: mails and papers print it as it is. */
export function faultOf(
  name: string,
  { kind, identifying }: Field<unknown>,
  said: string,
): FieldProblem | undefined {
  if (kind === "longText") return said.isWellFormed() ? undefined : "notPrintable";
  if (brokenLine.test(said)) return "notPrintable";
  if (kind !== "text" || !/name$/i.test(name)) return undefined;
  if (webAddress.test(said)) return "webAddress";
  return identifying && !/[\p{L}\p{N}]/u.test(said) ? "noLetters" : undefined;
}

/** The text composed (NFC), its runs of marks no longer than Unicode's stream-safe format allows [UAX 15, section 13]. */
const composed = (said: string): string => said.replaceAll(tooManyMarks, "$1").normalize("NFC");
