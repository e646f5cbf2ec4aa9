import { type Lookup, lookUp, readGazetteer } from "./gazetteer.ts";

type File = { readonly default: { readonly towns: string } };

/** Each country is a file of its own, read when it is first asked for; together they weigh more than a function may. */
const files: Readonly<Record<string, () => Promise<File>>> = {
  AT: () => import("./towns/AT.json", { with: { type: "json" } }),
  BE: () => import("./towns/BE.json", { with: { type: "json" } }),
  BG: () => import("./towns/BG.json", { with: { type: "json" } }),
  CH: () => import("./towns/CH.json", { with: { type: "json" } }),
  CY: () => import("./towns/CY.json", { with: { type: "json" } }),
  CZ: () => import("./towns/CZ.json", { with: { type: "json" } }),
  DE: () => import("./towns/DE.json", { with: { type: "json" } }),
  DK: () => import("./towns/DK.json", { with: { type: "json" } }),
  EE: () => import("./towns/EE.json", { with: { type: "json" } }),
  ES: () => import("./towns/ES.json", { with: { type: "json" } }),
  FI: () => import("./towns/FI.json", { with: { type: "json" } }),
  FR: () => import("./towns/FR.json", { with: { type: "json" } }),
  GB: () => import("./towns/GB.json", { with: { type: "json" } }),
  GR: () => import("./towns/GR.json", { with: { type: "json" } }),
  HR: () => import("./towns/HR.json", { with: { type: "json" } }),
  HU: () => import("./towns/HU.json", { with: { type: "json" } }),
  IE: () => import("./towns/IE.json", { with: { type: "json" } }),
  IS: () => import("./towns/IS.json", { with: { type: "json" } }),
  IT: () => import("./towns/IT.json", { with: { type: "json" } }),
  LI: () => import("./towns/LI.json", { with: { type: "json" } }),
  LT: () => import("./towns/LT.json", { with: { type: "json" } }),
  LU: () => import("./towns/LU.json", { with: { type: "json" } }),
  LV: () => import("./towns/LV.json", { with: { type: "json" } }),
  MT: () => import("./towns/MT.json", { with: { type: "json" } }),
  NL: () => import("./towns/NL.json", { with: { type: "json" } }),
  NO: () => import("./towns/NO.json", { with: { type: "json" } }),
  PL: () => import("./towns/PL.json", { with: { type: "json" } }),
  PT: () => import("./towns/PT.json", { with: { type: "json" } }),
  RO: () => import("./towns/RO.json", { with: { type: "json" } }),
  SE: () => import("./towns/SE.json", { with: { type: "json" } }),
  SI: () => import("./towns/SI.json", { with: { type: "json" } }),
  SK: () => import("./towns/SK.json", { with: { type: "json" } }),
};

/** Countries whose towns are known: the EU, the EEA, Switzerland and the United Kingdom, by ISO 3166-1 code. */
export const knownCountries: readonly string[] = Object.keys(files);

/**
 * Finds a town of any known country by its name, in any case, with or without diacritics; towns from 20 000 people
 * on also by their names in other languages. Throws a RangeError for a country outside the data.
 */
export async function findTownAbroad(country: string, name: string): Promise<Lookup> {
  const file = Object.hasOwn(files, country) ? files[country] : undefined;
  if (file === undefined) throw new RangeError(`no towns are known for the country ${country}`);
  return lookUp(readGazetteer((await file()).default.towns), name);
}
