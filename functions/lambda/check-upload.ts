import { awsHouse } from "../adapters/aws.ts";
import { checkUpload } from "../uploads/check-upload.ts";

export const handler = checkUpload(await awsHouse());
