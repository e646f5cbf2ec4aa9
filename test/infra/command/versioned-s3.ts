import { Readable } from "node:stream";
import { S3Client } from "@aws-sdk/client-s3";

interface Version {
  readonly key: string;
  readonly id: string;
  /** Absent of a mark that the object was removed. */
  readonly body?: string;
}

/**
 * A bucket with versions that refuses whoever writes over something, as ours does: the few requests of S3 that an operator makes.
 * Written from the API reference, because no emulator at hand keeps versions.
 */
export function versionedBucket() {
  let versions: readonly Version[] = [];
  let made = 0;
  const latest = (key: string): Version | undefined => versions.findLast((one) => one.key === key);
  const stored = (key: string, body?: string): string => {
    const id = `v${++made}`;
    versions = [...versions, { key, id, ...(body === undefined ? {} : { body }) }];
    return id;
  };
  const xml = (statusCode: number, body = "", headers: Readonly<Record<string, string>> = {}) => ({
    response: {
      statusCode,
      headers: { "content-type": "application/xml", ...headers },
      body: Readable.from([Buffer.from(body)]),
    },
  });
  const tagged = (name: string, { key, id }: Version): string =>
    `<${name}><Key>${key}</Key><VersionId>${id}</VersionId></${name}>`;

  const client = new S3Client({
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    endpoint: "http://127.0.0.1",
    forcePathStyle: true,
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: {
        readonly method: string;
        readonly path: string;
        readonly query: Readonly<Record<string, string | null>>;
        readonly headers: Readonly<Record<string, string>>;
        readonly body?: unknown;
      }) => {
        const { method, query } = request;
        const key = decodeURIComponent(request.path.replace(/^\/kelias\/?/, ""));
        if (method === "GET" && Object.hasOwn(query, "versions")) {
          const found = versions.filter((one) => one.key.startsWith(query.prefix ?? ""));
          const said = found.map((one) => tagged(one.body === undefined ? "DeleteMarker" : "Version", one));
          return xml(200, `<ListVersionsResult>${said.join("")}</ListVersionsResult>`);
        }
        if (method === "GET" && key === "") {
          const keys = [...new Set(versions.map((one) => one.key))].filter(
            (one) => latest(one)?.body !== undefined,
          );
          const said = keys.map((one) => `<Contents><Key>${one}</Key></Contents>`).join("");
          return xml(200, `<ListBucketResult>${said}</ListBucketResult>`);
        }
        const now = latest(key);
        if (method === "GET")
          return now?.body === undefined
            ? xml(404, "<Error><Code>NoSuchKey</Code></Error>")
            : xml(200, now.body, { "content-type": "application/json" });
        if (method === "PUT") {
          if (request.headers["if-none-match"] !== "*")
            return xml(403, "<Error><Code>AccessDenied</Code></Error>");
          if (now?.body !== undefined) return xml(412, "<Error><Code>PreconditionFailed</Code></Error>");
          return xml(200, "", { "x-amz-version-id": stored(key, String(request.body)) });
        }
        const { versionId } = query;
        if (versionId) versions = versions.filter(({ id }) => id !== versionId);
        else stored(key);
        return xml(204);
      },
    },
  });
  return { client, bucket: "kelias", versions: () => versions };
}
