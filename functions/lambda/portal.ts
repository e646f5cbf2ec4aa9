import { awsHouse } from "../adapters/aws.ts";
import { portal } from "../portal/portal.ts";

export const handler = portal(await awsHouse());
