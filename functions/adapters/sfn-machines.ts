import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskHeartbeatCommand,
  type SFNClient,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Machines } from "./machines.ts";

/** So many executions are listed at once; the service's most is 1000. */
const onPage = 1000;

/** Machines on AWS Step Functions. `arnOf` names the machine of a process. */
export function sfnMachines(client: SFNClient, arnOf: (process: string) => string): Machines {
  const executionArn = (process: string, name: string): string =>
    `${arnOf(process).replace(":stateMachine:", ":execution:")}:${name}`;
  return {
    async *running(process) {
      let nextToken: string | undefined;
      do {
        const page = await client
          .send(
            new ListExecutionsCommand({
              stateMachineArn: arnOf(process),
              statusFilter: "RUNNING",
              maxResults: onPage,
              ...(nextToken ? { nextToken } : {}),
            }),
          )
          .catch(noneOfUnknown);
        for (const { name } of page.executions ?? []) if (name !== undefined) yield name;
        nextToken = page.nextToken;
      } while (nextToken);
    },
    async standing(process, name) {
      try {
        const { status } = await client.send(
          new DescribeExecutionCommand({
            executionArn: executionArn(process, name),
            includedData: "METADATA_ONLY",
          }),
        );
        return status === "RUNNING" || status === "PENDING_REDRIVE" ? "running" : "over";
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return "unknown";
        throw error;
      }
    },
    // A heartbeat changes nothing where none is expected: the machines set no HeartbeatSeconds.
    async waitsFor(token) {
      try {
        await client.send(new SendTaskHeartbeatCommand({ taskToken: token }));
        return true;
      } catch (error) {
        if ([TaskTimedOut, TaskDoesNotExist, InvalidToken].some((dead) => error instanceof dead))
          return false;
        throw error;
      }
    },
    async stop(process, name) {
      try {
        await client.send(
          new StopExecutionCommand({
            executionArn: executionArn(process, name),
            error: "Reconciled",
            cause: "the table has no case that stands where this execution does",
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },
  };
}

/** A process that was never deployed has no executions. */
function noneOfUnknown(error: unknown): { readonly executions: readonly []; readonly nextToken?: string } {
  if (error instanceof StateMachineDoesNotExist) return { executions: [] };
  throw error;
}
