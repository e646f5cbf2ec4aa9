import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { functionOf, policiesOf, resourcesOf, stacksOf, synthesize, textOf } from "./synthesized.ts";

const streamArn =
  "arn:aws:dynamodb:eu-north-1:111122223333:table/kelias-dev-back/stream/2027-03-01T08:00:00.000";
const before = synthesize();
const after = synthesize({ table: "kelias-dev-back", tableStreamArn: streamArn });

describe("a table that was restored under another name", () => {
  it("is made by no stack, and the one before stays", () => {
    const tables = resourcesOf(stacksOf(after), "AWS::DynamoDB::Table");
    expect(tables.map(({ properties }) => properties.TableName)).toEqual([
      "kelias-dev",
      "kelias-dev-answers",
    ]);
  });

  it("is what every function uses, and has a right to", () => {
    const functions = resourcesOf(stacksOf(after), "AWS::Lambda::Function");
    const names = functions
      .map(({ properties }) => JSON.stringify(properties.Environment ?? {}))
      .filter((environment) => environment.includes("TABLE_NAME"));
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((environment) => !environment.includes('"TABLE_NAME":"kelias-dev-back"'))).toEqual(
      [],
    );

    const rights = JSON.stringify(policiesOf(stacksOf(after)));
    expect(rights).toContain(":table/kelias-dev-back");
    expect(rights).not.toMatch(/ExportsOutput\w*Table\w*Arn/);
  });

  it("is followed by its own stream, and watched by its own name", () => {
    const mappings = resourcesOf(stacksOf(after), "AWS::Lambda::EventSourceMapping");
    expect(mappings.map(({ properties }) => textOf(properties.EventSourceArn))).toEqual([streamArn]);
    const alarms = JSON.stringify(resourcesOf(stacksOf(after), "AWS::CloudWatch::Alarm"));
    expect(alarms).toContain('"Name":"TableName","Value":"kelias-dev-back"');
    expect(alarms).not.toContain('"Name":"TableName","Value":"kelias-dev"');
  });

  it("takes no export away that a deployed stack still imports", () => {
    const exportsOf = (made: typeof before) =>
      Object.values<{ readonly Export?: { readonly Name: string } }>(
        Template.fromStack(made.data).toJSON().Outputs,
      ).flatMap((output) => output.Export?.Name ?? []);
    const kept = exportsOf(after);
    expect(exportsOf(before).filter((name) => !kept.includes(name))).toEqual([]);
    expect(exportsOf(before).filter((name) => name.includes("Table"))).not.toEqual([]);
  });

  it.each([
    [{ table: "kelias-dev-back" }, "together or not at all"],
    [{ tableStreamArn: streamArn }, "together or not at all"],
    [{ table: "kelias-other", tableStreamArn: streamArn }, "is the stream of another table"],
    [{ table: "a table", tableStreamArn: streamArn }, "use -c table=NAME"],
  ])("is refused where its name and its stream do not belong together: %j", (context, sentence) => {
    expect(() => synthesize(context)).toThrow(sentence);
  });
});

it("functions use the table that the stack made where none was restored", () => {
  expect(JSON.stringify(functionOf(before, "Portal").properties.Environment)).toContain("ExportsOutput");
});
