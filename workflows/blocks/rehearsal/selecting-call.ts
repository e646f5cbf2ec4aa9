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

/** Who stands behind a call, and what it is called: a file may leave them out where its process reads all else of it strictly. */
export const leavingOut = <S extends Readonly<Record<"title" | "staff" | "reviewers", z.ZodType>>>({
  title,
  staff,
  reviewers,
  ...shape
}: S) => ({
  ...shape,
  title: title.optional(),
  staff: staff.optional(),
  reviewers: reviewers.optional(),
});

/** The same call with whoever it has left out. */
export const peopled = <C extends object, T>(
  call: C & {
    readonly title?: T;
    readonly payer?: unknown;
    readonly staff?: unknown;
    readonly reviewers?: unknown;
  },
  title: T,
) => ({
  ...call,
  title: call.title ?? title,
  payer: call.payer ?? defaultPayer,
  staff: call.staff ?? defaultStaff,
  reviewers: call.reviewers ?? [...defaultReviewers],
});
