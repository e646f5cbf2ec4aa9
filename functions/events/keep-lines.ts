import middy from "@middy/core";
import * as z from "zod";
import type { House } from "../house.ts";
import { markFigures } from "../lines/figures.ts";
import { keepLine } from "../lines/keep.ts";
import { refIn } from "../lines/whose.ts";

/** What a stream of the table says of a change: the item's keys and no more (`KEYS_ONLY`). */
const streamed = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
      }),
    }),
  ),
});

export interface Failures {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** So many cases are brought up to date side by side. */
const atOnce = 10;

/**
 * Keeps the lines of cases that changed (the projector of a read model). It may be told twice, late or in another order: a
 * line is made from the case as it is now. What failed is named, so that the stream brings it again from there.
 */
export const keepLines = (house: House) =>
  middy<unknown, Failures>(async (event: unknown): Promise<Failures> => {
    const changes = streamed.parse(event).Records.flatMap(({ dynamodb: { SequenceNumber, Keys } }) => {
      const ref = refIn({ pk: Keys.pk.S, sk: Keys.sk.S });
      return ref === undefined ? [] : [{ ref, number: SequenceNumber }];
    });
    const refs = [...new Set(changes.map(({ ref }) => ref))];
    const failed = new Set<string>();
    const moved = new Set<string>();
    for (let from = 0; from < refs.length; from += atOnce) {
      await Promise.all(
        refs.slice(from, from + atOnce).map(async (ref) => {
          try {
            const kept = await keepLine(house, ref);
            if (kept.outcome === "kept") moved.add(kept.callId);
          } catch (error) {
            failed.add(ref);
            house.log("K602", { ref, error: error instanceof Error ? error.name : "unknown" });
          }
        }),
      );
    }
    for (const callId of moved) await markFigures(house, callId);
    house.log("K601", { cases: refs.length, failed: failed.size });
    return {
      batchItemFailures: changes
        .filter(({ ref }) => failed.has(ref))
        .map(({ number }) => ({ itemIdentifier: number })),
    };
  });
