import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { listOf, production, recordOf, resourcesOf, stacksOf, synthesize, textOf } from "./synthesized.ts";

/** What the services' references allow, for the kinds of resource that have a name here; an account's number stands in one of them. */
const allowed: Readonly<Record<string, readonly [property: string, allowed: RegExp]>> = {
  "AWS::ApiGatewayV2::Api": ["Name", /^.{1,128}$/],
  "AWS::ApiGatewayV2::Authorizer": ["Name", /^[\w.-]{1,128}$/],
  "AWS::ApiGatewayV2::Stage": ["StageName", /^(\$default|[\w-]{1,128})$/],
  "AWS::CloudFront::CachePolicy": ["CachePolicyConfig", /^[\w-]{1,128}$/],
  "AWS::CloudWatch::Alarm": ["AlarmName", /^[\x20-\x7e]{1,255}$/],
  "AWS::CloudWatch::Dashboard": ["DashboardName", /^[\w-]{1,255}$/],
  "AWS::CodeDeploy::Application": ["ApplicationName", /^[\w.,+=@-]{1,100}$/],
  "AWS::CodeDeploy::DeploymentGroup": ["DeploymentGroupName", /^[\w.,+=@-]{1,100}$/],
  "AWS::DynamoDB::Table": ["TableName", /^[\w.-]{3,255}$/],
  "AWS::Events::Rule": ["Name", /^[\w.-]{1,64}$/],
  "AWS::IAM::Policy": ["PolicyName", /^[\w+=,.@-]{1,128}$/],
  "AWS::KMS::Alias": ["AliasName", /^alias\/(?!aws\/)[\w/-]{1,250}$/],
  "AWS::Lambda::Alias": ["Name", /^(?!\d+$)[\w-]{1,128}$/],
  "AWS::Lambda::Function": ["FunctionName", /^[\w-]{1,64}$/],
  "AWS::Logs::LogGroup": ["LogGroupName", /^[\w/.#-]{1,512}$/],
  "AWS::S3::Bucket": ["BucketName", /^(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/],
  "AWS::SES::ConfigurationSet": ["Name", /^[\w-]{1,64}$/],
  "AWS::SNS::Topic": ["TopicName", /^[\w-]{1,256}$/],
  "AWS::SQS::Queue": ["QueueName", /^[\w-]{1,80}$/],
  "AWS::Scheduler::ScheduleGroup": ["Name", /^(?!aws)[\w.-]{1,64}$/],
  "AWS::SecretsManager::Secret": ["Name", /^(?!.*-[A-Za-z0-9]{6}$)[\w/+=.@-]{1,512}$/],
  "AWS::StepFunctions::StateMachine": ["StateMachineName", /^[\w-]{1,80}$/],
  "AWS::WAFv2::WebACL": ["Name", /^[\w-]{1,128}$/],
};

const account = "111122223333";
const made = synthesize(production);
const all = resourcesOf(stacksOf(made));

describe("the names in the templates", () => {
  it.each(Object.entries(allowed))("%s: are such as the service takes", (type, [property, pattern]) => {
    const names = all
      .filter((resource) => resource.type === type)
      .map(({ properties }) => properties[property])
      .filter((name) => name !== undefined)
      .map((name) => textOf(recordOf(name).Name ?? name).replace("<AWS::AccountId>", account));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !pattern.test(name))).toEqual([]);
  });

  it("are all looked at: there is no kind of resource with a name that is not listed here", () => {
    const named = all.filter(
      ({ type, properties }) =>
        !(type in allowed) &&
        [`${type.split("::")[2]}Name`, "Name"].some((key) => typeof properties[key] === "string"),
    );
    expect(named.map(({ type }) => type)).toEqual([]);
  });

  it("of figures are such as CloudWatch counts by, without a dimension that could name somebody", () => {
    const metrics = all
      .filter(({ type }) => type === "AWS::Logs::MetricFilter")
      .flatMap(({ properties }) => listOf(properties.MetricTransformations).map(recordOf));
    expect(metrics.length).toBeGreaterThan(10);
    for (const { MetricName, MetricNamespace, Dimensions } of metrics) {
      expect(MetricName).toMatch(/^[A-Za-z]{1,255}$/);
      expect(MetricNamespace).toMatch(/^(?!AWS\/)[\w./#-]{1,255}$/);
      expect(Dimensions).toBeUndefined();
    }
  });

  it("of tags, and what they say, are such as every service takes", () => {
    const tags = all.flatMap(({ properties }) => listOf(properties.Tags ?? []).map(recordOf));
    expect(tags.length).toBeGreaterThan(10);
    for (const { Key, Value } of tags.filter(({ Key }) => Key !== undefined)) {
      expect(Key).toMatch(/^(?!aws:)[\w .:/=+@-]{1,128}$/);
      expect(textOf(Value)).toMatch(/^[\w .:/=+@-]{0,256}$/);
    }
  });

  it("stand in templates that CloudFormation takes: 500 resources, 200 outputs, a million bytes", () => {
    for (const stack of stacksOf(made)) {
      const template = Template.fromStack(stack).toJSON();
      expect(Object.keys(template.Resources).length, stack.stackName).toBeLessThanOrEqual(400);
      expect(Object.keys(template.Outputs ?? {}).length, stack.stackName).toBeLessThanOrEqual(160);
      expect(JSON.stringify(template).length, stack.stackName).toBeLessThan(800_000);
    }
  });
});
