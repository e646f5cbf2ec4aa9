import * as z from "zod";
import { faultsOfScores, faultsOfTimes } from "./call-checks.ts";
import { defaultPayer, defaultReviewers, defaultStaff } from "./people.ts";

const shape = z.looseObject({
  id: z.string(),
  opens: z.string(),
  closes: z.string(),
  minimumScore: z.number(),
  scoreGap: z.number(),
});

/** The call of a rehearsal of a process that selects and pays; who stands behind it may be left out of its file. */
export const selectingCallFile = {
  shape,
  faults: (call: z.infer<typeof shape>) => [...faultsOfTimes(call), ...faultsOfScores(call)],
  filled: (given: Readonly<Record<string, unknown>>) => ({
    payer: defaultPayer,
    staff: defaultStaff,
    reviewers: defaultReviewers,
    ...given,
  }),
};
