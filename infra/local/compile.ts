import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { madeFiles } from "./compiled.ts";

/** `npm run compile`: writes the state machine and the picture of each process anew. */
for (const { path, text } of await madeFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
