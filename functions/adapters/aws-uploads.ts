import { S3Client } from "@aws-sdk/client-s3";
import { s3Uploads } from "./s3-uploads.ts";
import type { Uploads } from "./uploads.ts";

export const awsUploads = (bucket: string): Uploads => s3Uploads(new S3Client({}), bucket);
