import anyAscii from "any-ascii";

/** Pictures have names in words ("tada"), which are nothing that somebody is called. */
const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;

/**
 * Text as every bank of the euro area must take it: Latin letters without marks, figures, blanks and a few signs
 * [EPC217-08, SEPA requirements for an extended character set]. Letters of any alphabet are written in Latin ones. Cut to so
 * many characters; empty where nothing is left to write.
 */
export const bankText = (text: string, longest: number): string =>
  anyAscii(text.replace(pictures, " ").normalize("NFC"))
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, longest)
    .trim();

/** The same for a sentence: one that is too long is cut behind a word, and dots say so. */
export function bankSentence(text: string, longest: number): string {
  const whole = bankText(text, Number.POSITIVE_INFINITY);
  if (whole.length <= longest) return whole;
  const kept = whole.slice(0, longest - cutOff.length + 1);
  const end = kept.lastIndexOf(" ");
  return `${(end > 0 ? kept.slice(0, end) : kept.slice(0, -1)).replace(/[ ,:(-]+$/, "")}${cutOff}`;
}

const cutOff = "...";

/** Is that a name to a bank? Signs alone are none. */
export const isBankName = (name: string): boolean => /[A-Za-z0-9]/.test(bankText(name, 70));
