import * as z from "zod";

const key = z.string().regex(/^[A-Za-z0-9_-]{16,100}$/);

/** The header `Idempotency-Key` where it can be one; long enough that two programs do not hit on the same by chance. */
export const idempotencyKey = (said: string | undefined): string | undefined => key.safeParse(said).data;
