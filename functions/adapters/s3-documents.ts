import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { RetryLater } from "../../workflows/kernel/retry.ts";
import type { Documents } from "./documents.ts";
import { fitting } from "./fitting.ts";

/** Documents in one bucket of Amazon S3. Its policy refuses whoever would overwrite one, as `keep` never does. */
export const s3Documents = (client: S3Client, bucket: string): Documents => ({
  async keep(key, body, type) {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: fitting("objectKey", key),
          Body: body,
          ContentType: fitting("mediaType", type),
          IfNoneMatch: "*",
        }),
      );
      return "kept";
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      const { httpStatusCode: status } = error.$metadata;
      if (status === 412) return "exists";
      if (status === 409) throw new RetryLater(error.name, { cause: error });
      throw error;
    }
  },

  async read(key) {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error(`documents: ${key} came without its body`);
      return { body: await Body.transformToByteArray(), type: ContentType ?? "application/octet-stream" };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },

  async remove(key) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
});
