import middy from "@middy/core";
import type * as z from "zod";
import { MovedOver, RetryLater } from "../../workflows/kernel/retry.ts";
import type { House } from "../house.ts";
import { isServiceFault } from "./service-fault.ts";

/**
 * A function that machines call: its payload is parsed by a schema, and what it answers goes back into the machine.
 * An error's class is its retry contract (workflows/kernel/retry.ts): a service that is down or throttles, after the
 * SDK's own tries, is tried again by the machine for hours; `MovedOver` ends an execution that is left behind; anything else is a
 * defect and fails at once.
 */
export const step = <Input, Result extends Readonly<Record<string, unknown>>>(
  house: Pick<House, "log">,
  schema: z.ZodType<Input>,
  work: (input: Input) => Promise<Result>,
) =>
  middy<unknown, Result>(async (event: unknown) => work(schema.parse(event))).onError(async ({ error }) => {
    if (error instanceof MovedOver) {
      house.log("K210");
      return;
    }
    const isLater = error instanceof RetryLater || (error && (await isServiceFault(error)));
    house.log(isLater ? "K003" : "K002", { error: error?.name ?? "unknown" });
    if (isLater && !(error instanceof RetryLater)) throw new RetryLater(error.name, { cause: error });
  });
