import { S3Client } from "@aws-sdk/client-s3";
import type { Files } from "./files.ts";
import { s3Files } from "./s3-files.ts";

export const awsFiles = (bucket: string): Files => s3Files(new S3Client({}), bucket);
