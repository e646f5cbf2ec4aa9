import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "./dynamo-table.ts";
import type { Table } from "./table.ts";

export function awsTable(tableName: string): Table {
  const client = new DynamoDBClient({});
  // It goes through every request and every answer for a logger that there is none of.
  client.middlewareStack.remove("loggerMiddleware");
  return dynamoTable(client, tableName);
}
