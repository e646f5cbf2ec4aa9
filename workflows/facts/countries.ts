/** ISO 3166-1 codes of two letters that name a country of today, of which the library of the runtime knows the name. */
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = letters.flatMap((first) => letters.map((second) => first + second));

/** The names of all countries in one language, by code, as the Unicode CLDR has them. */
export function countryNames(language: "lt" | "en"): Readonly<Record<string, string>> {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  return Object.fromEntries(
    codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

/** The same as words of a list called `countries`. */
export const countryWords = (language: "lt" | "en"): Readonly<Record<`list.countries.${string}`, string>> =>
  Object.fromEntries(
    Object.entries(countryNames(language)).map(([code, name]) => [`list.countries.${code}`, name]),
  );
