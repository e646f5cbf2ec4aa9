import { inputOf, outputOf, rounds } from "./machines.ts";

/** Another engine of durable executions, running. */
export interface PeerEngine {
  /** Executions a second, for so many clients, each of whom waits for one before the next. */
  readonly measure: (executions: number, clients: number) => Promise<number>;
  readonly stop: () => Promise<void>;
}

type Counted = ReturnType<typeof inputOf>;

/** Has an engine make a call once, however often the execution is taken up again. */
type Call = (name: string, call: () => Promise<Counted>) => Promise<Counted>;

/**
 * The road of the bench's machine as the engines are written for that take plain code for a workflow: what is noted and looked
 * at is plain code, which they repeat when they take an execution up again, and only the four calls are durable steps. So
 * they keep less than a machine of twelve steps does.
 */
export async function twelve(call: Call, input: Counted): Promise<Counted> {
  let counted = input;
  for (const round of rounds) {
    const seen = counted.count;
    const noted = { ref: counted.ref, count: counted.count + 1 };
    if (noted.count > 100 || seen !== noted.count - 1) throw new Error("refused");
    counted = await call(`call ${round}`, async () => noted);
  }
  return counted;
}

/** Executions a second. Throws when one gave something else than it should. */
export async function rateOf(
  execute: (input: Counted) => Promise<unknown>,
  executions: number,
  clients: number,
): Promise<number> {
  let next = 0;
  const begun = performance.now();
  const client = async (): Promise<void> => {
    for (let index = next++; index < executions; index = next++) {
      const found = JSON.stringify(await execute(inputOf(index)));
      if (found !== JSON.stringify(outputOf(index))) throw new Error(`execution ${index} gave ${found}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return executions / ((performance.now() - begun) / 1000);
}
