import type { Key } from "../adapters/table.ts";

/**
 * What a mail is found by when the provider reports on it: its key, in letters that a tag of SES may have [SES API
 * reference, "MessageTag": letters, digits, dashes and underscores, at most 256].
 */
export const tagOfMail = ({ pk, sk }: Key): string => Buffer.from(`${pk}\n${sk}`).toString("base64url");

/** The key of the mail that carried a tag; `undefined` for a tag that is none of ours. */
export function mailOfTag(tag: string): Key | undefined {
  const [pk, sk, ...more] = Buffer.from(tag, "base64url").toString("utf8").split("\n");
  if (pk === undefined || sk === undefined || more.length > 0) return undefined;
  return sk.startsWith("mail#") && /^(case|call|staff|address|seats)#/.test(pk) ? { pk, sk } : undefined;
}
