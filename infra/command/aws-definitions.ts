import { DescribeStateMachineCommand, type SFNClient, StateMachineDoesNotExist } from "@aws-sdk/client-sfn";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** With what the addresses of machines begin in the account of whoever asks. */
export async function accountOf(region: string): Promise<string> {
  const { Arn: arn = "" } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
  const [, partition, , , account] = arn.split(":");
  return `arn:${partition}:states:${region}:${account}:stateMachine:`;
}

/** The machine of a process as it is deployed; `undefined` where none is. */
export const definitionsOn =
  (client: SFNClient, arnOf: (process: string) => string) =>
  async (process: string): Promise<unknown> => {
    try {
      const { definition = "{}" } = await client.send(
        new DescribeStateMachineCommand({ stateMachineArn: arnOf(process) }),
      );
      return JSON.parse(definition);
    } catch (error) {
      if (error instanceof StateMachineDoesNotExist) return undefined;
      throw error;
    }
  };
