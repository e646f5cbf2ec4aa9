import { type Execution, type Frame, isOwnExecution } from "./execution.ts";
import type { Details } from "./history-event.ts";

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
