import { App, type Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { FunctionName } from "../../../functions/catalogue.ts";
import { type Kelias, kelias } from "../../../infra/stacks/kelias.ts";

/** The stacks without the work of bundling: their templates are the same but for the code's address. */
export function synthesize(context: Readonly<Record<string, string>> = {}): Kelias & { readonly app: App } {
  const app = new App({ context });
  return { app, ...kelias(app, () => Code.fromInline("export const handler = undefined;")) };
}

/** What production cannot be deployed without. */
export const production = { env: "prod", alarmMail: "watch@kelias.example" } as const;

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy?: string;
  /** What CloudFormation makes before it, because the template says so. */
  readonly dependsOn: readonly string[];
}

export const stacksOf = ({ data, mail, firewall, portal, workflow, watch }: Kelias): readonly Stack[] => [
  data,
  mail,
  firewall,
  portal,
  workflow,
  watch,
];

/** The resources of stacks, all or those of a type. */
export const resourcesOf = (stacks: readonly Stack[], type?: string): readonly Resource[] =>
  stacks.flatMap((stack) =>
    Object.entries<Record<string, unknown>>(Template.fromStack(stack).toJSON().Resources ?? {})
      .filter(([, resource]) => type === undefined || resource.Type === type)
      .map(([id, resource]) => ({
        id,
        type: String(resource.Type),
        properties: recordOf(resource.Properties),
        dependsOn: resource.DependsOn === undefined ? [] : listOf(resource.DependsOn).map(String),
        ...(typeof resource.DeletionPolicy === "string" ? { deletionPolicy: resource.DeletionPolicy } : {}),
      })),
  );

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A property as one line of text; what CloudFormation fills in stands in angle brackets. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const [[name, inner] = ["", undefined]] = Object.entries(recordOf(value));
  switch (name) {
    case "Fn::Join":
      return listOf(listOf(inner)[1])
        .map(textOf)
        .join(String(listOf(inner)[0]));
    case "Fn::GetAtt":
      return `<${listOf(inner).map(String).join(".")}>`;
    // A part of an ARN, as what it is a part of.
    case "Fn::Select":
    case "Fn::Split":
      return textOf(listOf(inner)[1]);
    case "Ref":
    case "Fn::ImportValue":
      return `<${textOf(inner).replace(/^.*ExportsOutput(FnGetAtt|Ref)/, "")}>`;
    default:
      return JSON.stringify(value);
  }
}

export interface Right {
  readonly action: string;
  readonly resource: string;
  readonly condition: string;
}

/** What says what roles may do: the CDK goes on in a managed policy where one of its own would be larger than IAM takes. */
export const policiesOf = (stacks: readonly Stack[]): readonly Resource[] =>
  ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"].flatMap((type) => resourcesOf(stacks, type));

/** Every single action that a role may take, on what, under which condition. */
export function rightsOf(stack: Stack, roleId: string): readonly Right[] {
  return policiesOf([stack])
    .filter(({ properties }) => listOf(properties.Roles).some((role) => textOf(role) === `<${roleId}>`))
    .flatMap(({ properties }) => listOf(recordOf(properties.PolicyDocument).Statement))
    .map(recordOf)
    .flatMap(({ Action, Resource, Condition }) =>
      listOf(Action).flatMap((action) =>
        listOf(Resource).map((resource) => ({
          action: String(action),
          resource: textOf(resource),
          condition: Condition === undefined ? "" : conditionText(Condition),
        })),
      ),
    );
}

const conditionText = (condition: unknown): string =>
  Object.entries(recordOf(condition))
    .flatMap(([operator, tests]) =>
      Object.entries(recordOf(tests)).map(([key, value]) => `${operator} ${key} ${textOf(value)}`),
    )
    .join(" and ");

export interface FunctionResource extends Resource {
  readonly stack: Stack;
  readonly roleId: string;
}

/** How whoever calls a function of the catalogue names it: by its alias. */
export const liveOf = (made: Kelias, name: FunctionName): string => {
  const { stack, id } = functionOf(made, name);
  const alias = resourcesOf([stack], "AWS::Lambda::Alias").find(({ properties }) =>
    textOf(properties.FunctionName).startsWith(`<${id}`),
  );
  if (!alias) throw new Error(`${name} has no alias`);
  return `<${alias.id}>`;
};

/** The deployed function of a name of the catalogue. */
export function functionOf(made: Kelias, name: FunctionName): FunctionResource {
  for (const stack of stacksOf(made)) {
    const found = resourcesOf([stack], "AWS::Lambda::Function").find(({ id }) =>
      id.startsWith(`${name}Function`),
    );
    if (!found) continue;
    const role = textOf(found.properties.Role);
    return { ...found, stack, roleId: role.slice(1, role.indexOf(".")) };
  }
  throw new Error(`no stack deploys ${name}`);
}
