import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mostReceived } from "../../functions/adapters/s3-uploads.ts";
import type { LocalClock } from "./clock.ts";
import { uploadsPath } from "./documents.ts";
import type { Functions } from "./functions.ts";
import { type Answer, answerOf, plainPage } from "./gateway-answer.ts";
import { type Asked, eventOf, pathOf } from "./gateway-event.ts";
import { listen, portOf } from "./listen.ts";
import { routeOf } from "./routes.ts";

/** What Lambda takes with one call. */
const bodyLimit = 6 * 1024 * 1024;
/** Files go to S3; what is around them in a form is small. */
const uploadLimit = mostReceived + 64 * 1024;
const limitOf = ({ url }: IncomingMessage): number =>
  url?.split("?", 1)[0] === uploadsPath ? uploadLimit : bodyLimit;

/** Answers some requests itself; `undefined` leaves the request to the functions. */
export type OwnPages = (asked: Asked, path: string) => Promise<Answer | undefined>;

/** Asks the function of the request's route. Never rejects: what a function throws is told here and answered by 500. */
export async function ask(functions: Pick<Functions, "call">, asked: Asked, own?: OwnPages): Promise<Answer> {
  const path = pathOf(asked.target);
  if (path === undefined) {
    return plainPage(400, "Šio adreso perskaityti nepavyko.", "This address cannot be read.");
  }
  try {
    const answered = await own?.(asked, path);
    if (answered) return answered;
    const routed = routeOf(asked.method, path);
    if (!routed) return plainPage(404, "Tokio puslapio nėra.", "There is no such page.");
    return answerOf(await functions.call(routed.name, eventOf(asked, path, routed)));
  } catch (error) {
    console.error(error);
    return plainPage(
      500,
      "Kažkas nepavyko. Kas jau išsaugota, nepradingo. Pabandykite dar kartą.",
      "Something went wrong. What was stored is not lost. Please try again.",
    );
  }
}

export interface Gateway {
  readonly port: number;
  /** Lets the requests that are being answered end. */
  readonly close: () => Promise<void>;
}

export interface GatewayOptions {
  readonly port: number;
  readonly clock: Pick<LocalClock, "millis">;
  /** Never rejects. */
  readonly answer: (asked: Asked) => Promise<Answer>;
}

/** Serves HTTP on this machine alone. Throws a `StartFault` when the port is taken. */
export async function openGateway({ port, clock, answer }: GatewayOptions): Promise<Gateway> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 });
  server.setTimeout(60_000);
  server.on("request", (request, response) => {
    void take(request)
      .then((taken) => (taken === "tooLarge" ? tooLarge : answer({ ...taken, at: clock.millis() })))
      .then((answered) => send(response, answered, request.method === "HEAD"))
      // Whoever asked has gone away in the middle; nobody is left to be told.
      .catch(() => response.destroy());
  });
  await listen(server, port);
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

const tooLarge: Answer = {
  ...plainPage(
    413,
    "Siunčiama per daug duomenų. Grįžkite ir siųskite mažiau arba mažesnį failą.",
    "Too much is being sent. Go back and send less, or a smaller file.",
  ),
};

/** Reads a request to its end, or as far as it may go. Rejects when it is broken off. */
async function take(request: IncomingMessage): Promise<Omit<Asked, "at"> | "tooLarge"> {
  const chunks: Uint8Array[] = [];
  const limit = limitOf(request);
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new Error("a request's body is bytes");
    size += chunk.length;
    if (size > limit) return "tooLarge";
    chunks.push(chunk);
  }
  return {
    method: request.method ?? "GET",
    target: request.url ?? "/",
    headers: distinct(request),
    body: Buffer.concat(chunks),
    sourceIp: request.socket.remoteAddress ?? "",
  };
}

function distinct(request: IncomingMessage): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) if (values) headers[name] = values;
  return headers;
}

function send(response: ServerResponse, answer: Answer, withoutBody: boolean): void {
  const body = Buffer.from(answer.body);
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  response.setHeader("content-length", body.length);
  if (answer === tooLarge) response.setHeader("connection", "close");
  response.writeHead(answer.status);
  response.end(withoutBody ? undefined : body);
}
