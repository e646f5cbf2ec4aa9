import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import { localClient, withoutNetwork } from "./local-client.ts";
import { openStore } from "./table-store.ts";
import { tableWire } from "./table-wire.ts";
import { type WriteListener, watchWrites } from "./writes.ts";

export const tableName = "kelias";

/** The one table with its two sparse indexes, as the stacks make it on AWS. */
const table: CreateTableCommandInput = {
  TableName: tableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: ["pk", "sk", "pending", "pendingAt", "inbox", "dueAt"].map((name) => ({
    AttributeName: name,
    AttributeType: "S",
  })),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: [
    ["pending", "pendingAt"],
    ["inbox", "dueAt"],
  ].map(([hash, range]) => ({
    IndexName: hash,
    KeySchema: [
      { AttributeName: hash, KeyType: "HASH" },
      { AttributeName: range, KeyType: "RANGE" },
    ],
    Projection: { ProjectionType: "ALL" },
  })),
};

export interface LocalTable {
  readonly client: DynamoDBClient;
  /** Calls the listener after every write that was made. */
  readonly onWrite: (listener: WriteListener) => void;
  readonly close: () => Promise<void>;
}

/** Opens the table in a folder, and makes it there the first time. Throws a `StartFault` when it is open elsewhere. */
export async function openTable(folder: string): Promise<LocalTable> {
  const store = await openStore(folder);
  const client = withoutNetwork(
    new DynamoDBClient({
      ...localClient,
      accountIdEndpointMode: "disabled",
      endpointDiscoveryEnabled: false,
      requestHandler: tableWire(store),
    }),
  );
  await ready(client, store);
  return {
    client,
    onWrite: watchWrites(client),
    close: async () => {
      await store.lifecycleManager.gracefulClose();
      client.destroy();
    },
  };
}

async function ready(client: DynamoDBClient, store: DynaliteStore): Promise<void> {
  if ((await status(client)) === "ACTIVE") return;
  // A process that was killed while it made the table leaves it in the making; nothing can be in it yet.
  await new Promise<void>((resolve, reject) =>
    store.tableDb.del(tableName, (error) => (error ? reject(error) : resolve())),
  );
  await client.send(new CreateTableCommand(table));
  while ((await status(client)) !== "ACTIVE") await new Promise((resolve) => setImmediate(resolve));
}

async function status(client: DynamoDBClient): Promise<string | undefined> {
  try {
    const { Table: found } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return found?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
