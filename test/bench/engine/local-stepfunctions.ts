import { type RunOptions, StateMachine } from "aws-local-stepfunctions";
import { inputOf, outputOf, rounds, theirs } from "./machines.ts";

const handlers: RunOptions = {
  overrides: {
    taskResourceLocalHandlers: Object.fromEntries(
      rounds.map((round) => [`call ${round}`, async (payload) => payload]),
    ),
  },
};

/** Executions a second of aws-local-stepfunctions, which keeps nothing, for so many clients. */
export async function measureLocalStepFunctions(executions: number, clients: number): Promise<number> {
  const machine = new StateMachine(theirs);
  let next = 0;
  const begun = performance.now();
  const client = async () => {
    for (let index = next++; index < executions; index = next++) {
      const found = JSON.stringify(await machine.run({ ...inputOf(index) }, handlers).result);
      if (found !== JSON.stringify(outputOf(index))) throw new Error(`execution ${index} gave ${found}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return executions / ((performance.now() - begun) / 1000);
}
