import { bare } from "../../../workflows/kernel/facts/gazetteer.ts";
import { type City, cities } from "./cities.ts";

/** The countries of the European Union and the European Economic Area, Switzerland and the United Kingdom. */
export const countries =
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
    " ",
  );

/** Abroad, names in other languages are kept for towns from this population on: they are what people look for. */
const knownAbroadFrom = 20_000;

/** Parts of towns: kept at home, where Grigiškės is a town of its own, and listed after the towns themselves. */
const isPart = (city: City): boolean => /^PPL[XHQW]/.test(city.featureCode);

/**
 * The gazetteer of every country by its code, as the text of a JSON file (format: workflows/kernel/facts/gazetteer.ts).
 * Made from the package in `packages` (a folder). Towns with more people come first, so that a reader who must choose takes the first.
 */
export function townFiles(packages: string): ReadonlyMap<string, string> {
  const byCountry = new Map<string, City[]>(countries.map((country) => [country, []]));
  for (const city of cities(packages)) {
    if (city.countryCode === "LT" || !isPart(city)) byCountry.get(city.countryCode)?.push(city);
  }
  return new Map(
    [...byCountry].map(([country, all]) => {
      const inOrder = all.toSorted(
        (a, b) => Number(isPart(a)) - Number(isPart(b)) || b.population - a.population,
      );
      const towns = inOrder.map(country === "LT" ? atHome : abroad).join("\n");
      return [country, `${JSON.stringify({ towns }, undefined, 2)}\n`];
    }),
  );
}

const atHome = (city: City): string =>
  [...columns(lithuanianName(city), city, true), city.admin2Code].join("\t");

const abroad = (city: City): string =>
  columns(city.name, city, city.population >= knownAbroadFrom)
    .join("\t")
    .trimEnd();

const columns = (name: string, city: City, withAlternates: boolean): string[] => [
  name,
  city.latitude.toFixed(3),
  city.longitude.toFixed(3),
  withAlternates ? alternates(name, city).join(",") : "",
];

/** Names in Latin letters that differ from the name by more than signs and case; no codes of stations and no transcriptions. */
function alternates(name: string, city: City): string[] {
  const seen = new Set([bare(name)]);
  return [city.name, ...city.alternateNames].filter((alternate) => {
    const key = bare(alternate);
    const isName =
      /^\p{Lu}[\p{Script=Latin}\s'’.()-]{2,}$/u.test(alternate) && alternate !== alternate.toUpperCase();
    if (!isName || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** GeoNames writes some names without their signs (Ukmerge); the right one stands among the alternate names. */
function lithuanianName({ name: written, alternateNames }: City): string {
  const name = written.replace(/ \(.*\)$/, "");
  if (withoutSigns.has(name) || /[^\p{ASCII}]/u.test(name)) return name;
  const signs = (spelling: string): number => spelling.match(/[ąčęėįšųūž]/giu)?.length ?? 0;
  const spellings = alternateNames.filter(
    (spelling) => bare(spelling) === bare(name) && /^[a-ząčęėįšųūž\s]+$/iu.test(spelling),
  );
  return [name, ...spellings].toSorted((a, b) => signs(b) - signs(a))[0] ?? name;
}

/** Towns that are rightly written without signs, though an alternate name has one (Lėntvaris). */
const withoutSigns = new Set(["Lentvaris"]);
