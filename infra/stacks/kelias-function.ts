import { Duration, Stack, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  type Alias,
  Architecture,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import { processIds } from "../../workflows/catalogue.ts";
import { documentArns, exportsArn, machineArnPrefix, quarantineArn } from "./arns.ts";
import type { CodeOf } from "./bundle.ts";
import { calledByEvents } from "./called-by.ts";
import type { Environment } from "./environment.ts";
import { type Ground, grantsOf, queueKeyGrant, waitingGrants } from "./grants.ts";
import { kept } from "./kept.ts";
import { functionLogsOf, functionNameOf, liveAlias, machineNameOf } from "./names.ts";
import { Waiting } from "./waiting.ts";

interface Props extends Ground {
  readonly name: FunctionName;
  readonly codeOf: CodeOf;
  /** What links in mails begin with. */
  readonly portalUrl: string;
}

/**
 * A function of the catalogue as every function here is: its standards, its environment, its rights; for what events call, with a
 * queue for what it failed on.
 */
export class KeliasFunction extends Construct {
  readonly name: FunctionName;
  readonly lambda: LambdaFunction;
  /** By which everybody calls it. */
  readonly live: Alias;
  /** The same, as CDK's types want what an event or a request calls. */
  readonly called: IFunction;
  /** Where events wait that did not get through; of functions that events call. */
  readonly waiting: Queue | undefined;

  constructor(scope: Construct, props: Props) {
    super(scope, props.name);
    const { environment, data, name } = props;
    this.name = name;
    const entry: FunctionEntry = functionCatalogue[name];
    const logGroup = new LogGroup(this, "Logs", {
      logGroupName: functionLogsOf(environment, name),
      retention: environment.logDays,
      encryptionKey: data.key,
      removalPolicy: kept,
    });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    for (const statement of grantsOf(this, entry, props)) role.addToPolicy(statement);
    this.waiting = calledByEvents.includes(name)
      ? new Waiting(this, { ...props, schedule: entry.schedule }).queue
      : undefined;
    const isStream = entry.calledBy === "stream";
    if (this.waiting && isStream)
      for (const statement of waitingGrants(this, this.waiting, data)) role.addToPolicy(statement);
    else if (this.waiting) role.addToPolicy(queueKeyGrant(this, data));
    this.lambda = new LambdaFunction(this, "Function", {
      functionName: functionNameOf(environment, name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: props.codeOf(entry),
      role,
      timeout: Duration.seconds(entry.timeoutSeconds),
      memorySize: entry.memoryMegabytes,
      ...(entry.isReserved && environment.submissionsAtOnce !== undefined
        ? { reservedConcurrentExecutions: environment.submissionsAtOnce }
        : {}),
      // A stream leaves word of what it gave up by itself (line-stream.ts).
      ...(this.waiting && !isStream ? { deadLetterQueue: this.waiting } : {}),
      tracing: Tracing.ACTIVE,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: environmentOf(this, entry, props),
    });
    this.live = this.lambda.addAlias(liveAlias);
    this.called = LambdaFunction.fromFunctionAttributes(this, "Called", {
      functionArn: this.live.functionArn,
      role,
      sameEnvironment: true,
    });
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "xray:PutTraceSegments and xray:PutTelemetryRecords: IAM knows no resource for them.",
    });
    if (entry.documents.length > 0) acknowledgeDocuments(role, entry, environment);
    if (entry.exports) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${exportsArn("<AWS::Partition>", environment, "<AWS::AccountId>")}]`,
        reason: "A file is named after what was ordered, which is not known beforehand; its folder is.",
      });
    }
    if (entry.watchesMachines) acknowledgeExecutions(role, environment);
    if (entry.quarantine) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${quarantineArn("<AWS::Partition>", environment, "<AWS::AccountId>")}]`,
        reason: "A file in quarantine is named after what it is for, which is not known beforehand.",
      });
    }
  }
}

/** The variables that functions/config.ts reads. */
function environmentOf(
  scope: Construct,
  entry: FunctionEntry,
  { environment, data, mail, portalUrl }: Props,
): Record<string, string> {
  return {
    TABLE_NAME: data.table.tableName,
    ...(entry.answers ? { ANSWERS_TABLE_NAME: data.answers.tableName } : {}),
    DOCUMENTS_BUCKET: data.documents.bucket.bucketName,
    PORTAL_URL: portalUrl,
    MAIL_FROM: `Kelias <${mail.fromAddress}>`,
    MAIL_CONFIGURATION_SET: mail.configurationSetName,
    ...(entry.sendsMail ? { MAIL_PER_SECOND: String(mail.mailPerSecond) } : {}),
    MACHINE_ARN_PREFIX: machineArnPrefix(Stack.of(scope), environment),
    ...(entry.usesProvider && environment.oidc
      ? {
          OIDC_ISSUER: environment.oidc.issuer,
          OIDC_CLIENT_ID: environment.oidc.clientId,
          OIDC_CLIENT_SECRET_ARN: environment.oidc.secretArn,
        }
      : {}),
    ...(entry.usesLinks ? { LINK_SECRET_ARN: data.linkSecret.secretArn } : {}),
  };
}

/** An execution is named after its call or case, so a right to those of one machine is the narrowest that there is. */
function acknowledgeExecutions(role: Role, environment: Environment): void {
  for (const id of processIds) {
    const arn = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${machineNameOf(environment, id)}:*`;
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${arn}]`,
      reason: "Executions are named after calls and cases, which are not known beforehand; their machine is.",
    });
  }
}

/** A document is named after its call or case, so a right to one folder of them is the narrowest that there is. */
function acknowledgeDocuments(role: Role, entry: FunctionEntry, environment: Environment): void {
  for (const arn of documentArns("<AWS::Partition>", environment, "<AWS::AccountId>", entry)) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${arn}]`,
      reason: "Documents are named after calls and cases, which are not known beforehand; their folder is.",
    });
  }
}
