import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Documents } from "../../functions/adapters/documents.ts";
import { dynamoTable } from "../../functions/adapters/dynamo-table.ts";
import { clearPieces, inPieces } from "../../functions/adapters/in-pieces.ts";
import { s3Documents } from "../../functions/adapters/s3-documents.ts";
import type { Kept } from "../../functions/erasure/kept.ts";
import { notedErasure } from "../local/erasures-file.ts";
import { documentsBucketOf } from "../stacks/names.ts";
import type { Account } from "./account.ts";
import type { Erasures } from "./installation.ts";

interface Parts {
  readonly dynamo: DynamoDBClient;
  readonly tableName: string;
  readonly s3: S3Client;
  readonly bucket: string;
}

/** Pieces are read with the items that they belong to; what has come in and nobody has looked at goes after a day. */
const isPiece = (pk: string): boolean => pk.startsWith("pieces#");
const isComingIn = (key: string): boolean => key.startsWith("quarantine/");

/**
 * Everything that an environment on AWS keeps, for an operator who may scan its table and remove versions of its documents: no function
 * may. What people do meanwhile is found again, because each item is read right before it is changed.
 */
export function keptOnAws({ dynamo, tableName, s3, bucket }: Parts): Kept {
  const raw = dynamoTable(dynamo, tableName);
  const table = inPieces(raw);
  const documents = s3Documents(s3, bucket);
  /** All versions of a document and the marks of its removal, but for one version. */
  const removeVersions = async (key: string, but?: string): Promise<void> => {
    let after: Pick<ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker"> | undefined = {};
    while (after) {
      const page: ListObjectVersionsCommandOutput = await s3.send(
        new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...after }),
      );
      for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
        if (Key === key && VersionId !== but)
          await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId }));
      after = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
  };
  return {
    items: async function* () {
      const keys: { readonly pk: string; readonly sk: string }[] = [];
      const asked = { TableName: tableName, ProjectionExpression: "pk, sk", ConsistentRead: true };
      for await (const { Items = [] } of paginateScan({ client: dynamo }, asked))
        for (const { pk, sk } of Items) keys.push({ pk: pk?.S ?? "", sk: sk?.S ?? "" });
      for (const key of keys) {
        const item = isPiece(key.pk) ? undefined : await table.get(key);
        if (item) yield item;
      }
    },
    documents: {
      keys: async () => {
        const keys: string[] = [];
        for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket }))
          for (const { Key: key } of Contents) if (key !== undefined && !isComingIn(key)) keys.push(key);
        return keys;
      },
      read: async (key) => (await documents.read(key))?.body,
      // The bucket's policy refuses whoever writes over something: what is there is marked as removed, and is gone once the new one stands.
      rewrite: async (key, body) => {
        const type = (await documents.read(key))?.type;
        await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
        const stored = await s3.send(
          new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type, IfNoneMatch: "*" }),
        );
        if (stored.VersionId !== undefined) await removeVersions(key, stored.VersionId);
      },
      remove: (key) => removeVersions(key),
    },
    clearPieces: (pk) => clearPieces(raw, pk),
    // Nothing is left on a disk of ours; recovery points of the table go after 35 days.
    wipe: async () => undefined,
  };
}

const noted = "erasures/";

/** Who was erased, beside the table in the bucket: a restored table finds them there. */
export const erasuresOnAws = (documents: Documents, kept: Pick<Kept, "documents">): Erasures => ({
  note: async (one) => {
    await documents.keep(`${noted}${one.person}.json`, JSON.stringify(one), "application/json");
  },
  noted: async () => {
    const keys = (await kept.documents.keys()).filter((key) => key.startsWith(noted));
    const found = await Promise.all(keys.map((key) => kept.documents.read(key)));
    return found.flatMap((body) =>
      body ? [notedErasure.parse(JSON.parse(Buffer.from(body).toString("utf8")))] : [],
    );
  },
});

/** All that an environment keeps, under the names that the stacks give (infra/stacks/names.ts). */
export async function openKept(tableName: string, env: Account["env"], region: string) {
  const { Account: account = "" } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
  const bucket = documentsBucketOf({ name: env }, account);
  const s3 = new S3Client({ region });
  const kept = keptOnAws({ dynamo: new DynamoDBClient({ region }), tableName, s3, bucket });
  return { kept, erasures: erasuresOnAws(s3Documents(s3, bucket), kept) };
}
