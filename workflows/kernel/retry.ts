/**
 * An error's class is its retry contract: the compiled machines retry by these names and by no other.
 * What is not listed here is a defect and fails the execution at once, so that an alarm finds it.
 */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
}

/** What ends an execution whose road goes on in the next one, by the definition of today; each machine lets itself be ended so. */
export const movedOver = "MovedOver";
export class MovedOver extends Error {
  override readonly name = movedOver;
}

const services = [
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.Unknown",
  "Sandbox.Timedout",
];

/** What a gathering fails by says nothing of the error in it. */
const gatherings = ["States.BranchFailed", "States.ExceedToleratedFailureThreshold"];

/** Does what an execution failed by pass, so that its road may be taken up again? Everything else is a defect. */
export const passes = (error: string): boolean =>
  [...services, ...gatherings, "RetryLater", "States.Timeout"].includes(error);

/**
 * The Retry field of every task: quick against hiccups of the service, then as patient with its outage, for about ten hours, as with
 * what says `RetryLater`, for about a day. With full jitter a wait is half as long as its limit, on average.
 */
export const retryPolicy = [
  {
    ErrorEquals: services,
    IntervalSeconds: 1,
    MaxAttempts: 80,
    BackoffRate: 2,
    MaxDelaySeconds: 1000,
    JitterStrategy: "FULL",
  },
  {
    ErrorEquals: ["RetryLater"],
    IntervalSeconds: 30,
    MaxAttempts: 40,
    BackoffRate: 2,
    MaxDelaySeconds: 3600,
    JitterStrategy: "FULL",
  },
] as const;
