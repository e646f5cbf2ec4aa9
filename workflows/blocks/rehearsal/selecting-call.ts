import * as z from "zod";
import { faultsOfTimes } from "./call-checks.ts";
import { defaultPayer, defaultReviewers, defaultStaff } from "./people.ts";

/** The call of a rehearsal of a process that selects and pays; who stands behind it may be left out of its file. */
export const selectingCallFile = {
  shape: z.looseObject({
    id: z.string(),
    opens: z.string(),
    closes: z.string(),
    minimumScore: z.number(),
    scoreGap: z.number(),
  }),
  faults: faultsOfTimes,
  filled: (given: Readonly<Record<string, unknown>>) => ({
    payer: defaultPayer,
    staff: defaultStaff,
    reviewers: defaultReviewers,
    ...given,
  }),
};
