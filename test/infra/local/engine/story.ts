import type { Engine } from "../../../../infra/local/engine/engine.ts";

/** What became of an execution: how it ended, and what happened on the way. */
export interface Story {
  readonly status: string;
  readonly output: unknown;
  readonly error: string | undefined;
  readonly transitions: number;
  /** Instant, type and details of each event. */
  readonly events: readonly string[];
}

/**
 * The story of an execution, to compare two of them. Tokens are covered up: each journal signs its own. What happens
 * at one instant in different branches may come in either order, so events are told apart from their numbers and
 * sorted.
 */
export function storyOf(engine: Engine, arn: string): Story {
  const { status, output, error } = engine.describeExecution(arn);
  const events = engine
    .getExecutionHistory(arn)
    .map(({ id: _, previousEventId: __, timestamp, ...event }) => {
      const told = JSON.stringify(event).replaceAll(token, "TOKEN");
      return `${timestamp.toISOString()} ${told.replace(/entered at the event id #\d+/, "entered")}`;
    });
  return {
    status,
    output: output === undefined ? undefined : JSON.parse(output),
    error,
    transitions: engine.transitions(arn),
    events: events.toSorted(),
  };
}

/** Tokens begin with "kt." in base64url. */
const token = /a3Qu[\w-]+/g;
