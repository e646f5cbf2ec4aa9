import * as z from "zod";
import type { HistoryEvent } from "../history-event.ts";
import type { EventDescription } from "../interface.ts";
import { Json } from "../json.ts";

/**
 * Events that were written together. Payloads stand beside them, each once: the output of one state is the input
 * of the next. In an event `[3]` means the payload number 3.
 */
const historyRecord = z.object({
  first: z.number(),
  payloads: z.array(z.unknown()),
  events: z.array(
    z.tuple([
      z.string(),
      z.number(),
      z.number(),
      z.record(z.string(), z.union([z.string(), z.number(), z.tuple([z.number()])])).nullable(),
    ]),
  ),
});

/** Writes events down, which may be none; `last` is the number of the last event until now. */
export function encodeHistory(events: readonly HistoryEvent[], last: number): string {
  const payloads = new Map<string, number>();
  const encoded = events.map(
    ({ type, timestamp, previous, details }) =>
      `["${type}",${timestamp},${previous},${details === undefined ? "null" : encodeDetails(details, payloads)}]`,
  );
  const first = last - events.length + 1;
  return `{"first":${first},"payloads":[${[...payloads.keys()].join(",")}],"events":[${encoded.join(",")}]}`;
}

function encodeDetails(details: NonNullable<HistoryEvent["details"]>, payloads: Map<string, number>): string {
  let text = "";
  for (const key in details) {
    const value = details[key];
    if (value === undefined) continue;
    const encoded = value instanceof Json ? `[${placeOf(value.text, payloads)}]` : JSON.stringify(value);
    text += `${text === "" ? "{" : ","}"${key}":${encoded}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function placeOf(text: string, payloads: Map<string, number>): number {
  const known = payloads.get(text);
  if (known !== undefined) return known;
  payloads.set(text, payloads.size);
  return payloads.size - 1;
}

/** The number of the last event in a record. */
export function lastEventOf(record: string): number {
  const { first, events } = historyRecord.parse(JSON.parse(record));
  return first + events.length - 1;
}

/** The events as GetExecutionHistory shows them. */
export function decodeHistory(record: string): EventDescription[] {
  const { first, payloads, events } = historyRecord.parse(JSON.parse(record));
  return events.map(([type, timestamp, previousEventId, details], index) => {
    const shown = Object.entries(details ?? {}).map(([key, value]) => [
      key,
      Array.isArray(value) ? shownPayload(key, payloads[value[0]]) : value,
    ]);
    return {
      id: first + index,
      previousEventId,
      timestamp: new Date(timestamp),
      type,
      ...(details === null ? {} : { [detailsField(type)]: Object.fromEntries(shown) }),
    };
  });
}

/** Payloads are shown as text; assigned variables one by one. */
function shownPayload(key: string, value: unknown): unknown {
  if (key !== "assignedVariables" || typeof value !== "object" || value === null)
    return JSON.stringify(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, assigned]) => [name, JSON.stringify(assigned)]),
  );
}

/** All states share the fields for entering and leaving. */
function detailsField(type: string): string {
  if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
  if (type.endsWith("StateExited")) return "stateExitedEventDetails";
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
