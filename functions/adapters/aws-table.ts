import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "./dynamo-table.ts";
import type { Table } from "./table.ts";

export const awsTable = (tableName: string): Table => dynamoTable(new DynamoDBClient({}), tableName);
