import type { Message } from "./mailer.ts";

/**
 * A mail as it travels [RFC 5322, RFC 2045 to 2047]: its text, the same as a page, and with a calendar file a part that calendars
 * read and the file to open. It says that no person wrote it [RFC 3834], so that nobody's absence answers it, and to whom an answer
 * goes.
 */
export async function mimeOf(message: Omit<Message, "id">, from: string): Promise<Uint8Array> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer/index.js");
  const { to, subject, html, text, calendar, replyTo } = message;
  const composer = new MailComposer({
    from,
    to,
    subject: oneLine(subject),
    html: manyLines(html),
    text: manyLines(text),
    ...(replyTo ? { replyTo: { name: oneLine(replyTo.name), address: replyTo.email } } : {}),
    newline: "windows",
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    ...(calendar
      ? { icalEvent: { method: calendar.method, content: calendar.content, filename: "kelias.ics" } }
      : {}),
  });
  return composer.compile().build();
}

/**
 * Encoded, a line end would do no harm on the way, but mail programs write headers anew from what they have decoded. Nor is anything
 * read as encoded that a person wrote so: the library leaves what is ASCII as it is.
 */
const oneLine = (said: string): string =>
  said
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll("=?", "= ?");

/** Lines end in one way, and nothing else that is a control goes along. */
const manyLines = (said: string): string =>
  said
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, " ");
