import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { readDoor, spoken } from "../local/control.ts";
import type { Output } from "./command.ts";

/**
 * Has the product do it that runs on a data folder; `undefined` when none runs. `door` is the file in which the product says where it
 * takes commands: it may be of one that was killed.
 */
export async function askRunning(
  door: string,
  asked: { readonly command: string; readonly asked: unknown },
  output: Output,
): Promise<number | undefined> {
  const found = readDoor(door);
  const response = found && (await post(found, JSON.stringify(asked)));
  if (response?.statusCode !== 200) return undefined;
  for await (const line of createInterface(response)) {
    const said = spoken.parse(JSON.parse(line));
    if ("exit" in said) return said.exit;
    if ("say" in said) output.say(said.say);
    else output.tell(said.tell);
  }
  output.tell(
    "Kelias was stopped before it had answered. Ask again: what was done already is not done twice.",
  );
  return 2;
}

/** Without a limit of time: what is asked may take long. */
async function post(
  { port, token }: NonNullable<ReturnType<typeof readDoor>>,
  body: string,
): Promise<IncomingMessage | undefined> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const sent = request({ host: "127.0.0.1", port, method: "POST", headers }).end(body);
  try {
    const [response]: IncomingMessage[] = await once(sent, "response");
    return response;
  } catch {
    // Nobody listens there: it was killed. Another program that has its port now does not know the token.
    return undefined;
  }
}
