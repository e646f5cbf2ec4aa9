import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Is it long enough to be one, and of letters, figures, dashes and underscores alone? */
export const isSecret = (text: string): boolean => /^[\w-]{32,}$/.test(text);

/**
 * From which every link of this installation is derived: made once, readable by its owner alone. Whoever deletes the
 * file makes every link that was mailed useless.
 */
export function readSecretFile(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secret;
}
