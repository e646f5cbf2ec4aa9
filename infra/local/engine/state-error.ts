/**
 * An error that a state reports, to be retried, caught or to end the execution.
 * Names: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export interface StateError {
  /** Absent where a Fail state or SendTaskFailure names none; only wildcards match it then. */
  readonly error?: string;
  readonly cause?: string;
}

export const timeout: StateError = { error: "States.Timeout" };
export const heartbeatTimeout: StateError = { error: "States.HeartbeatTimeout" };

export const queryError = (cause: string): StateError => ({ error: "States.QueryEvaluationError", cause });
export const runtimeError = (cause: string): StateError => ({ error: "States.Runtime", cause });

export const tooLarge = (what: string): StateError => ({
  error: "States.DataLimitExceeded",
  cause: `The ${what} is larger than the maximum of 262144 bytes.`,
});

/** Neither wildcard reaches these; `States.Runtime` always ends the execution, even when it is named. */
const terminal = new Set<string | undefined>(["States.Runtime", "States.DataLimitExceeded"]);
const timeouts = new Set<string | undefined>(["States.Timeout", "States.HeartbeatTimeout"]);

/** Whether an `ErrorEquals` list of a retrier or catcher means this error. */
export function matchesError(errorEquals: readonly string[], error: string | undefined): boolean {
  if (error === "States.Runtime") return false;
  return errorEquals.some(
    (wanted) =>
      wanted === error ||
      (wanted === "States.ALL" && !terminal.has(error)) ||
      (wanted === "States.TaskFailed" && !terminal.has(error) && !timeouts.has(error)) ||
      (wanted === "States.Timeout" && error === "States.HeartbeatTimeout"),
  );
}

/** Thrown while a state is worked out; the interpreter turns it into the state's error. */
export class StateFailure extends Error {
  readonly reported: StateError;

  constructor(reported: StateError) {
    super(reported.cause ?? reported.error ?? "failed");
    this.reported = reported;
  }
}

/** What a thrown value looks like to a state machine, as the Lambda runtime for Node writes it. */
export function errorOfThrown(thrown: unknown): StateError {
  const isError = thrown instanceof Error;
  const error = isError ? thrown.name : typeof thrown;
  const cause = {
    errorType: error,
    errorMessage: isError ? thrown.message : String(thrown),
    trace: isError && thrown.stack ? thrown.stack.split("\n") : [],
  };
  return { error, cause: JSON.stringify(cause) };
}
