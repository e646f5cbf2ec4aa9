import * as z from "zod";
import type { Call, Frame, Gathering, Phase, TimerSubject } from "../execution.ts";
import type { Timer } from "../timers.ts";

const timer = z.object({ due: z.number(), sequence: z.number() });
const outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("result"), result: z.unknown() }),
  z.object({
    kind: z.literal("error"),
    error: z.object({ error: z.string().exactOptional(), cause: z.string().exactOptional() }),
  }),
]);
const call = z.object({
  functionName: z.string(),
  payload: z.unknown(),
  token: z.string().optional(),
  hasReturned: z.boolean(),
  timeout: timer.optional(),
  heartbeat: timer.optional(),
  heartbeatMillis: z.number().optional(),
});
const phase = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("entered") }),
  z.object({ kind: z.literal("calling"), call }),
  z.object({ kind: z.literal("waiting"), timer }),
  z.object({ kind: z.literal("retrying"), timer }),
  z.object({
    kind: z.literal("gathering"),
    gathering: z.object({ items: z.unknown().optional(), size: z.number(), limit: z.number() }),
  }),
  z.object({ kind: z.literal("answered"), outcome }),
  z.object({ kind: z.literal("done"), output: z.unknown() }),
]);

/** What the journal says of a frame. */
export const frameRecord = z.object({
  parent: z.number().optional(),
  index: z.number(),
  state: z.string(),
  input: z.unknown(),
  variables: z.record(z.string(), z.unknown()),
  enteredAt: z.number(),
  enteredEvent: z.number(),
  lastEvent: z.number(),
  attempts: z.array(z.number()),
  retryCount: z.number(),
  phase,
});
export type FrameRecord = z.infer<typeof frameRecord>;
export type CallRecord = z.infer<typeof call>;

/** Writes a frame down. Payloads go in as the text they have already, so nothing is serialised twice. */
export function encodeFrame(frame: Frame): string {
  const variables = [...frame.variables].map(([name, value]) => `${JSON.stringify(name)}:${value.text}`);
  const parent = frame.parent === undefined ? "" : `"parent":${frame.parent.id},`;
  return `{${parent}"index":${frame.index},"state":${JSON.stringify(frame.state.name)},"input":${frame.input.text},"variables":{${variables.join(",")}},"enteredAt":${frame.enteredAt},"enteredEvent":${frame.enteredEvent},"lastEvent":${frame.lastEvent},"attempts":${attempts(frame)},"retryCount":${frame.retryCount},"phase":${encodePhase(frame.phase)}}`;
}

/** A sparse list: retriers that have not been asked have no number yet. */
const attempts = (frame: Frame): string =>
  JSON.stringify(Array.from(frame.attempts, (count: number | undefined) => count ?? 0));

function encodePhase(of: Phase): string {
  switch (of.kind) {
    case "calling":
      return `{"kind":"calling","call":${encodeCall(of.call)}}`;
    case "waiting":
    case "retrying":
      return `{"kind":"${of.kind}","timer":${encodeTimer(of.timer)}}`;
    case "gathering":
      return `{"kind":"gathering","gathering":${encodeGathering(of.gathering)}}`;
    case "answered":
      return of.outcome.kind === "result"
        ? `{"kind":"answered","outcome":{"kind":"result","result":${of.outcome.result.text}}}`
        : JSON.stringify(of);
    case "done":
      return `{"kind":"done","output":${of.output.text}}`;
    case "entered":
    case "gone":
      return `{"kind":"${of.kind}"}`;
  }
}

const encodeTimer = ({ due, sequence }: Timer<TimerSubject>): string =>
  `{"due":${due},"sequence":${sequence}}`;

function encodeCall(of: Call): string {
  const token = of.token === undefined ? "" : `,"token":"${of.token}"`;
  const timeout = of.timeout === undefined ? "" : `,"timeout":${encodeTimer(of.timeout)}`;
  const heartbeat = of.heartbeat === undefined ? "" : `,"heartbeat":${encodeTimer(of.heartbeat)}`;
  const beat = of.heartbeatMillis === undefined ? "" : `,"heartbeatMillis":${of.heartbeatMillis}`;
  return `{"functionName":${JSON.stringify(of.functionName)},"payload":${of.payload.text},"hasReturned":${of.hasReturned}${token}${timeout}${heartbeat}${beat}}`;
}

const encodeGathering = ({ items, size, limit }: Gathering): string =>
  `{${items === undefined ? "" : `"items":${items.text},`}"size":${size},"limit":${limit}}`;
