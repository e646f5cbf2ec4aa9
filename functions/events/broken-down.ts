import middy from "@middy/core";
import * as z from "zod";
import { planTakingUp } from "../cases/road/take-up.ts";
import type { House } from "../house.ts";

/**
 * That an execution has failed, as EventBridge tells it [Step Functions developer guide, "Automating Step Functions event delivery
 * with EventBridge"].
 */
const failed = z.object({
  detail: z.object({ status: z.literal("FAILED"), name: z.string(), input: z.string() }),
});
/** Whose execution it is, as its input says. */
const whose = z.object({ ref: z.string() });

/** Plans that a road is taken up again whose execution has failed by what passes; the sweeper does it when its time has come. */
export const brokenDown = (house: House) =>
  middy<unknown, { readonly outcome: "planned" | "left" }>(async (event: unknown) => {
    const { name, input } = failed.parse(event).detail;
    const { ref } = whose.parse(JSON.parse(input));
    const outcome = await planTakingUp(house, ref, name);
    house.log("K208", { ref, outcome });
    return { outcome };
  });
