import { Arn, ArnFormat, type Stack } from "aws-cdk-lib";
import { documentFolders, type FunctionEntry } from "../../functions/catalogue.ts";
import { processIds } from "../../workflows/catalogue.ts";
import type { Environment } from "./environment.ts";
import { documentsBucketOf, machineNameOf } from "./names.ts";

/** Before a process's id, the ARN of its machine: what MACHINE_ARN_PREFIX holds. */
export const machineArnPrefix = (stack: Stack, environment: Environment): string =>
  Arn.format(
    {
      service: "states",
      resource: "stateMachine",
      resourceName: machineNameOf(environment, ""),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    stack,
  );

/** Files that have come in and were not looked at yet. */
export const quarantineArn = (partition: string, environment: Environment, account: string): string =>
  `arn:${partition}:s3:::${documentsBucketOf(environment, account)}/quarantine/*`;

/** Files that are made on order. */
export const exportsArn = (partition: string, environment: Environment, account: string): string =>
  `arn:${partition}:s3:::${documentsBucketOf(environment, account)}/exports/*`;

export const documentArns = (
  partition: string,
  environment: Environment,
  account: string,
  { folders = documentFolders }: Pick<FunctionEntry, "folders">,
): string[] =>
  folders.map((folder) => `arn:${partition}:s3:::${documentsBucketOf(environment, account)}/${folder}/*`);

export const machineArns = (stack: Stack, environment: Environment): string[] =>
  processIds.map((id) => `${machineArnPrefix(stack, environment)}${id}`);

/** The executions of every machine. */
export const executionArns = (stack: Stack, environment: Environment): string[] =>
  machineArns(stack, environment).map((arn) => `${arn.replace(":stateMachine:", ":execution:")}:*`);
