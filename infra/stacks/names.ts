import { Arn, ArnFormat, type Stack } from "aws-cdk-lib";
import { documentFolders, type FunctionEntry, type FunctionName } from "../../functions/catalogue.ts";
import { processIds } from "../../workflows/catalogue.ts";
import type { Environment } from "./environment.ts";

/**
 * The names that stacks know of each other without referring to each other: rights and alarms are written with them,
 * so no stack waits for one that waits for it.
 */
const dashed = (name: string): string =>
  name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

export const functionNameOf = ({ name }: Environment, of: FunctionName): string =>
  `kelias-${name}-${dashed(of)}`;
/** The function that keeps the API to CloudFront: no entry of the catalogue, for it knows nothing of Kelias. */
export const gateNameOf = ({ name }: Environment): string => `kelias-${name}-origin-gate`;
export const gateLogsOf = ({ name }: Environment): string => `/kelias/${name}/origin-gate`;
export const machineNameOf = ({ name }: Environment, process: string): string => `kelias-${name}-${process}`;
export const tableNameOf = ({ name }: Environment): string => `kelias-${name}`;
/** Names of buckets are shared by all accounts of AWS, so that of the account stands in it. */
export const documentsBucketOf = ({ name }: Environment, account: string): string =>
  `kelias-${name}-documents-${account}`;
export const configurationSetNameOf = ({ name }: Environment): string => `kelias-${name}`;
export const functionLogsOf = (environment: Environment, of: FunctionName): string =>
  `/kelias/${environment.name}/${dashed(of)}`;
/** Services that deliver logs themselves are told to write under this prefix. */
export const vendedLogsOf = ({ name }: Environment, service: string): string =>
  `/aws/vendedlogs/kelias/${name}/${service}`;

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
