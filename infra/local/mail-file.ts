import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import * as z from "zod";

const mail = z.object({
  messageId: z.string(),
  from: z.string(),
  replyTo: z.array(z.string()),
  destination: z.object({
    to: z.array(z.string()),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
  }),
  subject: z.string(),
  body: z.object({ html: z.string().optional(), text: z.string().optional() }),
  attachments: z.array(
    z.object({
      content: z.string(),
      contentType: z.string(),
      filename: z.string().optional(),
      size: z.number(),
    }),
  ),
  /** Epoch seconds. */
  at: z.number(),
  /** What the product tells it by (functions/mails/tag.ts); mails that came before this was kept have none. */
  tag: z.string().optional(),
});
export type KeptMail = z.infer<typeof mail>;

/** The mails of an inbox, one JSON line each, of which the newest `limit` are kept. */
export interface MailFile {
  readonly all: () => readonly KeptMail[];
  readonly add: (kept: KeptMail) => unknown;
  readonly clear: () => void;
}

/** What a file of mails holds; none where there is no file. */
export const readMailFile = (path: string): readonly KeptMail[] => readLines(path).flatMap(readMail);

/**
 * Blanks mails of a file that nobody has open: when and to which tag they went stays, so that nobody takes them for lost. How many.
 */
export function blankMails(
  path: string,
  isTheirs: (mail: { readonly tag?: string; readonly text: string }) => boolean,
): number {
  if (!existsSync(path)) return 0;
  const mails = readMailFile(path);
  const blank = mails.map((kept) => {
    const { tag } = kept;
    const files = kept.attachments.map(({ content }) => Buffer.from(content, "base64").toString("utf8"));
    const text = [JSON.stringify(kept), ...files].join("\n");
    if (!isTheirs({ text, ...(tag === undefined ? {} : { tag }) })) return kept;
    const { messageId, from, at } = kept;
    const destination = { to: [], cc: [], bcc: [] };
    const nothing = { replyTo: [], destination, subject: "–", body: {}, attachments: [] };
    return { messageId, from, at, ...nothing, ...(tag === undefined ? {} : { tag }) };
  });
  writeMailFile(path, blank);
  return blank.filter((kept, index) => kept !== mails[index]).length;
}

/** Writes a file of mails anew: whole, or not at all. */
export function writeMailFile(path: string, mails: readonly KeptMail[]): void {
  writeFileSync(`${path}.new`, firstLine + mails.map(lineOf).join(""), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Opens the file, or begins one. A last line that was cut off by a kill is left out: that mail is sent again. */
export function openMailFile(path: string, limit: number): MailFile {
  let mails = [...readMailFile(path)];
  let lines = mails.length;
  const rewrite = (): void => {
    mails = mails.slice(-limit);
    lines = mails.length;
    writeMailFile(path, mails);
  };
  rewrite();
  return {
    all: () => mails.slice(-limit),
    add: (kept) => {
      append(path, lineOf(kept));
      mails.push(kept);
      lines++;
      if (lines > 2 * limit) rewrite();
    },
    clear: () => {
      mails = [];
      rewrite();
    },
  };
}

/** Begins the file, so that one that was emptied is told from one that holds no mail. */
const firstLine = `${JSON.stringify({ kelias: "mails" })}\n`;

/** Begins a file of mails where there is none, or nothing in it. */
export function beginMailFile(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) writeFileSync(path, firstLine, { mode: 0o600 });
}

/** Is this a file of mails? Only a kill (`wasKilled`) may have cut its last line off. */
export function mailsOnly(text: string, wasKilled: boolean): boolean {
  const [first, ...rest] = text.split("\n").slice(0, -1);
  const isBegun = first !== undefined && (`${first}\n` === firstLine || readMail(first).length > 0);
  return isBegun && rest.every((line) => readMail(line).length > 0) && (wasKilled || text.endsWith("\n"));
}

const lineOf = (kept: KeptMail): string => `${JSON.stringify(kept)}\n`;

/** All of a line or nothing: what a full disk took of it would stand before the next. */
function append(path: string, line: string): void {
  const before = statSync(path).size;
  try {
    appendFileSync(path, line);
  } catch (error) {
    truncateSync(path, before);
    throw error;
  }
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function readMail(line: string): KeptMail[] {
  try {
    return [mail.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
