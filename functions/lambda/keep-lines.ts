import { awsHouse } from "../adapters/aws.ts";
import { keepLines } from "../events/keep-lines.ts";

export const handler = keepLines(await awsHouse());
