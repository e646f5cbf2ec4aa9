import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installed } from "../../../infra/tools/installed.ts";

/** Loads a package of a peer, which is installed when it is first measured. `Used` says what of it is used here. */
export async function peerPackage<Used>(name: string): Promise<Used> {
  const { resolve } = createRequire(join(installed("bench"), "package.json"));
  return import(pathToFileURL(resolve(name)).href);
}

/** The path of a command that a peer's package brings. */
export const peerCommand = (name: string): string => join(installed("bench"), "node_modules", ".bin", name);
