import type { Execution, Frame } from "./execution.ts";

/**
 * An event as GetExecutionHistory lists it; `timestamp` in epoch milliseconds until it is handed out.
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
}

/** The service ends an execution whose history is full. */
export const historyLimit = 25_000;

/** Writes the next event of an execution, chained to `previous`, and gives its number. */
export function record(
  execution: Execution,
  previous: number,
  timestamp: number,
  type: string,
  details?: Readonly<Record<string, unknown>>,
): number {
  execution.events += 1;
  const id = execution.events;
  execution.unwritten.push({ id, previousEventId: previous, timestamp, type, ...details });
  return id;
}

/** Writes the next event of a frame. */
export function recordIn(
  frame: Frame,
  timestamp: number,
  type: string,
  details?: Readonly<Record<string, unknown>>,
): void {
  frame.lastEvent = record(frame.execution, frame.lastEvent, timestamp, type, details);
}
