import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { dynamoTable } from "../../../functions/adapters/dynamo-table.ts";
import { sortOf, type Table } from "../../../functions/adapters/table.ts";
import { listen, portOf } from "../../../infra/local/listen.ts";

export interface OpenedTable {
  readonly table: Table;
  readonly close: () => Promise<void>;
}

/** `endpoint`: where it answers as DynamoDB does. */
interface OnDynalite extends OpenedTable {
  readonly endpoint: string;
}

/** The adapter of DynamoDB on dynalite, an emulator of the service that we did not write, in memory over HTTP. */
export async function tableOnDynalite(): Promise<OnDynalite> {
  const server = dynalite({ createTableMs: 0 });
  await listen(server, 0);
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  const client = new DynamoDBClient({
    region: "local",
    endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await client.send(
    new CreateTableCommand({
      TableName: "kelias",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", ...Object.entries(sortOf).flat()].map((name) => ({
        AttributeName: name,
        AttributeType: "S",
      })),
      KeySchema: keys("pk", "sk"),
      GlobalSecondaryIndexes: Object.entries(sortOf).map(([hash, range]) => ({
        IndexName: hash,
        KeySchema: keys(hash, range),
        Projection: { ProjectionType: "ALL" },
      })),
    }),
  );
  const soon = { minDelay: 0.01, maxDelay: 0.1, maxWaitTime: 10 };
  await waitUntilTableExists({ client, ...soon }, { TableName: "kelias" });
  return {
    table: dynamoTable(client, "kelias"),
    endpoint,
    close: async () => {
      client.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" as const },
  { AttributeName: range, KeyType: "RANGE" as const },
];
