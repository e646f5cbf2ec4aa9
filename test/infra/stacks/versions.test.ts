import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { functionNames, functionsCalledBy } from "../../../infra/stacks/called-by.ts";
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

describe("every function", () => {
  it("has an alias, live, of the version that was deployed last", () => {
    const versions = of("AWS::Lambda::Version").map(({ id }) => id);
    for (const name of functionNames) {
      const alias = of("AWS::Lambda::Alias").find(({ id }) => `<${id}>` === liveOf(made, name));
      expect(alias?.properties.Name).toBe("live");
      expect(versions).toContain(textOf(alias?.properties.FunctionVersion).replace(/^<|\..*$/g, ""));
    }
  });

  it("is named by that alias wherever it is called: by routes, machines, rules, schedules and the stream", () => {
    const bare = new Set(functionNames.map((name) => `<${functionOf(made, name).id}.Arn>`));
    const calls = [
      ...of("AWS::ApiGatewayV2::Integration").map(({ properties }) => textOf(properties.IntegrationUri)),
      ...of("AWS::StepFunctions::StateMachine").flatMap(({ properties }) =>
        Object.values(recordOf(properties.DefinitionSubstitutions)).map(textOf),
      ),
      ...of("AWS::Events::Rule").flatMap(({ properties }) =>
        listOf(properties.Targets).map((target) => textOf(recordOf(target).Arn)),
      ),
      ...of("AWS::Scheduler::Schedule").map(({ properties }) => textOf(recordOf(properties.Target).Arn)),
      ...of("AWS::Lambda::EventSourceMapping").map(({ properties }) =>
        textOf(properties.FunctionName).replace(/:live$/, ""),
      ),
      ...of("AWS::Lambda::Permission").map(({ properties }) => textOf(properties.FunctionName)),
    ];
    expect(calls.filter((call) => bare.has(call))).toEqual([]);
    expect(new Set(functionNames.map((name) => calls.includes(liveOf(made, name))))).toEqual(new Set([true]));
  });
});

describe("new code of what people call", () => {
  const groupsOf = (context: Readonly<Record<string, string>>) =>
    resourcesOf([synthesize(context).portal], "AWS::CodeDeploy::DeploymentGroup").map(
      ({ properties }) => properties,
    );
  const groups = groupsOf({});
  const people = functionsCalledBy("http");

  it("gets a tenth of the requests for five minutes, then all", () => {
    const { Resources } = Template.fromStack(made.portal).toJSON();
    const shifted = Object.values<unknown>(Resources)
      .map(recordOf)
      .filter(({ Type, UpdatePolicy }) => Type === "AWS::Lambda::Alias" && UpdatePolicy);
    expect(shifted).toHaveLength(people.length);
    expect(groups.map(({ DeploymentConfigName }) => DeploymentConfigName)).toEqual(
      people.map(() => "CodeDeployDefault.LambdaCanary10Percent5Minutes"),
    );
  });

  it("gives way to the old code when any of them fails or the portal answers with errors meanwhile", () => {
    const alarmNames = (group: (typeof groups)[number]) =>
      listOf(recordOf(group.AlarmConfiguration).Alarms).map((alarm) => {
        const id = textOf(recordOf(alarm).Name).replace(/^<|>$/g, "");
        return textOf(of("AWS::CloudWatch::Alarm").find((one) => one.id === id)?.properties.AlarmName);
      });
    for (const group of groups) {
      expect(alarmNames(group)).toEqual([
        ...people.map((name) => `kelias-dev-${name}Errors`),
        "kelias-dev-PortalFails",
      ]);
      expect(group.AutoRollbackConfiguration).toEqual({
        Enabled: true,
        Events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
      });
    }
  });

  it("is shifted by a role that moves these aliases, looks for alarms, and may do nothing else", () => {
    const roles = new Set(
      groups.map(({ ServiceRoleArn }) => textOf(ServiceRoleArn).replace(/^<|\.Arn>$/g, "")),
    );
    const rights = [...roles].flatMap((role) => rightsOf(made.portal, role));
    const moved = people.map((name) => `<${functionOf(made, name).id}.Arn>`);
    expect(new Set(rights.map(({ action }) => action))).toEqual(
      new Set([
        "lambda:GetAlias",
        "lambda:UpdateAlias",
        "lambda:GetProvisionedConcurrencyConfig",
        "cloudwatch:DescribeAlarms",
      ]),
    );
    expect(
      new Set(rights.flatMap(({ action, resource }) => (action.startsWith("lambda:") ? [resource] : []))),
    ).toEqual(new Set(moved.flatMap((arn) => [arn, `${arn}:live`])));
  });

  it("comes at once, whatever rings, when the deployment says so: it may be what mends it", () => {
    for (const group of groupsOf({ shift: "atOnce" })) {
      expect(group.DeploymentConfigName).toBe("CodeDeployDefault.LambdaAllAtOnce");
      expect(recordOf(group.AlarmConfiguration).Alarms ?? []).toEqual([]);
    }
    expect(() => synthesize({ shift: "slowly" })).toThrow(/-c shift=gradual or -c shift=atOnce/);
  });
});
