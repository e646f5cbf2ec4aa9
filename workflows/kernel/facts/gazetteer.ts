import { type Municipality, municipalities } from "./municipalities.ts";

/** A place with its coordinates in degrees (WGS 84), rounded to a thousandth: within 80 m. Data: GeoNames, CC BY 4.0. */
export interface Town {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** In Lithuania, as in addresses: `Kauno r.`. */
  readonly municipality?: string;
}

export type Lookup =
  | { readonly outcome: "found"; readonly town: Town }
  /** `nearest`: names that look alike, the likeliest first, at most three. */
  | { readonly outcome: "unknown"; readonly nearest: readonly string[] };

interface Place extends Town {
  readonly bareName: string;
  readonly alternates: readonly string[];
}

/** The towns of one country, those with more people first. */
export type Gazetteer = readonly Place[];

/**
 * Reads a country's data file: a row a town, with tabs between name, latitude, longitude, alternate names (with commas
 * between them) and, in Lithuania, the code of the municipality.
 */
export const readGazetteer = (rows: string): Gazetteer =>
  rows.split("\n").map((row) => {
    const [name = "", latitude, longitude, alternates = "", code = ""] = row.split("\t");
    const municipality = municipalities[code]?.name;
    return {
      name,
      latitude: Number(latitude),
      longitude: Number(longitude),
      bareName: bare(name),
      alternates: alternates === "" ? [] : alternates.split(",").map(bare),
      ...(municipality === undefined ? {} : { municipality }),
    };
  });

/**
 * Finds a town by its name, whatever the case and with or without diacritics. The name as written goes before the
 * name without its signs, and that before alternate names; among namesakes the given municipality decides, then the
 * number of people. A name is believed though GeoNames files the town under another municipality, as it does with
 * Palanga; an alternate name is not, for an old name of one place is the name of another (Medininkai).
 */
export function lookUp(gazetteer: Gazetteer, name: string, municipality?: string): Lookup {
  const written = asWritten(name);
  const key = bare(name);
  const said = municipality === undefined ? undefined : findMunicipality(municipality)?.name;
  const inPlace = (place: Place): boolean => said === undefined || place.municipality === said;
  const namesakes = firstNonEmpty(
    () => gazetteer.filter((place) => asWritten(place.name) === written),
    () => gazetteer.filter((place) => place.bareName === key),
    () => gazetteer.filter((place) => place.alternates.includes(key) && inPlace(place)),
  );
  const place = namesakes.find(inPlace) ?? namesakes[0];
  if (place === undefined) return { outcome: "unknown", nearest: lookAlikes(gazetteer, key) };
  const { bareName: _, alternates: __, ...town } = place;
  return { outcome: "found", town };
}

/** Every municipality, as it is picked. */
export const listedMunicipalities = Object.values(municipalities).map(({ name }) => ({
  value: name,
  label: `${name} sav.`,
}));

/** A municipality of Lithuania as people write it: `Kauno rajono savivaldybė`, `Kauno r. sav.`, `Kauno r.`. */
export const findMunicipality = (written: string): Municipality | undefined =>
  Object.values(municipalities).find(({ name }) => abbreviated(name) === abbreviated(written));

const abbreviated = (municipality: string): string =>
  bare(municipality)
    .replace(/ sav(ivaldyb.*)?$/, "")
    .replace(/ raj?(ono)?$/, " r")
    .replace(/ miesto$/, " m");

/** A name without diacritics, case and punctuation, to compare by: `šv. Petras` and `SV PETRAS` are alike. */
export const bare = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[æøœßłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** Letters that Unicode does not take apart. */
const spelledOut: Readonly<Record<string, string>> = {
  æ: "ae",
  ø: "o",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const asWritten = (name: string): string => name.normalize("NFC").trim().toLowerCase();

function firstNonEmpty(...searches: readonly (() => Place[])[]): Place[] {
  for (const search of searches) {
    const found = search();
    if (found.length > 0) return found;
  }
  return [];
}

function lookAlikes(gazetteer: Gazetteer, key: string): string[] {
  const likely = gazetteer
    .map(({ name, bareName }) => ({ name, likeness: likeness(bareName, key) }))
    .filter(({ likeness: value }) => value >= 0.55)
    .toSorted((a, b) => b.likeness - a.likeness);
  return [...new Set(likely.map(({ name }) => name))].slice(0, 3);
}

/** The share of neighbouring pairs of letters that two names have in common (Dice's coefficient), 0 to 1. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
}

const pairs = (name: string): Set<string> => {
  const padded = ` ${name} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
};
