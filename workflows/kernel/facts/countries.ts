import type { Book } from "../book.ts";
import en from "./countries.en.json" with { type: "json" };
import lt from "./countries.lt.json" with { type: "json" };

const names: Readonly<Record<"lt" | "en", Readonly<Record<string, string>>>> = { lt, en };

/** The names of all countries in one language, by their ISO 3166-1 codes of two letters, as the Unicode CLDR has them. */
export const countryNames = (language: "lt" | "en"): Readonly<Record<string, string>> => names[language];

/** The same as words of a list called `countries`, for whatever asks for one of them. */
export const countryWords: Book = { lt: async () => listed("lt"), en: async () => listed("en") };

const listed = (language: "lt" | "en") => ({
  default: Object.fromEntries(
    Object.entries(countryNames(language)).map(([code, name]) => [`list.countries.${code}`, name]),
  ),
});
