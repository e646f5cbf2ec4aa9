import { awsHouse } from "../adapters/aws.ts";
import { runJobs } from "../events/run-jobs.ts";

export const handler = runJobs(await awsHouse());
