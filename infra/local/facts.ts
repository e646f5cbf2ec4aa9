import { mkdirSync, writeFileSync } from "node:fs";
import { fontFiles, fontLicence } from "./facts/fonts.ts";
import { holidayFile } from "./facts/holidays.ts";
import { townFiles } from "./facts/towns.ts";

/** `npm run facts`: makes the data files of workflows/facts and the fonts anew from the pinned packages they come from. */
const target = (name: string): URL => new URL(`../../workflows/facts/${name}`, import.meta.url);
const font = (name: string): URL => new URL(`../../functions/documents/fonts/${name}`, import.meta.url);

writeFileSync(target("holidays.lt.json"), holidayFile());
mkdirSync(target("towns/"), { recursive: true });
for (const [country, file] of townFiles()) writeFileSync(target(`towns/${country}.json`), file);
mkdirSync(font("."), { recursive: true });
for (const [weight, file] of fontFiles()) writeFileSync(font(`${weight}.json`), file);
writeFileSync(font("LICENSE"), fontLicence());
