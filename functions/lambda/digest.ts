import { awsHouse } from "../adapters/aws.ts";
import { digest } from "../events/digest.ts";

export const handler = digest(await awsHouse());
