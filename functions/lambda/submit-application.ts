import { awsHouse } from "../adapters/aws.ts";
import { submitApplicationHandler } from "../portal/submit-application.ts";

export const handler = submitApplicationHandler(await awsHouse());
