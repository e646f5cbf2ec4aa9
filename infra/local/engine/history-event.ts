import type { Json } from "./json.ts";

/** What an event says besides its type. A `Json` is shown as its text, as the service does. */
export type Details = Readonly<Record<string, Json | string | number>>;

/**
 * An event of an execution's history. Its number follows from its place; `previous` is the event of the same chain
 * of states before it, 0 for the first.
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface HistoryEvent {
  readonly previous: number;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly type: string;
  readonly details: Details | undefined;
}
