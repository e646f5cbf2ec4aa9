import { blocks, type Finding, fine } from "./finding.ts";
import { isNamed, type Wire } from "./wire.ts";

/** Whose credentials these are. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

export async function callerOf(wire: Wire): Promise<Caller> {
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const { Account = "", Arn = "" } = await new STSClient(wire).send(new GetCallerIdentityCommand({}));
  return { account: Account, arn: Arn };
}

/** Before this version the CLI's roles and bucket lack what it needs [CDK developer guide, "Bootstrap versions"]. */
const oldestBootstrap = 6;

/** Both regions that stacks go to have to know CDK: the environment's, and that of CloudFront's firewall. */
export async function examineBootstrap(wire: Wire): Promise<readonly Finding[]> {
  const regions = [...new Set([wire.region, "us-east-1"])];
  return Promise.all(regions.map((region) => bootstrapOf({ ...wire, region })));
}

async function bootstrapOf(wire: Wire): Promise<Finding> {
  const { CloudFormationClient, DescribeStacksCommand } = await import("@aws-sdk/client-cloudformation");
  const todo = `npx cdk bootstrap aws://ACCOUNT/${wire.region}`;
  try {
    const { Stacks } = await new CloudFormationClient(wire).send(
      new DescribeStacksCommand({ StackName: "CDKToolkit" }),
    );
    const version = Stacks?.[0]?.Outputs?.find(
      ({ OutputKey }) => OutputKey === "BootstrapVersion",
    )?.OutputValue;
    return Number(version) >= oldestBootstrap
      ? fine("bootstrap", `${wire.region} knows CDK (bootstrap version ${version})`)
      : blocks("bootstrap", `${wire.region} has an old bootstrap (${version ?? "no version"})`, todo);
  } catch (error) {
    if (!isNamed(error, "ValidationError")) throw error;
    return blocks("bootstrap", `${wire.region} does not know CDK yet`, todo);
  }
}
