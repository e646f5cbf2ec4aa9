import { awsHouse } from "../adapters/aws.ts";
import { stepFunctionsQuotas as quotas } from "../events/quotas.ts";
import { sweeper } from "../events/sweeper.ts";

/** What 512 MB of Lambda work off in parallel while they wait for the services. */
const atOnce = 16;

export const handler = sweeper(await awsHouse(), { atOnce, quotas });
