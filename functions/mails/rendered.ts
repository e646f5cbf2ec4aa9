import type { Message } from "../adapters/mailer.ts";

/** A mail as it is sent. */
export interface Rendered {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar?: Message["calendar"];
  readonly replyTo?: Message["replyTo"];
}
