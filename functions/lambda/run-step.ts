import { awsHouse } from "../adapters/aws.ts";
import { runStep } from "../steps/run-step.ts";

export const handler = runStep(await awsHouse());
