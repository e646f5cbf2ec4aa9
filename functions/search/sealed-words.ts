import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";

/** Nobody types more to find somebody. */
const longestWords = 200;

const keyFor = (linkSecret: string, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", linkSecret, "", `kelias: words looked for, ${use}`, 32));

const [nonceBytes, tagBytes] = [12, 16];

/**
 * Words that somebody looks for, as an address may carry them: names must stand in no address, for browsers, proxies and logs keep
 * those. Only this installation can read them back (encrypted query, AES-256-GCM with a synthetic nonce); the same words give the
 * same address, so that it can be kept and sent on.
 */
export function sealWords(linkSecret: string, words: string): string {
  const said = words.trim().slice(0, longestWords);
  const nonce = createHmac("sha256", keyFor(linkSecret, "nonce"))
    .update(said)
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(linkSecret, "text"), nonce);
  const sealed = Buffer.concat([cipher.update(said, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The words of an address; `undefined` for what this installation has not sealed. */
export function openWords(linkSecret: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed.slice(0, 2_000), "base64url");
  if (bytes.length <= nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    keyFor(linkSecret, "text"),
    bytes.subarray(0, nonceBytes),
    { authTagLength: tagBytes },
  );
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return text.toString("utf8");
  } catch {
    // Whatever was changed on the way opens nothing.
    return undefined;
  }
}

/** The query of a list as an address carries it: its words are sealed. */
export function sealedQuery(linkSecret: string, query: string): string {
  const said = new URLSearchParams(query);
  const text = said.get("text");
  said.delete("text");
  if (text !== null && text.trim() !== "") said.set("words", sealWords(linkSecret, text));
  return said.toString();
}

/** The same read back. Words that somebody wrote openly into an address are not looked for: nobody shall get used to it. */
export function openedQuery(linkSecret: string, query: URLSearchParams): URLSearchParams {
  const said = new URLSearchParams(query);
  said.delete("text");
  const words = said.get("words");
  said.delete("words");
  const text = words === null ? undefined : openWords(linkSecret, words);
  if (text !== undefined) said.set("text", text);
  return said;
}
