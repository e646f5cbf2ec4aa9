import { Template } from "aws-cdk-lib/assertions";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { describe, expect, it } from "vitest";
import { processIds } from "../../../workflows/catalogue.ts";
import { production, resourcesOf, stacksOf, synthesize } from "./synthesized.ts";

/** Names that are looked up within their own resource or stack only, or that AWS gives. */
const local = new Set(["MetricName", "PolicyName", "StageName", "DeploymentConfigName"]);

/** What each process of the catalogue adds: its machine, with role, rights and log, and the alarms on it. */
const ofEachProcess: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "kelias-dev-workflow": {
    "AWS::IAM::Policy": 1,
    "AWS::IAM::Role": 1,
    "AWS::Logs::LogGroup": 1,
    "AWS::StepFunctions::StateMachine": 1,
  },
  "kelias-dev-watch": { "AWS::CloudWatch::Alarm": 3 },
};

describe("the stacks", () => {
  it("are these resources, and for each process the same few", () => {
    const list = stacksOf(synthesize()).map((stack) => {
      const counts = new Map<string, number>();
      for (const { type } of resourcesOf([stack])) counts.set(type, (counts.get(type) ?? 0) + 1);
      const lines = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const written = lines.map(([type, count]) => {
        const each = ofEachProcess[stack.stackName]?.[type] ?? 0;
        const others = count - each * processIds.length;
        return `  ${[...(others > 0 ? [others] : []), ...(each > 0 ? [`${each} a process`] : [])].join(" and ")} ${type}`;
      });
      return [stack.stackName, ...written].join("\n");
    });
    expect(list.join("\n")).toMatchSnapshot();
  });

  it("refer to earlier stacks only", () => {
    const stacks = stacksOf(synthesize());
    stacks.forEach((stack, place) => {
      const later = stacks.slice(place);
      expect(stack.dependencies.filter((needed) => later.includes(needed))).toEqual([]);
    });
  });

  it("come out the same each time", () => {
    const templates = () => stacksOf(synthesize()).map((stack) => Template.fromStack(stack).toJSON());
    expect(templates()).toEqual(templates());
  });

  it("share no name between environments, so that both fit one account", () => {
    const namesOf = (env: string) =>
      stacksOf(synthesize({ ...production, env })).flatMap((stack) => [
        stack.stackName,
        ...resourcesOf([stack]).flatMap(({ type, properties }) =>
          Object.entries(type === "AWS::Lambda::Alias" ? {} : properties)
            .filter(([key, value]) => /Name$/.test(key) && !local.has(key) && typeof value === "string")
            .map(([key, value]) => `${key} ${value}`),
        ),
      ]);
    const dev = new Set(namesOf("dev"));
    expect(dev.size).toBeGreaterThan(20);
    expect(namesOf("prod").filter((name) => dev.has(name))).toEqual([]);
  });
});

describe("cdk-nag's AwsSolutions", () => {
  it("finds nothing that is not explained", () => {
    expect(() => synthesize().app.synth()).not.toThrow();
    expect(() => synthesize(production).app.synth()).not.toThrow();
  });

  it("would find what is wrong", () => {
    const { app, data } = synthesize();
    new Bucket(data, "Careless");
    expect(() => app.synth()).toThrow(/AwsSolutions-S/);
  });
});

describe("an environment", () => {
  it.each([
    [{ env: "test" }, /-c env=dev or -c env=prod/],
    [{ env: "prod" }, /-c alarmMail=.*in production somebody is told/],
    [{ mailDomain: "not a domain" }, /-c mailDomain=/],
    [{ domain: "https://kelias.example" }, /-c domain=/],
    [{ domain: "kelias.example" }, /-c certificateArn=… together/],
    [{ certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a-b" }, /-c domain=… and/],
    [{ certificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/a-b" }, /of us-east-1/],
    [{ originKey: "new" }, /-c originKey=2/],
    [{ alarmMail: "nobody" }, /-c alarmMail=/],
    [{ oidcIssuer: "https://id.example" }, /-c oidcClientId=… and -c oidcSecretArn=… together/],
    [{ oidcSecretArn: "secret" }, /-c oidcSecretArn=arn/],
  ])("given wrongly as %j is refused with what is expected", (context, message) => {
    expect(() => synthesize(context)).toThrow(message);
  });
});
