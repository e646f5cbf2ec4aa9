import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule, ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import type { Ground } from "./grants.ts";

interface Props extends Ground {
  readonly functions: ReadonlyMap<FunctionName, LambdaFunction>;
}

/**
 * Runs the functions that have a schedule, in Vilnius time. A call that does not reach its function waits in a queue for
 * a person; one that fails in its function is seen by the alarm on errors.
 */
export class Timetable extends Construct {
  readonly missed: Queue;

  constructor(scope: Construct, id: string, { functions, environment, data }: Props) {
    super(scope, id);
    this.missed = new Queue(this, "Missed", {
      queueName: `kelias-${environment.name}-missed-schedules`,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: data.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.missed).acknowledge({
      id: "AwsSolutions-SQS3",
      reason:
        "This is the queue of what failed: an alarm watches it, and nothing takes from it but a person.",
    });
    const group = new ScheduleGroup(this, "Group", {
      scheduleGroupName: `kelias-${environment.name}`,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    for (const [name, lambda] of functions) {
      const entry: FunctionEntry = functionCatalogue[name];
      if (!entry.schedule) continue;
      const patience = patienceWith(entry.schedule);
      lambda.configureAsyncInvoke(patience.inFunction);
      const role = this.#role(name, lambda, { environment, data });
      const schedule = new CfnSchedule(this, name, {
        groupName: group.scheduleGroupName,
        scheduleExpression: entry.schedule,
        scheduleExpressionTimezone: "Europe/Vilnius",
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: lambda.functionArn,
          roleArn: role.roleArn,
          retryPolicy: patience.onTheWay,
          deadLetterConfig: { arn: this.missed.queueArn },
        },
      });
      schedule.node.addDependency(role);
    }
  }

  /** One role for each schedule: it invokes its function and may leave word of a failure. */
  #role(name: FunctionName, lambda: LambdaFunction, { data }: Pick<Ground, "environment" | "data">): Role {
    const stack = Stack.of(this);
    const role = new Role(this, `${name}Role`, {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [this.missed.queueArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [data.key.keyArn],
        conditions: { StringEquals: { "kms:ViaService": `sqs.${stack.region}.amazonaws.com` } },
      }),
    );
    return role;
  }
}

/** What comes again within a minute is not tried again; what comes once a day is, for an hour. */
const patienceWith = (schedule: string) =>
  schedule.startsWith("rate(")
    ? {
        onTheWay: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
        inFunction: { retryAttempts: 0, maxEventAge: Duration.minutes(1) },
      }
    : {
        onTheWay: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
        inFunction: { retryAttempts: 2, maxEventAge: Duration.hours(1) },
      };
