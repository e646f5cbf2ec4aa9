import * as z from "zod";
import { type Answer, problem } from "../web/answers.ts";

/** What the header `Idempotency-Key` has to be: long enough that two programs do not hit on the same by chance. */
export const keyShape = z.string().regex(/^[A-Za-z0-9_-]{16,100}$/);

/** The header where it can be one. */
export const idempotencyKey = (said: string | undefined): string | undefined => keyShape.safeParse(said).data;

/** The same key came with another body: neither is what the program meant by the other. */
export const otherBody = (): Answer =>
  problem(422, "other-body", "The Idempotency-Key was used with another body", {
    code: "otherBody",
    detail: "Send the same body again, or another key with another body.",
  });
