import PostalMime, { type Email } from "postal-mime";
import { calendarFaults } from "./calendar-rules.ts";

/** The headers that a mail of ours has, each once; an answer's address where there is one. */
const always = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "auto-submitted",
  "x-auto-response-suppress",
];
const sometimes = ["reply-to", "content-transfer-encoding"];

/** A mail read by a library that did not write it. */
export const readMessage = (raw: Uint8Array): Promise<Email> =>
  PostalMime.parse(raw, { attachmentEncoding: "utf8" });

/** What RFC 5322, RFC 2047, RFC 3834 and those for calendars find wrong with a mail as it is handed to the provider. */
export async function messageFaults(raw: Uint8Array): Promise<readonly string[]> {
  const written = Buffer.from(raw).toString("latin1");
  const faults: string[] = [];
  if (/[^\t\r\n\x20-\x7e]/.test(written)) faults.push("a byte that is no printable ASCII");
  if (/\r(?!\n)|(?<!\r)\n/.test(written)) faults.push("a bare CR or LF");
  const lines = written.split("\r\n");
  for (const line of lines) if (line.length > 998) faults.push(`a line of ${line.length} characters`);
  const headers = lines.slice(0, lines.indexOf(""));
  for (const line of headers) if (line.length > 78) faults.push(`a header's line of ${line.length}: ${line}`);
  for (const [word] of headers.join("\n").matchAll(/=\?\S+\?=/g))
    if (word.length > 75) faults.push(`an encoded word of ${word.length}`);
  const names = headers.flatMap((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  for (const name of always)
    if (names.filter((other) => other === name).length !== 1) faults.push(`${name} not once`);
  for (const name of names) if (![...always, ...sometimes].includes(name)) faults.push(`a header ${name}`);
  if (new Set(names).size !== names.length) faults.push("a header twice");
  const mail = await readMessage(raw);
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
  if (header("auto-submitted") !== "auto-generated") faults.push("a person seems to have written it");
  if (header("x-auto-response-suppress") !== "All") faults.push("answered by whoever is away");
  if (!mail.text?.trim() || !mail.html?.includes("<html")) faults.push("no text, or no page");
  if (/<p[^>]*break-all/.test(mail.html ?? "")) faults.push("words break anywhere");
  for (const { method, content } of calendarsIn(mail)) {
    if (method && !content.includes(`\r\nMETHOD:${method}\r\n`))
      faults.push(`a part ${method} with another method`);
    faults.push(...calendarFaults(content));
  }
  return faults;
}

/** The calendar files of a mail: the part that calendars read, and the file to open. */
export const calendarsIn = ({ attachments }: Email) =>
  attachments
    .filter(({ mimeType }) => mimeType === "text/calendar" || mimeType === "application/ics")
    .map(({ method, content }) => ({
      method: method?.toUpperCase(),
      content: withLineEnds(String(content)),
    }));

/** The library that reads mails takes the line ends of text away. */
const withLineEnds = (content: string): string => content.replace(/\r?\n/g, "\r\n");
