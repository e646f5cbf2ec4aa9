import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOf } from "./bundle-of.ts";

/** `npm ci` ends with this: the bundle of `npm start` is there before somebody waits for it. Where it cannot be made, the start says why. */
const top = fileURLToPath(new URL("../..", import.meta.url));
try {
  bundleOf("infra/local/start.ts", { top, cache: join(top, "build/launch") });
} catch {
  console.error("The first start will take some seconds longer.");
}
