import { type SESClient, SESServiceException, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { fitting } from "./fitting.ts";
import type { Mailer, Message } from "./mailer.ts";
import { mimeOf } from "./mime.ts";

interface Options {
  readonly from: string;
  readonly configurationSet?: string;
}

/** What SES says when its pace or daily quota is reached. */
const busy = new Set([
  "Throttling",
  "ThrottlingException",
  "LimitExceededException",
  "TooManyRequestsException",
]);

/** Mail through Amazon SES, each whole as it travels: the parts that SES would put together have no headers of ours. */
export const sesMailer = (client: SESClient, options: Options): Mailer => ({
  async send(message) {
    const to = fitting("mailAddress", message.to);
    const tag = fitting("mailTag", message.id);
    // What cannot be put together has surely not gone.
    const Data = await mimeOf(wellFormed(message), options.from);
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: options.from,
          Destinations: [to],
          RawMessage: { Data },
          Tags: [{ Name: "mail", Value: tag }],
          ...(options.configurationSet ? { ConfigurationSetName: options.configurationSet } : {}),
        }),
      );
      return { outcome: "sent", providerId: MessageId ?? "" };
    } catch (error) {
      if (error instanceof Error && busy.has(error.name)) return { outcome: "later" };
      if (isRefused(error)) throw error;
      return { outcome: "unsure" };
    }
  },
});

/** Only what SES itself has refused has surely not gone; `SendRawEmail` knows no token that would tell a repeated mail. */
const isRefused = (error: unknown): boolean =>
  error instanceof SESServiceException && error.$fault === "client";

/** A mail of text that is no Unicode could not be sent ever: what is broken in it goes out as U+FFFD. */
const wellFormed = (message: Message): Message => ({
  ...message,
  subject: message.subject.toWellFormed(),
  html: message.html.toWellFormed(),
  text: message.text.toWellFormed(),
});
