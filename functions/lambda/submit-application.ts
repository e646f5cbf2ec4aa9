import { awsHouse } from "../adapters/aws.ts";
import { submitApplication } from "../portal/submit-application.ts";

export const handler = submitApplication(await awsHouse());
