import type { ChoiceState, Leaving } from "../definition/machine.ts";
import { StateEnvironment } from "../environment.ts";
import type { Frame } from "../execution.ts";
import type { Json } from "../json.ts";
import type { Runtime } from "../runtime.ts";
import { queryError, StateFailure } from "../state-error.ts";
import { evaluateLeaving, goOn, type Later } from "./evaluation.ts";
import { leave } from "./transition.ts";

/** Takes the first rule whose condition holds, or the default. Conditions after it are not looked at. */
export function beginChoice(runtime: Runtime, frame: Frame, state: ChoiceState, from = 0): Later<void> {
  const environment = new StateEnvironment(frame);
  for (const [index, rule] of state.rules.entries()) {
    if (index < from) continue;
    const answer = rule.condition.evaluate(environment);
    if (answer instanceof Promise) {
      return goOn(frame, answer, (known) =>
        holds(known, rule.field)
          ? go(runtime, frame, rule, rule.next)
          : beginChoice(runtime, frame, state, index + 1),
      );
    }
    if (holds(answer, rule.field)) return go(runtime, frame, rule, rule.next);
  }
  if (state.default !== undefined) return go(runtime, frame, state, state.default);
  throw new StateFailure({
    error: "States.NoChoiceMatched",
    cause: "No rule of the Choice state matched, and it has no Default.",
  });
}

function holds(answer: Json, field: string): boolean {
  if (typeof answer.value === "boolean") return answer.value;
  throw new StateFailure(
    queryError(`The field '${field}/Condition' must give true or false, not ${answer.text}.`),
  );
}

const go = (runtime: Runtime, frame: Frame, leaving: Leaving, next: string): Later<void> =>
  goOn(frame, evaluateLeaving(frame, leaving, frame.input), (left) => leave(runtime, frame, left, next));
