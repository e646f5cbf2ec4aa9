import { awsHouse } from "../adapters/aws.ts";
import { openTask } from "../steps/open-task.ts";

export const handler = openTask(await awsHouse());
