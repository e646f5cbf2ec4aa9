import type { FunctionName } from "../../functions/catalogue.ts";
import type { Environment } from "./environment.ts";

type Named = Pick<Environment, "name">;

/**
 * The names that stacks know of each other without referring to each other: rights and alarms are written with them,
 * so no stack waits for one that waits for it.
 */
export const dashed = (name: string): string =>
  name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

export const functionNameOf = ({ name }: Named, of: FunctionName): string => `kelias-${name}-${dashed(of)}`;
/** Where its events wait that did not get through. */
export const waitingQueueOf = (environment: Named, of: FunctionName): string =>
  `${functionNameOf(environment, of)}-waiting`;
/** Whoever calls a function calls it by this alias, so that new code can come gradually and go back at once. */
export const liveAlias = "live";
/** The function that keeps the API to CloudFront: no entry of the catalogue, for it knows nothing of Kelias. */
export const gateNameOf = ({ name }: Named): string => `kelias-${name}-origin-gate`;
export const gateLogsOf = ({ name }: Named): string => `/kelias/${name}/origin-gate`;
export const machineNameOf = ({ name }: Named, process: string): string => `kelias-${name}-${process}`;
/** The table that the stack makes, and the one that is used: another after it was restored under a new name. */
export const madeTableOf = ({ name }: Named): string => `kelias-${name}`;
/** Beside the other one, and never restored: nothing remembers what stood in it. */
export const answersTableOf = ({ name }: Named): string => `kelias-${name}-answers`;
export const tableNameOf = (environment: Named & Pick<Environment, "restored">): string =>
  environment.restored?.table ?? madeTableOf(environment);
/** Names of buckets are shared by all accounts of AWS, so that of the account stands in it. */
export const documentsBucketOf = ({ name }: Named, account: string): string =>
  `kelias-${name}-documents-${account}`;
export const configurationSetNameOf = ({ name }: Named): string => `kelias-${name}`;
export const functionLogsOf = (environment: Named, of: FunctionName): string =>
  `/kelias/${environment.name}/${dashed(of)}`;
/** Services that deliver logs themselves are told to write under this prefix. */
export const vendedLogsOf = ({ name }: Named, service: string): string =>
  `/aws/vendedlogs/kelias/${name}/${service}`;
