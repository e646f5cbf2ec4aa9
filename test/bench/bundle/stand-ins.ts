import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Item } from "../../../functions/adapters/table.ts";
import { listen, portOf } from "../../../infra/local/listen.ts";
import { tableOnDynalite } from "../../functions/adapters/dynalite.ts";

/** The services that a function meets on AWS, in the process of the benchmark. */
export interface StandIns {
  /** What a function finds in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** A table that holds the given items, a secret, and a mail service that takes everything. */
export async function openStandIns(items: readonly Item[], secret: string): Promise<StandIns> {
  const { table, endpoint, close } = await tableOnDynalite();
  for (const item of items) await table.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
  const server = createServer((request, response) => answer(request, response, secret));
  await listen(server, 0);
  const others = `http://127.0.0.1:${portOf(server)}`;
  return {
    variables: {
      AWS_REGION: "eu-north-1",
      AWS_ACCESS_KEY_ID: "none",
      AWS_SECRET_ACCESS_KEY: "none",
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: others,
      AWS_ENDPOINT_URL_SES: others,
      LINK_SECRET_ARN: "arn:aws:secretsmanager:eu-north-1:111122223333:secret:kelias",
      TABLE_NAME: "kelias",
      DOCUMENTS_BUCKET: "kelias-documents",
      PORTAL_URL: "https://kelias.example",
      MAIL_FROM: "kelias@kelias.example",
      MACHINE_ARN_PREFIX: "arn:aws:states:eu-north-1:111122223333:stateMachine:kelias-",
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await close();
    },
  };
}

const sent =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

function answer({ headers }: IncomingMessage, response: ServerResponse, secret: string): void {
  if (String(headers["x-amz-target"]).startsWith("secretsmanager"))
    response
      .writeHead(200, { "content-type": "application/x-amz-json-1.1" })
      .end(JSON.stringify({ SecretString: secret }));
  else response.writeHead(200, { "content-type": "text/xml" }).end(sent);
}
