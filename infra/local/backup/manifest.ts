import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { readKept } from "../kept-file.ts";

const manifest = z.object({
  kelias: z.literal("backup"),
  /** Of this file. */
  format: z.literal(1),
  /** Of the program, and of what the database's rows say. */
  version: z.string(),
  database: z.number().int(),
  /** As late as it was in the installation, and outside (UTC). */
  at: z.string(),
  madeAt: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestName = "manifest.json";

/** What a copy says of itself; `undefined` for a folder that is no copy, or none that was finished. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    return readKept(join(folder, manifestName), manifest);
  } catch {
    return undefined;
  }
}

/** What a file is known by. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
