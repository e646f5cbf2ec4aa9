import { Unsaid } from "../reading/messages.ts";
import type { Rendered } from "./rendered.ts";

/**
 * A mail that cannot be written: its text names what the case does not give, or what the process says of the case failed. Trying again
 * helps nobody (a poison message), so it waits for whoever mends the text.
 */
export class Unwritten extends Error {
  override readonly name = "Unwritten";
  /** The key of the text, where that is to blame. */
  readonly text: string | undefined;
  readonly parameters: readonly string[];

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.text = cause instanceof Unsaid ? cause.key : undefined;
    this.parameters = cause instanceof Unsaid ? cause.parameters : [];
  }
}

/** Writes a mail of which everything is read already, so that whatever fails is a fault of what is written. */
export async function written<R extends Pick<Rendered, "subject">>(write: () => Promise<R>): Promise<R> {
  try {
    return await write();
  } catch (error) {
    throw new Unwritten(error);
  }
}
