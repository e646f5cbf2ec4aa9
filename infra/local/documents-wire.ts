import { Readable } from "node:stream";
import type { S3ClientConfig } from "@aws-sdk/client-s3";
import { databaseErrorOf } from "./database/errors.ts";
import type { DocumentFile } from "./document-file.ts";

type RequestHandler = NonNullable<S3ClientConfig["requestHandler"]>;

interface Request {
  readonly method: string;
  /** `/bucket/key`, the parts of the key percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/**
 * Answers the client's requests in this process as S3 does: keeping a document that is not there yet, whole or part by part,
 * reading one and taking one away. Whoever would overwrite is refused, as by the bucket's policy in the stacks.
 */
export function documentsWire(bucket: string, file: DocumentFile): RequestHandler {
  return {
    handle: async (request: Request) => {
      try {
        const { statusCode, headers, body } = answer(bucket, file, request);
        return { response: { statusCode, headers, body: Readable.from([Buffer.from(body)]) } };
      } catch (error) {
        // A full disk passes, and whoever keeps a document tries again.
        throw databaseErrorOf("documents.sqlite", error);
      }
    },
  };
}

function answer(bucket: string, file: DocumentFile, request: Request): Answer {
  const { method, path, query = {}, headers, body } = request;
  const [, name, ...parts] = path.split("/").map(decodeURIComponent);
  const key = parts.join("/");
  if (name !== bucket) return refusal(404, "NoSuchBucket");
  if (query.uploads !== undefined || query.uploadId !== undefined) return answerPart(file, key, request);
  switch (method) {
    case "PUT": {
      if (headers["if-none-match"] !== "*") return refusal(403, "AccessDenied");
      const type = headers["content-type"] ?? "application/octet-stream";
      const added = file.add(key, { type, body: bytesOf(body) });
      return added ? { statusCode: 200, headers: {}, body: "" } : refusal(412, "PreconditionFailed");
    }
    case "DELETE":
      file.remove(key);
      return { statusCode: 204, headers: {}, body: "" };
    case "GET": {
      const found = file.find(key);
      if (!found) return refusal(404, "NoSuchKey");
      const length = String(found.body.byteLength);
      return {
        statusCode: 200,
        headers: { "content-type": found.type, "content-length": length },
        body: found.body,
      };
    }
    default:
      return refusal(405, "MethodNotAllowed");
  }
}

/** What belongs to a document that is made in parts (S3 user guide, "Uploading an object using multipart upload"). */
function answerPart(file: DocumentFile, key: string, { method, query = {}, headers, body }: Request): Answer {
  const making = String(query.uploadId);
  switch (method) {
    case "POST": {
      if (query.uploads !== undefined) {
        const id = file.begin(key, headers["content-type"] ?? "application/octet-stream");
        return xml(
          `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
        );
      }
      if (headers["if-none-match"] !== "*") return refusal(403, "AccessDenied");
      const outcome = file.finish(making);
      if (outcome === "gone") return refusal(404, "NoSuchUpload");
      return outcome === "exists"
        ? refusal(412, "PreconditionFailed")
        : xml("<CompleteMultipartUploadResult></CompleteMultipartUploadResult>");
    }
    case "PUT": {
      const tag = file.addPart(making, Number(query.partNumber), bytesOf(body));
      return tag === undefined
        ? refusal(404, "NoSuchUpload")
        : { statusCode: 200, headers: { etag: `"${tag}"` }, body: "" };
    }
    default:
      return refusal(405, "MethodNotAllowed");
  }
}

const xml = (said: string): Answer => ({
  statusCode: 200,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${said}`,
});

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "string") return Buffer.from(body, "utf8");
  throw new Error("the embedded documents take a body that is there whole, not a stream");
}

const refusal = (statusCode: number, code: string): Answer => ({
  statusCode,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});
