import { awsHouse } from "../adapters/aws.ts";
import { mailFeedback } from "../events/mail-feedback.ts";

export const handler = mailFeedback(await awsHouse());
