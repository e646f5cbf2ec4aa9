import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { SESClient, type ServiceOutputTypes } from "@aws-sdk/client-ses";
import type { LocalClock } from "./clock.ts";
import { listen, portOf } from "./listen.ts";
import { localClient } from "./local-client.ts";
import { openMailFile } from "./mail-file.ts";

/** More would be slow to look at: the page draws every mail. */
const newest = 1000;

export interface Inbox {
  /** Sends to the inbox. */
  readonly client: SESClient;
  readonly port: number;
  /** Loads what the inbox needs, so that the first mail does not wait for it. */
  readonly warm: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface InboxOptions {
  readonly port: number;
  /** Where mails are kept through a restart. */
  readonly file: string;
  readonly clock: LocalClock;
}

/**
 * A stand-in for SES that keeps what it is sent and shows it on a page, on this machine alone: `aws-ses-v2-local`
 * behind a door of ours, which loads it when it is first needed, puts back what was sent before a restart, and dates
 * mails by the product's clock. Throws a `StartFault` when the port is taken.
 */
export async function openInbox({ port, file, clock }: InboxOptions): Promise<Inbox> {
  const mails = openMailFile(file, newest);
  let loading: Promise<Service> | undefined;
  const service = (): Promise<Service> => {
    loading ??= load(mails.all());
    return loading;
  };
  const door = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    if (!isOwn(request)) return refuse(response);
    const pass = ({ server }: Service): void => {
      if (request.method === "POST" && request.url === "/clear-store") mails.clear();
      server.emit("request", request, response);
    };
    service()
      .then(pass)
      .catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
  });
  await listen(door, port);
  const client = new SESClient({
    ...localClient,
    endpoint: async () => ({
      protocol: "http:",
      hostname: "127.0.0.1",
      port: portOf((await service()).server),
      path: "/",
    }),
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { keep } = await service();
      keep(messageIdOf(result.output), clock.millis(), mails.add);
      return result;
    },
    { step: "initialize", name: "keepMail" },
  );
  return {
    client,
    port: portOf(door),
    warm: async () => void (await service()),
    close: async () => {
      client.destroy();
      const servers = [door, ...(loading ? [(await loading).server] : [])];
      await Promise.all(servers.map(close));
    },
  };
}

type Store = typeof import("aws-ses-v2-local/dist/store.js");
type Mail = ReturnType<Store["getStoreReadonly"]>["emails"][number];

interface Service {
  readonly server: Server;
  readonly keep: (messageId: string, at: number, add: (mail: Mail) => void) => void;
}

async function load(before: readonly Mail[]): Promise<Service> {
  // The service would pass every mail on to real mail servers if the environment said so.
  delete process.env.SMTP_TRANSPORT;
  const require = createRequire(import.meta.url);
  const { default: serve }: typeof import("aws-ses-v2-local") = require("aws-ses-v2-local");
  const store: Store = require("aws-ses-v2-local/dist/store.js");
  const server = await serve({ host: "127.0.0.1", port: 0 });
  for (const mail of before) store.saveEmail(mail);
  return {
    server,
    keep: (messageId, at, add) => {
      const { emails } = store.getStoreReadonly();
      const mail = emails.findLast((candidate) => candidate.messageId === messageId);
      if (!mail) throw new Error(`the inbox does not have the mail ${messageId}`);
      mail.at = Math.floor(at / 1000);
      // The page shows a mail in a frame, and the portal does not let itself be framed.
      if (mail.body.html) mail.body.html = `<base target="_blank">${mail.body.html}`;
      add(mail);
      emails.splice(0, emails.length - newest);
    },
  };
}

const messageIdOf = (output: ServiceOutputTypes): string =>
  "MessageId" in output ? (output.MessageId ?? "") : "";

/** Another site's page must not read mails by a name that it lets point at this machine, nor clear them. */
function isOwn({ headers }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, "") ?? "";
  const site = headers["sec-fetch-site"];
  return (
    ["localhost", "127.0.0.1"].includes(host) &&
    (site === undefined ||
      site === "same-origin" ||
      site === "none" ||
      headers["sec-fetch-mode"] === "navigate")
  );
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "text/plain; charset=utf-8" });
  response.end("Only from this machine, by the name localhost.\n");
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
