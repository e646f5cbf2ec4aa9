import { awsHouse } from "../adapters/aws.ts";
import { endCase } from "../steps/end-case.ts";

export const handler = endCase(await awsHouse());
