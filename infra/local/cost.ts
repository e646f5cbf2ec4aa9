import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { inRepository } from "../machine-file.ts";
import { countsPath, readAssumed, readCounts, readPrices } from "./cost/counts.ts";
import { costPage, costPath } from "./cost/page.ts";

/**
 * `npm run -s cost`: writes docs/cost.md from what rehearsals ask of services, a table of prices, and what is assumed besides, all
 * in infra/local/cost. With `--count` the rehearsals are played and counted anew first, which takes some minutes.
 */
if (argv.includes("--count")) {
  const { countAll } = await import("./cost/count.ts");
  const counts = await countAll((process) => console.log(`${process}: counted`));
  writeFileSync(inRepository(countsPath), `${JSON.stringify(counts, undefined, 2)}\n`);
}
writeFileSync(inRepository(costPath), costPage(readCounts(), readPrices(), readAssumed()));
console.log(`${costPath}: written`);
