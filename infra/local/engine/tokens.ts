import { createHmac, timingSafeEqual } from "node:crypto";
import type { Frame } from "./execution.ts";

/** What a token says about where it comes from. */
export type TokenOrigin = "ours" | "foreign" | "malformed";

const shape = /^kt\.\d+\.\d+\.\d+\.([0-9a-f]{32})$/;

/**
 * Task tokens, signed with the journal's own secret: an old token is known for what it is without keeping a list
 * of all that were ever given out.
 */
export class Tokens {
  readonly #secret: string;
  readonly #waiting = new Map<string, Frame>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** A token for the frame's next attempt: new events have been written since the last one, so it is a new one. */
  issue(frame: Frame): string {
    const claim = `kt.${frame.execution.id}.${frame.id}.${frame.execution.events}`;
    return Buffer.from(`${claim}.${this.#sign(claim)}`).toString("base64url");
  }

  await(token: string, frame: Frame): void {
    this.#waiting.set(token, frame);
  }

  revoke(token: string): void {
    this.#waiting.delete(token);
  }

  /** The frame that waits for this token. */
  frameOf(token: string): Frame | undefined {
    return this.#waiting.get(token);
  }

  originOf(token: string): TokenOrigin {
    const text = Buffer.from(token, "base64url").toString();
    const signature = shape.exec(text)?.[1];
    if (signature === undefined) return "malformed";
    const expected = this.#sign(text.slice(0, -(signature.length + 1)));
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? "ours" : "foreign";
  }

  #sign(claim: string): string {
    return createHmac("sha256", this.#secret).update(claim).digest("hex").slice(0, 32);
  }
}
