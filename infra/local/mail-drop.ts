import { randomUUID } from "node:crypto";
import { SESClient } from "@aws-sdk/client-ses";
import { localClient, withoutNetwork } from "./local-client.ts";

/** Takes every mail and keeps none: for rehearsals and tests, which read mails in the table. */
export function mailDrop(): SESClient {
  return withoutNetwork(
    new SESClient({
      ...localClient,
      requestHandler: {
        handle: async () => ({
          response: {
            statusCode: 200,
            headers: { "content-type": "text/xml" },
            body: Buffer.from(taken()),
          },
        }),
      },
    }),
  );
}

const taken = (): string =>
  `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${randomUUID()}</MessageId></SendRawEmailResult></SendRawEmailResponse>`;
