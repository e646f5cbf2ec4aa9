import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { SESClient, type ServiceOutputTypes } from "@aws-sdk/client-ses";
import type { LocalClock } from "./clock.ts";
import { listen, portOf } from "./listen.ts";
import { localClient } from "./local-client.ts";
import { openMailFile } from "./mail-file.ts";
import { isAskedLocally, isFromOwnPage } from "./own-page.ts";

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
  let loading: Promise<Service> | undefined;
  const service = (): Promise<Service> => {
    loading ??= load(file);
    return loading;
  };
  const door = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    if (!isOwn(request)) return refuse(response);
    const pass = ({ server, clear }: Service): void => {
      if (request.method === "POST" && request.url === "/clear-store") clear();
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
      keep(messageIdOf(result.output), { at: clock.millis(), tag: tagOf(args.input) });
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

interface Service {
  readonly server: Server;
  /** Dates a mail that has come (milliseconds since 1970) and writes it down with what the product tells it by. */
  readonly keep: (messageId: string, said: { readonly at: number; readonly tag: string | undefined }) => void;
  readonly clear: () => void;
}

async function load(file: string): Promise<Service> {
  const mails = openMailFile(file, newest);
  // The service would pass every mail on to real mail servers if the environment said so.
  delete process.env.SMTP_TRANSPORT;
  const require = createRequire(import.meta.url);
  const { default: serve }: typeof import("aws-ses-v2-local") = require("aws-ses-v2-local");
  const store: typeof import("aws-ses-v2-local/dist/store.js") = require("aws-ses-v2-local/dist/store.js");
  const server = await serve({ host: "127.0.0.1", port: 0 });
  for (const { tag: _, ...mail } of mails.all()) store.saveEmail(mail);
  return {
    server,
    clear: mails.clear,
    keep: (messageId, { at, tag }) => {
      const { emails } = store.getStoreReadonly();
      const mail = emails.findLast((candidate) => candidate.messageId === messageId);
      if (!mail) throw new Error(`the inbox does not have the mail ${messageId}`);
      mail.at = Math.floor(at / 1000);
      // The page shows a mail in a frame, and the portal does not let itself be framed.
      if (mail.body.html) mail.body.html = `<base target="_blank">${mail.body.html}`;
      mails.add({ ...mail, ...(tag === undefined ? {} : { tag }) });
      emails.splice(0, emails.length - newest);
    },
  };
}

const messageIdOf = (output: ServiceOutputTypes): string =>
  "MessageId" in output ? (output.MessageId ?? "") : "";

const tagOf = (input: object): string | undefined => {
  const tags: unknown = "Tags" in input ? input.Tags : undefined;
  const [first] = Array.isArray(tags) ? tags : [];
  return typeof first?.Value === "string" ? first.Value : undefined;
};

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
