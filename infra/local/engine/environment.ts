import { printInstant } from "./definition/timestamp.ts";
import { executionArn, type Frame, isOwnExecution, machineArn } from "./execution.ts";
import type { StatesField } from "./expressions/analysis.ts";
import type { Environment } from "./expressions/environment.ts";
import type { Json } from "./json.ts";
import type { StateError } from "./state-error.ts";

/** What a state adds to what its expressions see. */
export interface Additions {
  readonly result?: Json;
  readonly error?: StateError;
  readonly token?: string | undefined;
  /** The item at hand while a Map works out its ItemSelector. */
  readonly item?: { readonly index: number; readonly value: unknown };
}

/** What the expressions of a frame's state see. */
export class StateEnvironment implements Environment {
  readonly #frame: Frame;
  readonly #additions: Additions;

  constructor(frame: Frame, additions: Additions = {}) {
    this.#frame = frame;
    this.#additions = additions;
  }

  /** Inner scopes read the variables of outer ones, unless they are on their own. */
  variable(name: string): unknown {
    for (let frame: Frame | undefined = this.#frame; frame !== undefined; frame = frame.parent) {
      const found = frame.variables.get(name);
      if (found !== undefined) return found.value;
      if (isOwnExecution(frame)) return undefined;
    }
    return undefined;
  }

  states(field: StatesField): unknown {
    switch (field) {
      case "input":
        return this.#frame.input.value;
      case "result":
        return this.#additions.result?.value;
      case "errorOutput":
        return this.#additions.error === undefined ? undefined : errorOutput(this.#additions.error);
      case "context":
        return this.#context();
    }
  }

  /** Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
  #context(): unknown {
    const { execution } = this.#frame;
    const machine = execution.machine.name;
    const { token, item = itemOf(this.#frame) } = this.#additions;
    return {
      Execution: {
        Id: executionArn(machine, execution.name),
        Input: execution.input.value,
        Name: execution.name,
        RoleArn: "arn:aws:iam::000000000000:role/local",
        StartTime: printInstant(execution.startedAt),
        RedriveCount: 0,
      },
      State: {
        EnteredTime: printInstant(this.#frame.enteredAt),
        Name: this.#frame.state.name,
        RetryCount: this.#frame.retryCount,
      },
      StateMachine: { Id: machineArn(machine), Name: machine },
      ...(token === undefined ? {} : { Task: { Token: token } }),
      ...(item === undefined ? {} : { Map: { Item: { Index: item.index, Value: item.value } } }),
    };
  }
}

export const errorOutput = ({ error, cause }: StateError): Record<string, string> => ({
  ...(error === undefined ? {} : { Error: error }),
  ...(cause === undefined ? {} : { Cause: cause }),
});

/** The item of the nearest Map around. */
function itemOf(inner: Frame): Additions["item"] {
  for (let frame = inner; frame.parent !== undefined; frame = frame.parent) {
    const { phase } = frame.parent;
    const items = phase.kind === "gathering" ? phase.gathering.items?.value : undefined;
    if (Array.isArray(items)) return { index: frame.index, value: items[frame.index] };
  }
  return undefined;
}
