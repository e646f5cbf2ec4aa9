import { S3Client } from "@aws-sdk/client-s3";
import type { Documents } from "./documents.ts";
import { s3Documents } from "./s3-documents.ts";

export const awsDocuments = (bucket: string): Documents => s3Documents(new S3Client({}), bucket);
