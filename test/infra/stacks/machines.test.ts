import { readFileSync } from "node:fs";
import { join } from "node:path";
import validateDefinition from "asl-validator";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { functionOf, liveOf, recordOf, resourcesOf, rightsOf, synthesize, textOf } from "./synthesized.ts";

const processes = await everyProcess();

const made = synthesize();
const machines = resourcesOf([made.workflow], "AWS::StepFunctions::StateMachine");

/** The definition as it is uploaded for CloudFormation to fetch. */
function deployedText({ DefinitionS3Location }: (typeof machines)[number]["properties"]): string {
  const key = textOf(recordOf(DefinitionS3Location).Key);
  return readFileSync(join(made.app.outdir, `asset.${key}`), "utf8");
}

it("the template is far from the longest that CloudFormation takes, a million bytes", () => {
  const template = JSON.stringify(Template.fromStack(made.workflow).toJSON(), undefined, 1);
  expect(Buffer.byteLength(template)).toBeLessThan(500_000);
});

it("there is one Standard machine for each process of the catalogue, by its name", () => {
  expect(machines.map(({ properties }) => properties.StateMachineName)).toEqual(
    processes.map(({ id }) => `kelias-dev-${id}`),
  );
  expect(new Set(machines.map(({ properties }) => properties.StateMachineType))).toEqual(
    new Set(["STANDARD"]),
  );
});

describe.each(machines.map((machine) => ({ name: textOf(machine.properties.StateMachineName), machine })))(
  "$name",
  ({ machine: { properties } }) => {
    const definition = deployedText(properties);
    const substitutions = recordOf(properties.DefinitionSubstitutions);

    it("is a valid definition in Amazon States Language once its functions are filled in", () => {
      const deployed = definition.replaceAll(
        /\$\{(\w+)\}/g,
        (_, name) => `arn:aws:lambda:eu-north-1:111122223333:function:${name}`,
      );
      const { isValid, errorsText } = validateDefinition(JSON.parse(deployed));
      expect(errorsText("\n")).toBe("");
      expect(isValid).toBe(true);
    });

    it("has a function behind each placeholder, and no function without one", () => {
      const placeholders = [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
      expect(placeholders.length).toBeGreaterThan(0);
      expect([...new Set(placeholders)].toSorted()).toEqual(Object.keys(substitutions).toSorted());
    });

    it("may invoke the functions that it names, and no others", () => {
      const role = textOf(properties.RoleArn).replace(/^<|\.Arn>$/g, "");
      const invoked = rightsOf(made.workflow, role).filter(({ action }) => action.startsWith("lambda:"));
      expect(new Set(invoked.map(({ action }) => action))).toEqual(new Set(["lambda:InvokeFunction"]));
      // By their alias, and themselves for executions that began when there was none.
      const named = (["OpenTask", "ExpireTask", "RunStep", "EndCase"] as const).filter(
        (name) => name in substitutions,
      );
      expect(invoked.map(({ resource }) => resource)).toEqual(
        named.flatMap((name) => [liveOf(made, name), `<${functionOf(made, name).id}.Arn>`]),
      );
    });

    it("starts and ends executions of itself only where it asks many people, each by one of their own", () => {
      const role = textOf(properties.RoleArn).replace(/^<|\.Arn>$/g, "");
      const own = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>`;
      const name = textOf(properties.StateMachineName);
      const rights = rightsOf(made.workflow, role)
        .filter(({ action }) => action.startsWith("states:"))
        .map(({ action, resource }) => `${action.slice("states:".length)} ${resource}`);
      expect(rights).toEqual(
        definition.includes('"DISTRIBUTED"')
          ? [
              `StartExecution ${own}:stateMachine:${name}`,
              `DescribeExecution ${own}:execution:${name}:*`,
              `StopExecution ${own}:execution:${name}:*`,
            ]
          : [],
      );
    });

    it("fills each placeholder with the function of that name", () => {
      for (const name of ["OpenTask", "ExpireTask", "RunStep", "EndCase"] as const) {
        if (!(name in substitutions)) continue;
        expect(textOf(substitutions[name])).toBe(liveOf(made, name));
      }
    });

    it("logs each event, never what an event carries, and is traced", () => {
      expect(properties.LoggingConfiguration).toMatchObject({ Level: "ALL", IncludeExecutionData: false });
      expect(properties.TracingConfiguration).toEqual({ Enabled: true });
    });
  },
);
