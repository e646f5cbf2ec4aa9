import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { dynamoTable } from "../../../functions/adapters/dynamo-table.ts";
import { sortOf, type Table } from "../../../functions/adapters/table.ts";
import { listen, portOf } from "../../../infra/local/listen.ts";

export interface OpenedTable {
  readonly table: Table;
  readonly close: () => Promise<void>;
}

/** The adapter of DynamoDB on dynalite, an emulator of the service that we did not write, in memory over HTTP. */
export async function tableOnDynalite(): Promise<OpenedTable> {
  const server = dynalite({ createTableMs: 0 });
  await listen(server, 0);
  const client = new DynamoDBClient({
    region: "local",
    endpoint: `http://127.0.0.1:${portOf(server)}`,
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
  return {
    table: dynamoTable(client, "kelias"),
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
