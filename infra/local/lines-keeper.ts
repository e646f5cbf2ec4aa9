import { jobsPartition } from "../../functions/store/keys.ts";
import type { LocalHouse } from "./house.ts";

/** So many cases are told to the function at once, as the stream does on AWS. */
const batch = 100;
/** Later than anything that waits. */
const endOfTime = "9999-12-31T23:59:59.999Z";

/** Brings the lines of all cases that have changed up to date; whether there were any. */
export async function keepChangedLines({ changed, functions }: LocalHouse): Promise<boolean> {
  let some = false;
  for (;;) {
    const refs = await changed.changedRefs(batch);
    if (refs.length === 0) return some;
    some = true;
    const told = await functions.call("KeepLines", {
      Records: refs.map(({ ref, seq }) => ({
        dynamodb: { SequenceNumber: String(seq), Keys: { pk: { S: ref }, sk: { S: "head" } } },
      })),
    });
    const failed = new Set(failuresIn(told));
    await Promise.all(refs.filter(({ seq }) => !failed.has(String(seq))).map(changed.forget));
    // What fails is tried again the next time, and holds up nothing else.
    if (failed.size > 0) return some;
  }
}

/** Does all jobs that wait, also those that are to wait a little longer: so figures are of now. */
export async function doAllJobs({ functions, house }: LocalHouse): Promise<void> {
  if ((await house.table.index("pending", jobsPartition, { limit: 1 })).length > 0)
    await functions.call("RunJobs", { upTo: endOfTime });
}

const failuresIn = (told: unknown): readonly string[] =>
  typeof told === "object" && told && "batchItemFailures" in told && Array.isArray(told.batchItemFailures)
    ? told.batchItemFailures.map(({ itemIdentifier }) => String(itemIdentifier))
    : [];

/** Does the answer to a request show lines? Whoever asks sees what was done just before. */
export const showsLines = ({
  method,
  target,
}: {
  readonly method: string;
  readonly target: string;
}): boolean => method === "GET" && /^\/(console|api|c|t\/call)\//.test(target);
