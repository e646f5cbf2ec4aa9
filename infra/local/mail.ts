import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { SESClient } from "@aws-sdk/client-ses";
import type { LocalClock } from "./clock.ts";
import { listen, portOf } from "./listen.ts";
import { type MailFile, openMailFile } from "./mail-file.ts";
import { mailboxPath } from "./own/paths.ts";
import { isAskedLocally, isFromOwnPage } from "./own-page.ts";
import { mailsInto } from "./taken-mails.ts";

/** Nobody looks further back. */
const newest = 5000;

export interface Inbox {
  /** Sends to the inbox. */
  readonly client: SESClient;
  readonly port: number;
  /** What it holds, read when it is first asked for. */
  readonly mails: () => MailFile;
  readonly close: () => Promise<void>;
}

export interface InboxOptions {
  readonly port: number;
  /** Where mails are kept through a restart. */
  readonly file: string;
  readonly clock: LocalClock;
  /** Where people see them; programs read `/store` at the inbox's own address. */
  readonly portalUrl: string;
}

/**
 * Takes every mail and keeps it, on this machine alone. At its own address programs read all of them as JSON and may clear them; people
 * are led to the mailbox of the portal's address. Throws a `StartFault` when the port is taken.
 */
export async function openInbox({ port, file, clock, portalUrl }: InboxOptions): Promise<Inbox> {
  let opened: MailFile | undefined;
  const mails = (): MailFile => {
    opened ??= openMailFile(file, newest);
    return opened;
  };
  const door = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    if (!isOwn(request)) return refuse(response);
    if (request.method === "POST" && request.url === "/clear-store") {
      mails().clear();
      response.writeHead(200).end();
    } else if (request.url === "/store") {
      response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
      response.end(
        JSON.stringify({
          emails: mails()
            .all()
            .map(({ tag: _, ...mail }) => mail),
        }),
      );
    } else response.writeHead(302, { location: `${portalUrl}${mailboxPath()}` }).end();
  });
  await listen(door, port);
  const client = mailsInto({ add: (mail) => mails().add(mail) }, clock);
  return {
    client,
    port: portOf(door),
    mails,
    close: async () => {
      client.destroy();
      await close(door);
    },
  };
}

/** Another site's page must not read or clear mails; whoever follows a link here may. */
const isOwn = ({ headers, method }: IncomingMessage): boolean =>
  isFromOwnPage(headers) ||
  (isAskedLocally(headers) && method === "GET" && headers["sec-fetch-mode"] === "navigate");

function refuse(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "text/plain; charset=utf-8" });
  response.end("Only from this machine, by the name localhost.\n");
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
