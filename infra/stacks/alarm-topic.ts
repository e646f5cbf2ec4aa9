import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Environment } from "./environment.ts";

interface Props {
  readonly topicName: string;
  readonly environment: Environment;
  readonly key?: IKey;
}

/**
 * A topic that alarms of this account and region may publish to, with whoever is told. A topic that has a policy of its own, as
 * one that asks for TLS, has lost the one that SNS gives it, and CloudWatch is refused without a word to anybody [SNS developer
 * guide, "Example cases for access control": CloudWatch alarms]. The key's policy says the same for what is encrypted.
 */
export function alarmTopic(scope: Construct, { topicName, environment, key }: Props): Topic {
  const stack = Stack.of(scope);
  const topic = new Topic(scope, "Alarms", {
    topicName,
    enforceSSL: true,
    ...(key ? { masterKey: key } : {}),
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: "AlarmsOfThisAccount",
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": stack.account },
        ArnLike: {
          "aws:SourceArn": stack.formatArn({ service: "cloudwatch", resource: "alarm:*" }),
        },
      },
    }),
  );
  if (environment.alarmMail) topic.addSubscription(new EmailSubscription(environment.alarmMail));
  return topic;
}
