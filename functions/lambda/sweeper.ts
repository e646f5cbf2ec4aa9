import { awsHouse } from "../adapters/aws.ts";
import { sweeper } from "../events/sweeper.ts";

export const handler = sweeper(await awsHouse());
