import middy from "@middy/core";
import type * as z from "zod";
import type { House } from "../house.ts";

/**
 * A function that machines call: its payload is parsed by a schema, and what it answers goes back into the machine.
 * An error's class is its retry contract (workflows/kernel/retry.ts).
 */
export const step = <Input, Result extends Readonly<Record<string, unknown>>>(
  house: Pick<House, "log">,
  schema: z.ZodType<Input>,
  work: (input: Input) => Promise<Result>,
) =>
  middy<unknown, Result>(async (event: unknown) => work(schema.parse(event))).onError((request) => {
    house.log("K002", { error: request.error?.name ?? "unknown" });
  });
