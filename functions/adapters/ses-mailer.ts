import { type SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import type { Mailer } from "./mailer.ts";

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

/** Mail through Amazon SES. */
export const sesMailer = (client: SESClient, options: Options): Mailer => ({
  async send(message) {
    const utf8 = (data: string) => ({ Data: data, Charset: "UTF-8" });
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          Source: options.from,
          Destination: { ToAddresses: [message.to] },
          Message: {
            Subject: utf8(message.subject),
            Body: { Html: utf8(message.html), Text: utf8(message.text) },
          },
          Tags: [{ Name: "mail", Value: message.id }],
          ...(options.configurationSet ? { ConfigurationSetName: options.configurationSet } : {}),
        }),
      );
      return { outcome: "sent", providerId: MessageId ?? "" };
    } catch (error) {
      if (error instanceof Error && busy.has(error.name)) return { outcome: "later" };
      throw error;
    }
  },
});
