import { describe, expect, it } from "vitest";
import { listOf, production, recordOf, resourcesOf, stacksOf, synthesize, textOf } from "./synthesized.ts";

const made = synthesize(production);
const all = resourcesOf(stacksOf(made));
const of = (type: string) => all.filter((resource) => resource.type === type);
/** A resource by what a template says of it: its name, or that name with an attribute of it. */
const referredTo = (type: string, reference: unknown) =>
  of(type).find(({ id }) => textOf(reference).startsWith(`<${id}`));
const statementsOf = (policy: unknown) => listOf(recordOf(policy).Statement).map(recordOf);

/** Who publishes to a topic, and from where. */
const publishers = [
  ...of("AWS::CloudWatch::Alarm").map(({ properties }) => ({
    what: textOf(properties.AlarmName),
    service: "cloudwatch.amazonaws.com",
    source: ":alarm:",
    topics: listOf(properties.AlarmActions ?? []),
  })),
  ...of("AWS::Events::Rule").map(({ id, properties }) => ({
    what: id,
    service: "events.amazonaws.com",
    source: ":rule/",
    topics: listOf(properties.Targets)
      .map((target) => recordOf(target).Arn)
      .filter((arn) => referredTo("AWS::SNS::Topic", arn)),
  })),
].filter(({ service, topics }) => topics.length > 0 || service === "cloudwatch.amazonaws.com");

describe("the way of an alarm to a person", () => {
  it("begins at each alarm of every stack", () => {
    expect(publishers.length).toBeGreaterThan(50);
    expect(publishers.filter(({ topics }) => topics.length !== 1).map(({ what }) => what)).toEqual([]);
  });

  it("goes through a topic whose policy lets the service in, from this account only", () => {
    const refused = publishers.filter(({ topics: [arn], service, source }) => {
      const topic = referredTo("AWS::SNS::Topic", arn);
      const policies = of("AWS::SNS::TopicPolicy").filter(({ properties }) =>
        listOf(properties.Topics).some((one) => textOf(one) === `<${topic?.id}>`),
      );
      return !policies
        .flatMap(({ properties }) => statementsOf(properties.PolicyDocument))
        .some(
          ({ Effect, Principal, Action, Resource, Condition }) =>
            Effect === "Allow" &&
            recordOf(Principal).Service === service &&
            listOf(Action).includes("sns:Publish") &&
            textOf(Resource) === `<${topic?.id}>` &&
            textOf(recordOf(recordOf(Condition).StringEquals)["aws:SourceAccount"]) === "<AWS::AccountId>" &&
            textOf(recordOf(recordOf(Condition).ArnLike)["aws:SourceArn"]).includes(source),
        );
    });
    expect(refused.map(({ what }) => what)).toEqual([]);
  });

  it("and, where the topic is encrypted, by a key whose policy lets the service use it", () => {
    const locked = publishers.filter(({ topics: [arn], service }) => {
      const topic = referredTo("AWS::SNS::Topic", arn);
      if (topic?.properties.KmsMasterKeyId === undefined) return false;
      const key = referredTo("AWS::KMS::Key", topic.properties.KmsMasterKeyId);
      const uses = statementsOf(key?.properties.KeyPolicy)
        .filter(({ Principal }) => recordOf(Principal).Service === service)
        .flatMap(({ Action }) => listOf(Action));
      return !["kms:Decrypt", "kms:GenerateDataKey"].every((action) => uses.includes(action));
    });
    expect(of("AWS::SNS::Topic").filter(({ properties }) => properties.KmsMasterKeyId)).toHaveLength(1);
    expect(locked.map(({ what }) => what)).toEqual([]);
  });

  it("ends at somebody's mailbox, for each topic", () => {
    const told = of("AWS::SNS::Subscription").map(
      ({ properties }) => `${textOf(properties.TopicArn)} ${properties.Protocol} ${properties.Endpoint}`,
    );
    expect(told).toEqual(of("AWS::SNS::Topic").map(({ id }) => `<${id}> email ${production.alarmMail}`));
  });
});
