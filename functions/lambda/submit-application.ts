import { awsHouse } from "../adapters/aws.ts";
import { submitApplicationHandler } from "../web/submit-application.ts";

export const handler = submitApplicationHandler(await awsHouse());
