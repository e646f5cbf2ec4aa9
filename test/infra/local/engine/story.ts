import type { Engine } from "../../../../infra/local/engine/engine.ts";

/** What became of an execution: how it ended, and what happened on the way. */
export interface Story {
  readonly status: string;
  readonly output: unknown;
  readonly error: string | undefined;
  readonly transitions: number;
  /** Each event with its number and the one before it, as GetExecutionHistory tells it. */
  readonly events: readonly string[];
}

/** The story of an execution, to compare two of them. Tokens are covered up: each journal signs its own. */
export function storyOf(engine: Engine, arn: string): Story {
  const { status, output, error } = engine.describeExecution(arn);
  return {
    status,
    output: output === undefined ? undefined : JSON.parse(output),
    error,
    transitions: engine.transitions(arn),
    events: engine
      .getExecutionHistory(arn)
      .map(({ id, previousEventId, timestamp, ...event }) =>
        `${id} after ${previousEventId}, ${timestamp.toISOString()} ${JSON.stringify(event)}`.replaceAll(
          token,
          "TOKEN",
        ),
      ),
  };
}

/** Tokens begin with "kt." in base64url. */
const token = /a3Qu[\w-]+/g;

/** The same without the order of what happens at one instant: branches may come to their steps in any order. */
export const unordered = (story: Story): Story => ({
  ...story,
  events: story.events
    .map((event) =>
      event.replace(/^\d+ after \d+, /, "").replaceAll(/\(entered at the event id #\d+\)/g, "(entered)"),
    )
    .toSorted(),
});
