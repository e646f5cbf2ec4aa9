import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Delivery, Engine } from "./engine.ts";
import { fitting } from "./fitting.ts";

/** Cases on AWS Step Functions. `arnOf` names the machine of a process. */
export function sfnEngine(client: SFNClient, arnOf: (process: string) => string): Engine {
  const deliver = async (send: () => Promise<unknown>): Promise<Delivery> => {
    try {
      await send();
      return { outcome: "delivered" };
    } catch (error) {
      if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return { outcome: "stale" };
      throw error;
    }
  };
  const describe = async (machine: string, name: string) => {
    try {
      const executionArn = `${arnOf(machine).replace(":stateMachine:", ":execution:")}:${name}`;
      return await client.send(new DescribeExecutionCommand({ executionArn, includedData: "METADATA_ONLY" }));
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };
  const isRunning = async (machine: string, name: string): Promise<boolean> => {
    const status = (await describe(machine, name))?.status;
    return status === "RUNNING" || status === "PENDING_REDRIVE";
  };
  return {
    async start(machine, name, input) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: arnOf(machine),
            name: fitting("executionName", name),
            input: fitting("statePayload", JSON.stringify(input)),
          }),
        );
        return "started";
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
        return (await isRunning(machine, name)) ? "started" : "taken";
      }
    },
    isRunning,
    async failureOf(machine, name) {
      const described = await describe(machine, name);
      return described?.status === "FAILED" ? (described.error ?? "") : undefined;
    },
    succeed: (token, output) =>
      deliver(() =>
        client.send(
          new SendTaskSuccessCommand({
            taskToken: fitting("taskToken", token),
            output: fitting("statePayload", JSON.stringify(output)),
          }),
        ),
      ),
    interrupt: (token, error, word) =>
      deliver(() =>
        client.send(
          new SendTaskFailureCommand({
            taskToken: fitting("taskToken", token),
            error: fitting("taskError", error),
            cause: fitting("taskCause", String(word)),
          }),
        ),
      ),
  };
}
