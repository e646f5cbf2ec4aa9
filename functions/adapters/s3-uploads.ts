import { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { fitting } from "./fitting.ts";
import type { Uploads } from "./uploads.ts";

/**
 * More than any field takes is let in, and refused with a sentence once it is here: whatever S3 itself refuses ends on a page of S3's
 * in English XML, from which nothing leads back. What is still larger is found by the page before it is sent, where scripts run.
 */
export const mostReceived = 32_000_000;

/**
 * Quarantine in a bucket of Amazon S3. A form is signed with the rights of whoever asks; its policy bounds key, size and
 * time [S3 API reference, "Creating a POST policy"]. `endpoint` takes the place of the bucket's own address.
 */
export const s3Uploads = (client: S3Client, bucket: string, endpoint?: string): Uploads => ({
  async form({ key, until, now, after }) {
    const seconds = Math.max(1, Math.floor((Date.parse(until) - Date.parse(now)) / 1000));
    // The signer's clock is the machine's own; a laptop's may have been moved.
    client.config.systemClockOffset = Date.parse(now) - Date.now();
    const { url, fields } = await createPresignedPost(client, {
      Bucket: bucket,
      Key: fitting("objectKey", key),
      Expires: seconds,
      Conditions: [["content-length-range", 0, mostReceived]],
      Fields: { success_action_redirect: fitting("redirect", after) },
    });
    return { url: endpoint ?? url, fields };
  },

  async read(key, mostBytes) {
    try {
      const { Body, ContentLength = 0 } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (ContentLength <= mostBytes)
        return { bytes: ContentLength, body: (await Body?.transformToByteArray()) ?? new Uint8Array() };
      // The rest is left where it is, and the connection with it.
      if (Body instanceof Readable) Body.destroy();
      return { bytes: ContentLength };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
});
