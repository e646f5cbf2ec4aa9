import * as z from "zod";
import { DatabaseError } from "../local/database/errors.ts";
import { type Output, Refusal } from "./command.ts";
import { commands } from "./commands.ts";
import type { Installation } from "./installation.ts";

const asking = z.object({ command: z.string(), asked: z.unknown() });

/** Does in the running product what another process asks of it. */
export async function doAsked(installation: Installation, given: unknown, output: Output): Promise<number> {
  const { command: name, asked } = asking.parse(given);
  const command = commands.find((known) => known.name === name);
  if (command?.on !== "installation") {
    output.tell(`the running Kelias does not know "${name}": it is of another version. Start it anew.`);
    return 2;
  }
  try {
    return await command.ask(installation, asked, output);
  } catch (error) {
    if (error instanceof Refusal) error.lines.forEach(output.tell);
    else if (error instanceof DatabaseError) output.tell(error.message);
    else throw error;
    return 2;
  }
}
