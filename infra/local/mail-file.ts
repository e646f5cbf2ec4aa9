import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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
  readonly add: (kept: KeptMail) => void;
  readonly clear: () => void;
}

/** What a file of mails holds; none where there is no file. */
export const readMailFile = (path: string): readonly KeptMail[] => readLines(path).flatMap(readMail);

/** Opens the file, or begins one. A last line that was cut off by a kill is left out: that mail is sent again. */
export function openMailFile(path: string, limit: number): MailFile {
  let mails = [...readMailFile(path)];
  let lines = mails.length;
  const rewrite = (): void => {
    mails = mails.slice(-limit);
    lines = mails.length;
    writeFileSync(`${path}.new`, mails.map(lineOf).join(""), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  rewrite();
  return {
    all: () => mails.slice(-limit),
    add: (kept) => {
      appendFileSync(path, lineOf(kept), { mode: 0o600 });
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

const lineOf = (kept: KeptMail): string => `${JSON.stringify(kept)}\n`;

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
