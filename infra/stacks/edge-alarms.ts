import { Duration, Validations } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Construct } from "constructs";
import { alarmTopic } from "./alarm-topic.ts";
import type { Environment } from "./environment.ts";

/**
 * What goes wrong before the API, where CloudFront and its firewall keep their figures. An alarm tells a topic of its own
 * region only, so there is a second one here. docs/runbook.md says what to do about each.
 */
export class EdgeAlarms extends Construct {
  constructor(scope: Construct, environment: Environment, acl: string) {
    super(scope, "EdgeAlarms");
    const { name } = environment;
    const topic = alarmTopic(this, { topicName: `kelias-${name}-edge-alarms`, environment });
    Validations.of(topic).acknowledge({
      id: "AwsSolutions-SNS2",
      reason:
        "It says names of alarms and figures, nothing of people; the customer's key is in another region.",
    });
    const watch = (id: string, alarmDescription: string, metric: IMetric, above: number) =>
      new Alarm(this, id, {
        alarmName: `kelias-${name}-${id}`,
        alarmDescription,
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 3,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(topic));
    const period = Duration.minutes(5);
    // The distribution is deployed later, in another region, so the query takes the account's worst.
    const errors = new MathExpression({
      expression: 'SELECT MAX("5xxErrorRate") FROM SCHEMA("AWS/CloudFront", DistributionId, Region)',
      period,
    });
    watch("EdgeFails", "CloudFront has answered more than 5 % of requests with errors", errors, 5);
    const blocked = new Metric({
      namespace: "AWS/WAFV2",
      metricName: "BlockedRequests",
      dimensionsMap: { WebACL: acl, Rule: "ALL" },
      statistic: "Sum",
      period,
    });
    watch("FirewallBlocks", "the firewall holds back unusually many requests", blocked, 1000);
  }
}
