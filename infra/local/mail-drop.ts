import { randomUUID } from "node:crypto";
import { SESClient } from "@aws-sdk/client-ses";
import { localClient, withoutNetwork } from "./local-client.ts";

/** Takes every mail and keeps none: for rehearsals and tests, which read mails in the table. */
export function mailDrop(): SESClient {
  return withoutNetwork(
    new SESClient({
      ...localClient,
      requestHandler: {
        handle: async ({ body }: { readonly body?: unknown }) => ({
          response: {
            statusCode: 200,
            headers: { "content-type": "text/xml" },
            body: Buffer.from(
              taken(/\bAction=SendRawEmail\b/.test(String(body)) ? "SendRawEmail" : "SendEmail"),
            ),
          },
        }),
      },
    }),
  );
}

const taken = (action: string): string =>
  `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result><MessageId>${randomUUID()}</MessageId></${action}Result></${action}Response>`;
