/**
 * The countries of SEPA by what their IBANs begin with: territories have accounts under the code of their country, but for Gibraltar.
 * [European Payments Council, EPC409-09, List of SEPA Scheme Countries, version 8.0]
 */
const list = {
  issued: "2025-12-24",
  ibanCountries:
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA",
} as const;

const countries: ReadonlySet<string> = new Set(list.ibanCountries.split(" "));

/** The day on which the list of countries was issued, `YYYY-MM-DD`. */
export const sepaListIssued: string = list.issued;

/** Do SEPA credit transfers go to the account of an IBAN? */
export const isInSepa = (iban: string): boolean => countries.has(iban.trim().slice(0, 2).toUpperCase());
