import { Duration, Stack, Validations } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import type { KeliasFunction } from "./kelias-function.ts";
import { functionNameOf, liveAlias } from "./names.ts";

interface Props {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly apiId: string;
  /** The functions that people call. */
  readonly functions: readonly KeliasFunction[];
}

/**
 * New code of what people call gets a tenth of the requests first, and all of them after five minutes; an alarm in between brings
 * the old code back and fails the deployment [CodeDeploy user guide, "Deployments on an AWS Lambda compute platform"]. CodeDeploy
 * begins nothing while an alarm rings, so the fix for what rings goes out with `-c shift=atOnce`.
 */
export class Shift extends Construct {
  constructor(scope: Construct, { environment, data, apiId, functions }: Props) {
    super(scope, "Shift");
    const watch = (id: string, says: string, metric: Metric, above: number) => {
      const alarm = new Alarm(this, id, {
        alarmName: `kelias-${environment.name}-${id}`,
        alarmDescription: says,
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(data.alarms));
      return alarm;
    };
    const sum = (namespace: string, metricName: string, dimensionsMap: Record<string, string>) =>
      new Metric({ namespace, metricName, dimensionsMap, statistic: "Sum", period: Duration.minutes(1) });
    const alarms = [
      ...functions.map(({ name }) =>
        watch(
          `${name}Errors`,
          `${name}: errors`,
          sum("AWS/Lambda", "Errors", { FunctionName: functionNameOf(environment, name) }),
          0,
        ),
      ),
      watch(
        "PortalFails",
        "the portal answers with errors",
        sum("AWS/ApiGateway", "5xx", { ApiId: apiId }),
        2,
      ),
    ];
    const gradual = environment.shift === "gradual";
    const application = new LambdaApplication(this, "Application", {
      applicationName: `kelias-${environment.name}`,
    });
    const role = this.#role(functions);
    for (const { name, live } of functions) {
      const group = new LambdaDeploymentGroup(this, name, {
        application,
        deploymentGroupName: functionNameOf(environment, name),
        alias: live,
        role: role.withoutPolicyUpdates(),
        deploymentConfig: gradual
          ? LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES
          : LambdaDeploymentConfig.ALL_AT_ONCE,
        alarms: gradual ? alarms : [],
      });
      group.node.addDependency(role);
    }
  }

  /** CodeDeploy's own managed policy may call any function's hooks and read any bucket; there are no hooks here. */
  #role(functions: readonly KeliasFunction[]): Role {
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("codedeploy.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        sid: "Aliases",
        actions: ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
        resources: functions.flatMap(({ lambda }) => [
          lambda.functionArn,
          `${lambda.functionArn}:${liveAlias}`,
        ]),
      }),
    );
    role.addToPolicy(
      new PolicyStatement({ sid: "Alarms", actions: ["cloudwatch:DescribeAlarms"], resources: ["*"] }),
    );
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "CodeDeploy looks for alarms by name, for which IAM knows no resource; it sees nothing else.",
    });
    return role;
  }
}
