import {
  type SESClient,
  SESServiceException,
  SendEmailCommand,
  SendRawEmailCommand,
} from "@aws-sdk/client-ses";
import type { Mailer, Message } from "./mailer.ts";

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

/** Mail through Amazon SES. What carries a file is sent whole, as it would travel; everything else in its parts. */
export const sesMailer = (client: SESClient, options: Options): Mailer => ({
  async send(message) {
    const common = {
      Tags: [{ Name: "mail", Value: message.id }],
      ...(options.configurationSet ? { ConfigurationSetName: options.configurationSet } : {}),
    };
    try {
      const { MessageId } = message.calendar
        ? await client.send(
            new SendRawEmailCommand({
              Source: options.from,
              Destinations: [message.to],
              RawMessage: { Data: await wholeMail(message, options.from) },
              ...common,
            }),
          )
        : await client.send(
            new SendEmailCommand({
              Source: options.from,
              Destination: { ToAddresses: [message.to] },
              Message: {
                Subject: utf8(message.subject),
                Body: { Html: utf8(message.html), Text: utf8(message.text) },
              },
              ...common,
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

/** Only what SES itself has refused has surely not gone; `SendEmail` knows no token that would tell a repeated mail. */
const isRefused = (error: unknown): boolean =>
  error instanceof SESServiceException && error.$fault === "client";

const utf8 = (data: string) => ({ Data: data, Charset: "UTF-8" });

/** A mail with its calendar file as MIME: a part that calendars read, and the same as a file to open. */
async function wholeMail({ to, subject, html, text, calendar }: Message, from: string): Promise<Uint8Array> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer/index.js");
  const composer = new MailComposer({
    from,
    to,
    subject,
    html,
    text,
    ...(calendar
      ? { icalEvent: { method: calendar.method, content: calendar.content, filename: "kelias.ics" } }
      : {}),
  });
  return composer.compile().build();
}
