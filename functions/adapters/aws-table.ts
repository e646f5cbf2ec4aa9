import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "./dynamo-table.ts";
import { inPieces } from "./in-pieces.ts";
import type { Table } from "./table.ts";

/** `region`: where it is, unless the environment says so. */
export function awsTable(tableName: string, where: { readonly region?: string } = {}): Table {
  const client = new DynamoDBClient(where);
  // It goes through every request and every answer for a logger that there is none of.
  client.middlewareStack.remove("loggerMiddleware");
  return inPieces(dynamoTable(client, tableName));
}
