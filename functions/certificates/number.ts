import { mod97_10 } from "cdigit";
import { paths } from "../addresses/paths.ts";
import { certificateSeed } from "../links.ts";

/** 18 figures that nobody can count through, and two more by ISO/IEC 7064, MOD 97-10. */
const figures = 18;

/** The number that stands for a seed: twenty figures, of which the last two tell whether it was copied rightly. */
export const numberFrom = (seed: bigint): string =>
  mod97_10.generate(String(seed % 10n ** BigInt(figures)).padStart(figures, "0"));

/**
 * The number of a case's certificate: twenty figures. The same case gives the same number, and without the secret
 * neither can be worked out from the other.
 */
export const certificateNumberOf = (secret: string, ref: string): string =>
  numberFrom(certificateSeed(secret, ref));

/** As people read and type it: `1234-5678-9012-3456-7890`. */
export const printNumber = (number: string): string => (number.match(/.{1,4}/g) ?? []).join("-");

/** Where everybody can ask about a certificate; the address stands in its QR code, so it must stay what it is. */
export const certificatePath = (number: string): string => paths.certificate(printNumber(number));

/** Letters that are taken for figures when somebody copies from paper. */
const lookAlikes: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", Z: "2", S: "5", B: "8" };

/**
 * Reads a number as somebody typed it: blanks, dashes and dots do not matter, nor letters that look like figures.
 * `undefined` for what is no number of a certificate, because its length or its check figures are wrong.
 */
export function readNumber(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const said = typed.toUpperCase().replaceAll(/[\s.\-‐-―]/gu, "");
  const number = said.replaceAll(/[OILZSB]/g, (letter) => lookAlikes[letter] ?? letter);
  return number.length === figures + 2 && /^[0-9]+$/.test(number) && mod97_10.validate(number)
    ? number
    : undefined;
}
