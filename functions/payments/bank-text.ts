/**
 * Text as every bank of the euro area must take it: Latin letters without marks, figures, blanks and a few signs
 * [EPC217-08, SEPA requirements for an extended character set]. Cut to so many characters.
 */
export const bankText = (text: string, longest: number): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[–—]/g, "-")
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, longest)
    .trim();
