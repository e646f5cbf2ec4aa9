import { describe, expect, it } from "vitest";
import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../../functions/catalogue.ts";
import { functionNames } from "../../../infra/stacks/called-by.ts";
import {
  functionOf,
  listOf,
  liveOf,
  recordOf,
  resourcesOf,
  rightsOf,
  stacksOf,
  synthesize,
  textOf,
} from "./synthesized.ts";

const made = synthesize();
const all = resourcesOf(stacksOf(made));
const of = (type: string) => all.filter((resource) => resource.type === type);
const queues = of("AWS::SQS::Queue");
const queueAt = (arn: unknown) => queues.find(({ id }) => textOf(arn) === `<${id}.Arn>`);

/** Everything in the templates that calls a function without waiting for it, and where it leaves what it could not give. */
const callers = [
  ...of("AWS::Events::Rule").flatMap(({ id, properties }) =>
    listOf(properties.Targets)
      .map(recordOf)
      .map(({ Arn, DeadLetterConfig }) => ({
        id,
        calls: textOf(Arn),
        queue: queueAt(recordOf(DeadLetterConfig).Arn),
      })),
  ),
  ...of("AWS::Scheduler::Schedule").map(({ id, properties }) => {
    const { Arn, DeadLetterConfig } = recordOf(properties.Target);
    return { id, calls: textOf(Arn), queue: queueAt(recordOf(DeadLetterConfig).Arn) };
  }),
  ...of("AWS::Lambda::EventSourceMapping").map(({ id, properties }) => ({
    id,
    calls: textOf(properties.FunctionName).replace(/:live$/, ""),
    queue: queueAt(recordOf(recordOf(properties.DestinationConfig).OnFailure).Destination),
  })),
  ...of("AWS::SNS::Subscription")
    .filter(({ properties }) => properties.Protocol === "lambda")
    .map(({ id, properties }) => ({
      id,
      calls: textOf(properties.Endpoint),
      queue: queueAt(recordOf(properties.RedrivePolicy).deadLetterTargetArn),
    })),
];
const called = functionNames.filter((name) => callers.some(({ calls }) => calls === liveOf(made, name)));

describe("what is asked of a function without waiting for it", () => {
  it("is asked of those that the catalogue says are called by events, and no bucket asks by itself", () => {
    const byEvents = functionNames.filter((name) => {
      const { calledBy }: FunctionEntry = functionCatalogue[name];
      return calledBy !== "http" && calledBy !== "machine";
    });
    expect(called).toEqual(byEvents);
    const callsOf = (name: FunctionName): number => {
      const { told }: FunctionEntry = functionCatalogue[name];
      return told?.length ?? 1;
    };
    expect(callers).toHaveLength(byEvents.reduce((sum, name) => sum + callsOf(name), 0));
    expect(of("AWS::S3::Bucket").filter(({ properties }) => properties.NotificationConfiguration)).toEqual(
      [],
    );
  });

  it("waits in the function's own queue when it does not get there", () => {
    for (const name of called) {
      const queue = queues.find(({ id }) => id.startsWith(`${name}Waiting`));
      expect(queue?.properties.QueueName).toBe(
        `${textOf(functionOf(made, name).properties.FunctionName)}-waiting`,
      );
      for (const caller of callers.filter(({ calls }) => calls === liveOf(made, name)))
        expect(caller.queue?.id).toBe(queue?.id);
    }
  });

  it.each(called.filter((name) => name !== "KeepLines"))(
    "waits in the same queue when %s fails on it as often as it is tried",
    (name) => {
      const { properties, stack, roleId } = functionOf(made, name);
      const queue = queueAt(recordOf(properties.DeadLetterConfig).TargetArn);
      expect(queue?.id).toMatch(new RegExp(`^${name}Waiting`));
      const rights = rightsOf(stack, roleId).map(({ action, resource }) => `${action} ${resource}`);
      expect(rights).toContain(`sqs:SendMessage <${queue?.id}.Arn>`);
    },
  );

  it("may be left in the queue by whoever could not give it: rules by the queue's and the key's policy, schedules by their role", () => {
    const allows = (policy: unknown, action: string, arn: string) =>
      listOf(recordOf(policy).Statement)
        .map(recordOf)
        .some(
          ({ Effect, Principal, Action, Condition }) =>
            Effect === "Allow" &&
            recordOf(Principal).Service === "events.amazonaws.com" &&
            listOf(Action).includes(action) &&
            JSON.stringify(Condition).includes(arn),
        );
    const [key] = of("AWS::KMS::Key");
    for (const action of ["kms:Decrypt", "kms:GenerateDataKey"])
      expect(allows(key?.properties.KeyPolicy, action, "aws:SourceAccount")).toBe(true);
    for (const { id, queue } of callers.filter((caller) =>
      of("AWS::Events::Rule").some((rule) => rule.id === caller.id),
    )) {
      const policies = of("AWS::SQS::QueuePolicy").filter(({ properties }) =>
        listOf(properties.Queues).some((one) => textOf(one) === `<${queue?.id}>`),
      );
      expect(
        policies.some(({ properties }) => allows(properties.PolicyDocument, "sqs:SendMessage", id)),
      ).toBe(true);
    }
    for (const { properties } of of("AWS::Scheduler::Schedule")) {
      const { RoleArn, DeadLetterConfig } = recordOf(properties.Target);
      const rights = rightsOf(made.workflow, textOf(RoleArn).replace(/^<|\.Arn>$/g, ""));
      expect(rights.map(({ action, resource }) => `${action} ${resource}`)).toContain(
        `sqs:SendMessage ${textOf(recordOf(DeadLetterConfig).Arn)}`,
      );
      expect(rights.map(({ action }) => action)).toContain("kms:GenerateDataKey");
    }
  });

  it("rings from the first such event", () => {
    const rung = of("AWS::CloudWatch::Alarm")
      .filter(({ properties }) => properties.MetricName === "ApproximateNumberOfMessagesVisible")
      .map(({ properties }) => [
        textOf(recordOf(listOf(properties.Dimensions)[0]).Value),
        properties.Threshold,
      ]);
    expect(rung).toEqual(
      called.map((name) => [`${textOf(functionOf(made, name).properties.FunctionName)}-waiting`, 0]),
    );
  });

  it("is kept for two weeks, unless it comes again within a minute anyway", () => {
    const seconds = Object.fromEntries(
      queues.map(({ properties }) => [textOf(properties.QueueName), properties.MessageRetentionPeriod]),
    );
    expect(seconds).toEqual({
      "kelias-dev-sweeper-waiting": 3600,
      "kelias-dev-run-jobs-waiting": 3600,
      "kelias-dev-keep-lines-waiting": 1_209_600,
      "kelias-dev-check-upload-waiting": 1_209_600,
      "kelias-dev-mail-feedback-waiting": 1_209_600,
      "kelias-dev-broken-down-waiting": 1_209_600,
      "kelias-dev-digest-waiting": 1_209_600,
    });
  });
});
