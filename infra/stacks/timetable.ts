import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Alias } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule, ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import type { DataStack } from "./data-stack.ts";
import { type Ground, waitingGrants } from "./grants.ts";
import type { KeliasFunction } from "./kelias-function.ts";
import { comesAgainSoon } from "./waiting.ts";

interface Props extends Ground {
  readonly functions: ReadonlyMap<FunctionName, KeliasFunction>;
}

/**
 * Runs the functions that have a schedule, in Vilnius time. A call that does not reach its function, or that it fails on, waits in
 * the function's queue.
 */
export class Timetable extends Construct {
  constructor(scope: Construct, id: string, { functions, environment, data }: Props) {
    super(scope, id);
    const group = new ScheduleGroup(this, "Group", {
      scheduleGroupName: `kelias-${environment.name}`,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    for (const [name, { live, waiting }] of functions) {
      const entry: FunctionEntry = functionCatalogue[name];
      if (!entry.schedule || !waiting) throw new Error(`${name} has no schedule, or no queue`);
      const patience = patienceWith(entry.schedule);
      live.configureAsyncInvoke(patience.inFunction);
      const role = this.#role(name, live, waiting, data);
      for (const [place, told] of (entry.told ?? [undefined]).entries()) {
        const schedule = new CfnSchedule(this, told ? `${name}${place}` : name, {
          groupName: group.scheduleGroupName,
          scheduleExpression: entry.schedule,
          scheduleExpressionTimezone: "Europe/Vilnius",
          flexibleTimeWindow: { mode: "OFF" },
          target: {
            arn: live.functionArn,
            roleArn: role.roleArn,
            ...(told ? { input: JSON.stringify(told) } : {}),
            retryPolicy: patience.onTheWay,
            deadLetterConfig: { arn: waiting.queueArn },
          },
        });
        schedule.node.addDependency(role);
      }
    }
  }

  /** One role for each schedule: it invokes its function and may leave word of a failure. */
  #role(name: FunctionName, live: Alias, waiting: Queue, data: DataStack): Role {
    const role = new Role(this, `${name}Role`, {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [live.functionArn] }),
    );
    for (const statement of waitingGrants(this, waiting, data)) role.addToPolicy(statement);
    return role;
  }
}

/** What comes again within a minute is not tried again; what comes once a day is, for an hour. */
const patienceWith = (schedule: string) =>
  comesAgainSoon(schedule)
    ? {
        onTheWay: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
        inFunction: { retryAttempts: 0, maxEventAge: Duration.minutes(1) },
      }
    : {
        onTheWay: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
        inFunction: { retryAttempts: 2, maxEventAge: Duration.hours(1) },
      };
