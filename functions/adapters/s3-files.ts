import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  NoSuchUpload,
  type S3Client,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import { FileGone, type Files, type Handing } from "./files.ts";
import { fitting } from "./fitting.ts";

/**
 * Files in a bucket of Amazon S3, made by its multipart upload, fetched by a presigned address. The bucket's lifecycle deletes
 * them. `endpoint` takes the place of the bucket's own address in what is handed out.
 */
export const s3Files = (client: S3Client, bucket: string, endpoint?: string): Files => ({
  async begin(key, type) {
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({
        Bucket: bucket,
        Key: fitting("objectKey", key),
        ContentType: fitting("mediaType", type),
        ChecksumAlgorithm: "CRC32",
      }),
    );
    if (UploadId === undefined) throw new Error(`files: ${key} was begun without an identifier`);
    return UploadId;
  },

  async add(key, making, number, body) {
    const { ETag, ChecksumCRC32 } = await gone(key, () =>
      client.send(
        new UploadPartCommand({
          Bucket: bucket,
          Key: key,
          UploadId: making,
          PartNumber: number,
          Body: body,
          ChecksumAlgorithm: "CRC32",
        }),
      ),
    );
    if (ETag === undefined) throw new Error(`files: a part of ${key} came without its tag`);
    return { tag: ETag, ...(ChecksumCRC32 === undefined ? {} : { checksum: ChecksumCRC32 }) };
  },

  async finish(key, making, parts) {
    await gone(key, () =>
      client.send(
        new CompleteMultipartUploadCommand({
          Bucket: bucket,
          Key: key,
          UploadId: making,
          IfNoneMatch: "*",
          MultipartUpload: {
            Parts: parts.map(({ tag, checksum }, index) => ({
              PartNumber: index + 1,
              ETag: tag,
              ChecksumCRC32: checksum,
            })),
          },
        }),
      ),
    );
  },

  link: (key, handing) =>
    presigned(client, endpoint ?? `https://${bucket}.s3.REGION.amazonaws.com`, key, handing),

  remove: async () => undefined,
});

async function gone<T>(key: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isThere = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;
    if (error instanceof NoSuchUpload || isThere) throw new FileGone(key);
    throw error;
  }
}

/**
 * The address of a file, signed with the rights of whoever asks (S3 API reference, "Authenticating requests: using query
 * parameters"). The same instants give the same address.
 */
async function presigned(
  { config }: S3Client,
  base: string,
  key: string,
  { name, now, until }: Handing,
): Promise<string> {
  const region = await config.region();
  const address = new URL(base.replace("REGION", region));
  const signer = new SignatureV4({
    credentials: config.credentials,
    region,
    service: "s3",
    sha256: config.sha256,
    uriEscapePath: false,
  });
  const path = `${address.pathname.replace(/\/$/, "")}/${fitting("objectKey", key).split("/").map(escaped).join("/")}`;
  const request = new HttpRequest({
    protocol: address.protocol,
    hostname: address.host,
    method: "GET",
    path,
    query: { "response-content-disposition": `attachment; filename="${fitting("fileName", name)}"` },
    headers: { host: address.host, "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD" },
  });
  const { query = {} } = await signer.presign(request, {
    signingDate: new Date(now),
    expiresIn: Math.max(1, Math.floor((Date.parse(until) - Date.parse(now)) / 1000)),
  });
  const said = Object.entries(query).map(([field, value]) => `${escaped(field)}=${escaped(String(value))}`);
  return `${address.protocol}//${address.host}${path}?${said.join("&")}`;
}

/** As RFC 3986 reserves letters, which is more than the browser's own function escapes. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
