import { DatabaseError } from "../database/errors.ts";
import type { Machine, Scope } from "./definition/machine.ts";
import { type Call, type Execution, executionArn, type Frame, newFrame, type Phase } from "./execution.ts";
import type { Archive, ExecutionRow } from "./journal/archive.ts";
import { type CallRecord, type FrameRecord, frameRecord } from "./journal/frame-record.ts";
import { Json } from "./json.ts";
import type { Runtime } from "./runtime.ts";

/** Puts everything that was on its way back where it was. Functions that were being called are called again. */
export function restore(runtime: Runtime, archive: Archive, machineOf: (version: number) => Machine): void {
  const executions = new Map<number, Execution>();
  for (const row of archive.running()) {
    executions.set(row.id, restoreExecution(runtime, archive, row, machineOf(row.machine)));
  }
  for (const { execution: id, frame, record } of archive.frames()) {
    const execution = executions.get(id);
    if (execution === undefined) throw damaged(`a frame of execution ${id}, which does not run`);
    restoreFrame(runtime, execution, frame, frameRecord.parse(JSON.parse(record)));
  }
}

const damaged = (what: string): DatabaseError => new DatabaseError("contradictory", what);

function restoreExecution(
  runtime: Runtime,
  archive: Archive,
  row: ExecutionRow,
  machine: Machine,
): Execution {
  const progress = archive.progress(row.id);
  const execution: Execution = {
    id: row.id,
    name: row.name,
    machine,
    input: Json.ofText(row.input),
    startedAt: row.started,
    status: "RUNNING",
    ...progress,
    storedTransitions: progress.transitions,
    unwritten: [],
    frames: new Map(),
    nextFrame: 0,
    deadline: undefined,
  };
  execution.deadline = runtime.timers.restore(row.deadline, row.deadline_sequence, {
    kind: "deadline",
    execution,
  });
  runtime.executions.set(executionArn(machine.name, row.name), execution);
  return execution;
}

function restoreFrame(runtime: Runtime, execution: Execution, id: number, record: FrameRecord): void {
  const parent = record.parent === undefined ? undefined : execution.frames.get(record.parent);
  const scope = parent === undefined ? execution.machine.top : scopeBelow(parent, record.index);
  const state = scope?.states.get(record.state);
  if (scope === undefined || state === undefined) throw damaged(`the unknown state "${record.state}"`);
  execution.nextFrame = id;
  const frame = newFrame(execution, scope, Json.ofPlain(record.input), parent, record.index);
  frame.state = state;
  frame.enteredAt = record.enteredAt;
  frame.enteredEvent = record.enteredEvent;
  frame.lastEvent = record.lastEvent;
  frame.attempts = record.attempts;
  frame.retryCount = record.retryCount;
  frame.isStored = true;
  for (const [name, value] of Object.entries(record.variables))
    frame.variables.set(name, Json.ofPlain(value));
  restorePhase(runtime, frame, record.phase);
  if (parent?.phase.kind === "gathering") {
    parent.phase.gathering.children.push(frame);
    if (frame.phase.kind !== "done") parent.phase.gathering.running += 1;
  }
}

function scopeBelow(parent: Frame, index: number): Scope | undefined {
  if (parent.state.type === "Parallel") return parent.state.branches[index];
  return parent.state.type === "Map" ? parent.state.processor : undefined;
}

function restorePhase(runtime: Runtime, frame: Frame, record: FrameRecord["phase"]): void {
  frame.phase = phaseOf(runtime, frame, record);
  const { phase } = frame;
  if (phase.kind === "calling") {
    if (phase.call.token !== undefined) runtime.tokens.await(phase.call.token, frame);
    if (!phase.call.hasReturned) runtime.calls.push({ frame, call: phase.call });
  } else if (phase.kind === "entered" || phase.kind === "answered" || phase.kind === "gathering") {
    runtime.enqueue(frame);
  }
}

function phaseOf(runtime: Runtime, frame: Frame, record: FrameRecord["phase"]): Phase {
  switch (record.kind) {
    case "entered":
      return record;
    case "calling":
      return { kind: "calling", call: callOf(runtime, frame, record.call) };
    case "waiting":
    case "retrying": {
      const kind = record.kind === "waiting" ? "wait" : "retry";
      const { due, sequence } = record.timer;
      return { kind: record.kind, timer: runtime.timers.restore(due, sequence, { kind, frame }) };
    }
    case "gathering": {
      const { items, size, limit } = record.gathering;
      const kept = items === undefined ? undefined : Json.ofPlain(items);
      return { kind: "gathering", gathering: { items: kept, size, limit, children: [], running: 0 } };
    }
    case "answered":
      return record.outcome.kind === "error"
        ? { kind: "answered", outcome: record.outcome }
        : { kind: "answered", outcome: { kind: "result", result: Json.ofPlain(record.outcome.result) } };
    case "done":
      return { kind: "done", output: Json.ofPlain(record.output) };
  }
}

function callOf(runtime: Runtime, frame: Frame, record: CallRecord): Call {
  const timer = (kind: "timeout" | "heartbeat") => {
    const kept = record[kind];
    return kept === undefined ? undefined : runtime.timers.restore(kept.due, kept.sequence, { kind, frame });
  };
  return {
    functionName: record.functionName,
    payload: Json.ofPlain(record.payload),
    token: record.token,
    hasReturned: record.hasReturned,
    timeout: timer("timeout"),
    heartbeat: timer("heartbeat"),
    heartbeatMillis: record.heartbeatMillis,
  };
}
