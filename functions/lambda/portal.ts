import { awsHouse } from "../adapters/aws.ts";
import { portal } from "../web/portal.ts";

export const handler = portal(await awsHouse());
