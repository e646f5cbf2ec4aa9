import { mkdirSync, writeFileSync } from "node:fs";
import { holidayFile } from "./facts/holidays.ts";
import { townFiles } from "./facts/towns.ts";

/** `npm run facts`: makes the data files of workflows/facts anew from the pinned packages that they come from. */
const target = (name: string): URL => new URL(`../../workflows/facts/${name}`, import.meta.url);

writeFileSync(target("holidays.lt.json"), holidayFile());
mkdirSync(target("towns/"), { recursive: true });
for (const [country, file] of townFiles()) writeFileSync(target(`towns/${country}.json`), file);
