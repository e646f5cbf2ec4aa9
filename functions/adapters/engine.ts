export type Delivery =
  | { readonly outcome: "delivered" }
  /** The token timed out or its execution is over: keep the answer, the state will be armed anew or has moved on. */
  | { readonly outcome: "stale" };

/** The machines that drive cases: AWS Step Functions, or the same interface on one machine. */
export interface Engine {
  /**
   * Starting the same execution twice is one start. `taken`: an execution of that name is over, so that this one has to be called
   * otherwise.
   */
  start(
    machine: string,
    name: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<"started" | "taken">;
  succeed(token: string, output: Readonly<Record<string, unknown>>): Promise<Delivery>;
  /** Does this execution still run? One that failed, was stopped or is long forgotten does not. */
  isRunning(machine: string, name: string): Promise<boolean>;
  /** By which error this execution has failed; `undefined` where it has not, or is long forgotten. */
  failureOf(machine: string, name: string): Promise<string | undefined>;
  /** Breaks the waiting state off with a named error; `word` is the how-manieth that breaks in on the case. */
  interrupt(token: string, error: string, word: number): Promise<Delivery>;
}
