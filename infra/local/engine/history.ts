import { type Execution, type Frame, isOwnExecution } from "./execution.ts";
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

/** The service ends an execution whose history is full. */
export const historyLimit = 25_000;

/** Writes the next event of an execution, chained to `previous`, and gives its number. */
export function record(
  execution: Execution,
  previous: number,
  timestamp: number,
  type: string,
  details?: Details,
): number {
  execution.events += 1;
  execution.unwritten.push({ previous, timestamp, type, details });
  return execution.events;
}

/**
 * Writes the next event of a frame. What happens to an item of a distributed Map belongs into a history of its own, which is not
 * kept here.
 */
export function recordIn(frame: Frame, timestamp: number, type: string, details?: Details): void {
  if (isApart(frame)) return;
  frame.lastEvent = record(frame.execution, frame.lastEvent, timestamp, type, details);
}

function isApart(inner: Frame): boolean {
  for (let frame: Frame | undefined = inner; frame !== undefined; frame = frame.parent)
    if (isOwnExecution(frame)) return true;
  return false;
}
