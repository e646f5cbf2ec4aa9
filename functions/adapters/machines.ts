/** The machines of cases as whoever looks after an installation sees them: what runs, what it waits for, and how it is stopped. */
export interface Machines {
  /** The names of the executions of a process's machine that run. */
  running(process: string): AsyncIterable<string>;
  /** `unknown`: there never was one of that name, or it is forgotten. */
  standing(process: string, name: string): Promise<"running" | "over" | "unknown">;
  /** Does a machine wait for this token? */
  waitsFor(token: string): Promise<boolean>;
  /** Stopping what is over changes nothing. */
  stop(process: string, name: string): Promise<void>;
}
