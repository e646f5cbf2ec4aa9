import { awsHouse } from "../adapters/aws.ts";
import { expireTask } from "../steps/expire-task.ts";

export const handler = expireTask(await awsHouse());
