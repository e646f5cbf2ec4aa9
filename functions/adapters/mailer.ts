export interface Message {
  readonly to: string;
  /** Who reads an answer to it: whoever coordinates what it is about. */
  readonly replyTo?: { readonly name: string; readonly email: string } | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** A calendar file [RFC 5545] that goes with it. */
  readonly calendar?:
    | { readonly method: "request" | "cancel" | "publish"; readonly content: string }
    | undefined;
  /** Identifies the mail through retries and in what the provider reports back. */
  readonly id: string;
}

export type Sending =
  | { readonly outcome: "sent"; readonly providerId: string }
  /** The provider's pace or quota is reached; the mail stays in the table and is tried again. */
  | { readonly outcome: "later" }
  /** The provider's answer was lost, or it failed: the mail may have gone. */
  | { readonly outcome: "unsure" };

export interface Mailer {
  send(message: Message): Promise<Sending>;
}
