import { randomBytes, timingSafeEqual } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { readKept, writeKept } from "./kept-file.ts";
import { listen, portOf } from "./listen.ts";

/** A line of what a command says in another process, or how it ended. */
export const spoken = z.union([
  z.object({ say: z.string() }),
  z.object({ tell: z.string() }),
  z.object({ exit: z.number().int() }),
]);
export type Spoken = z.infer<typeof spoken>;

/** Where the running product takes commands, and the word that opens it: a file that its owner alone reads. */
const door = z.object({ port: z.number().int(), token: z.string() });

export const readDoor = (file: string): z.infer<typeof door> | undefined => readKept(file, door);

export interface Control {
  readonly close: () => Promise<void>;
}

/**
 * Takes commands from other processes of whoever runs the product (`npm run kelias`), because this one holds the data folder alone.
 * Who asks must have read the file; `answer` says what it has to say and gives the exit code.
 */
export async function openControl(
  file: string,
  answer: (asked: unknown, speak: (line: Spoken) => void) => Promise<number>,
): Promise<Control> {
  const token = randomBytes(32).toString("base64url");
  const server = createServer((request, response) => {
    reply(request, response).catch((error: unknown) => {
      console.error(error);
      response.end(`${JSON.stringify({ tell: String(error) })}\n${JSON.stringify({ exit: 1 })}\n`);
    });
  });
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isSame(request.headers.authorization, `Bearer ${token}`)) {
      response.writeHead(401).end();
      return;
    }
    const speak = (line: Spoken): void => void response.write(`${JSON.stringify(line)}\n`);
    const asked: unknown = JSON.parse(await text(request));
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.flushHeaders();
    speak({ exit: await answer(asked, speak) });
    response.end();
  };
  await listen(server, 0);
  writeKept(file, { port: portOf(server), token });
  return {
    close: async () => {
      rmSync(file, { force: true });
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isSame(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
