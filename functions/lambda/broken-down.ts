import { awsHouse } from "../adapters/aws.ts";
import { brokenDown } from "../events/broken-down.ts";

export const handler = brokenDown(await awsHouse());
