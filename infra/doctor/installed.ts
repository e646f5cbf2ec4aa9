import type { Stack } from "@aws-sdk/client-cloudformation";
import { advice, blocks, type Finding, fine } from "./finding.ts";
import { isNamed, type Wire } from "./wire.ts";

/** Which environment it is about, and whose account. */
export interface Place {
  readonly environment: "dev" | "prod";
  readonly account: string;
  /** `aws`, or the partition of another group of regions. */
  readonly partition: string;
}

/** The firewall and its alarms stand where CloudFront takes them from. */
const edgeRegion = "us-east-1";

/** The stacks of every environment that are there, in both regions. */
export async function installedStacks(wire: Wire): Promise<readonly Stack[]> {
  const { CloudFormationClient, paginateDescribeStacks } = await import("@aws-sdk/client-cloudformation");
  const found: Stack[] = [];
  for (const region of new Set([wire.region, edgeRegion])) {
    const pages = paginateDescribeStacks({ client: new CloudFormationClient({ ...wire, region }) }, {});
    for await (const { Stacks = [] } of pages)
      found.push(...Stacks.filter(({ StackName = "" }) => StackName.startsWith("kelias-")));
  }
  return found;
}

/** Stacks that a deployment left in the middle, and other environments that share what the account has. */
export function examineStacks(stacks: readonly Stack[], { environment }: Place): readonly Finding[] {
  const broken = stacks.filter(
    ({ StackStatus = "" }) => /FAILED$/.test(StackStatus) || StackStatus === "ROLLBACK_COMPLETE",
  );
  const other = environment === "prod" ? "dev" : "prod";
  const isShared = stacks.some(({ StackName = "" }) => StackName.startsWith(`kelias-${other}-`));
  return [
    ...broken.map(({ StackName, StackStatus }) =>
      advice(
        "stacks",
        `${StackName} stands at ${StackStatus}`,
        "docs/operations.md, „When a first deployment fails“",
      ),
    ),
    ...(isShared
      ? [
          advice(
            "stacks",
            `kelias-${other} is here too: both share functions at once, mails a day and starts of machines`,
            "ask for quotas that are enough for both, or give production an account of its own",
          ),
        ]
      : []),
    ...(broken.length === 0 && !isShared
      ? [fine("stacks", `${stacks.length} of Kelias, none left in the middle`)]
      : []),
  ];
}

/** What stays when its stack goes keeps its name, and a deployment under that name fails. */
export async function examineNames(wire: Wire, { environment, account }: Place): Promise<readonly Finding[]> {
  const table = `kelias-${environment}`;
  const bucket = `kelias-${environment}-documents-${account}`;
  const taken = [
    ...((await hasTable(wire, table)) ? [`the table ${table}`] : []),
    ...((await hasBucket(wire, bucket)) ? [`the bucket ${bucket}`] : []),
  ];
  return [
    taken.length === 0
      ? fine("names", `those of kelias-${environment} are free`)
      : blocks(
          "names",
          `no stack has ${taken.join(" and ")}, left by an installation before`,
          "docs/operations.md, „Removing“: import them, or delete them when their time has come",
        ),
  ];
}

async function hasTable(wire: Wire, name: string): Promise<boolean> {
  const { DescribeTableCommand, DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
  try {
    await new DynamoDBClient(wire).send(new DescribeTableCommand({ TableName: name }));
    return true;
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException")) return false;
    throw error;
  }
}

/** A bucket of somebody else, or of another region, takes its name as well. */
async function hasBucket(wire: Wire, name: string): Promise<boolean> {
  const { HeadBucketCommand, S3Client, S3ServiceException } = await import("@aws-sdk/client-s3");
  try {
    await new S3Client(wire).send(new HeadBucketCommand({ Bucket: name }));
    return true;
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 404) return false;
    if (status === 301 || status === 403) return true;
    throw error;
  }
}

/** Does an alarm of each region reach somebody, who has confirmed that mail may come? */
export async function examineTopics(
  wire: Wire,
  { environment, account, partition }: Place,
): Promise<readonly Finding[]> {
  const topics = [
    { region: wire.region, name: `kelias-${environment}-alarms` },
    { region: edgeRegion, name: `kelias-${environment}-edge-alarms` },
  ];
  return Promise.all(
    topics.map(({ region, name }) =>
      topicOf({ ...wire, region }, `arn:${partition}:sns:${region}:${account}:${name}`, environment),
    ),
  );
}

async function topicOf(wire: Wire, arn: string, environment: Place["environment"]): Promise<Finding> {
  const { ListSubscriptionsByTopicCommand, SNSClient } = await import("@aws-sdk/client-sns");
  const name = arn.slice(arn.lastIndexOf(":") + 1);
  const lacks = environment === "prod" ? blocks : advice;
  try {
    const { Subscriptions = [] } = await new SNSClient(wire).send(
      new ListSubscriptionsByTopicCommand({ TopicArn: arn }),
    );
    if (Subscriptions.length === 0)
      return lacks("alarms", `${name} tells nobody`, "deploy with -c alarmMail=name@example.org");
    const confirmed = Subscriptions.filter(({ SubscriptionArn = "" }) => SubscriptionArn.startsWith("arn:"));
    return confirmed.length > 0
      ? fine("alarms", `${name} tells ${confirmed.length}`)
      : lacks(
          "alarms",
          `${name}: nobody has confirmed, so alarms of ${wire.region} reach nobody`,
          "open the link in the mail „AWS Notification - Subscription Confirmation“; after three days have it sent again from the console of SNS",
        );
  } catch (error) {
    if (!isNamed(error, "NotFoundException")) throw error;
    return lacks("alarms", `there is no topic ${name}`, "deploy: alarms of this environment reach nobody");
  }
}
