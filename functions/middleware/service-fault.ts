/**
 * Whether an error says that a service did not do its part: it is down, throttles, or (on one machine) its disk is
 * full. By the SDK's own judgement, which is loaded when there is an error; the embedded default's errors bear what
 * the SDK's bear. Anything else is a defect.
 */
export async function isServiceFault(error: Error): Promise<boolean> {
  const { isServerError, isThrottlingError, isTransientError } = await import("@smithy/core/retry");
  return isSdkError(error) && (isTransientError(error) || isThrottlingError(error) || isServerError(error));
}

type SdkError = Parameters<typeof import("@smithy/core/retry")["isServerError"]>[0];

/** The SDK says what an error is in fields that any other error lacks; only a cause must be what it takes for one. */
const isSdkError = (error: Error): error is SdkError =>
  error.cause === undefined || error.cause instanceof Error;
