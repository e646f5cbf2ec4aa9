import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { pinsOf } from "../../tools/installed.ts";
import { countryFile } from "./countries.ts";
import { fontFiles, fontLicence } from "./fonts.ts";
import { holidayFile } from "./holidays.ts";
import { townFiles } from "./towns.ts";

/**
 * What the data files were made from and what they then were: the version of each package, and the SHA-256 (hex) of
 * each file by its path in the repository. Kept in made.json, so that a file changed by hand, or a package pinned
 * anew without making the files anew, is seen without the packages.
 */
export const madeRecord = z.strictObject({
  packages: z.record(z.string(), z.string()),
  sha256: z.record(z.string(), z.string()),
});
export type MadeRecord = z.infer<typeof madeRecord>;

/** Where the record lies in the repository. */
export const recordPath = "infra/local/facts/made.json";

/** The data files by their path in the repository, made from the packages installed in a folder and from Node. */
export function factFiles(packages: string): ReadonlyMap<string, string> {
  const fonts = "functions/documents/fonts";
  return new Map([
    ["workflows/kernel/facts/holidays.lt.json", holidayFile(packages)],
    ["workflows/kernel/facts/countries.lt.json", countryFile("lt")],
    ["workflows/kernel/facts/countries.en.json", countryFile("en")],
    ...[...townFiles(packages)].map(
      ([country, file]) => [`workflows/kernel/facts/towns/${country}.json`, file] as const,
    ),
    ...fontFiles(packages).map(([weight, file]) => [`${fonts}/${weight}.json`, file] as const),
    [`${fonts}/LICENSE`, fontLicence(packages)],
  ]);
}

/** The record of files made now. */
export const recordOf = (files: ReadonlyMap<string, string>): MadeRecord => ({
  packages: pinned(),
  sha256: Object.fromEntries([...files].map(([path, text]) => [path, checksum(text)])),
});

/** The packages that the files are made from, each with its version. */
export function pinned(): Readonly<Record<string, string>> {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
  return manifest.parse(JSON.parse(readFileSync(join(pinsOf("facts"), "package.json"), "utf8"))).dependencies;
}

/** SHA-256, hex. */
export const checksum = (text: string): string => createHash("sha256").update(text).digest("hex");
