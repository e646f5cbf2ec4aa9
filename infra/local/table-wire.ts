import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import batchGetItem from "dynalite/actions/batchGetItem.js";
import createTable from "dynalite/actions/createTable.js";
import deleteItem from "dynalite/actions/deleteItem.js";
import describeTable from "dynalite/actions/describeTable.js";
import getItem from "dynalite/actions/getItem.js";
import putItem from "dynalite/actions/putItem.js";
import query from "dynalite/actions/query.js";
import scan from "dynalite/actions/scan.js";
import updateItem from "dynalite/actions/updateItem.js";
import batchGetItemRules from "dynalite/validations/batchGetItem.js";
import createTableRules from "dynalite/validations/createTable.js";
import deleteItemRules from "dynalite/validations/deleteItem.js";
import describeTableRules from "dynalite/validations/describeTable.js";
import getItemRules from "dynalite/validations/getItem.js";
import validations from "dynalite/validations/index.js";
import putItemRules from "dynalite/validations/putItem.js";
import queryRules from "dynalite/validations/query.js";
import scanRules from "dynalite/validations/scan.js";
import updateItemRules from "dynalite/validations/updateItem.js";

const operations = new Map([
  ["BatchGetItem", { run: batchGetItem, rules: batchGetItemRules }],
  ["CreateTable", { run: createTable, rules: createTableRules }],
  ["DeleteItem", { run: deleteItem, rules: deleteItemRules }],
  ["DescribeTable", { run: describeTable, rules: describeTableRules }],
  ["GetItem", { run: getItem, rules: getItemRules }],
  ["PutItem", { run: putItem, rules: putItemRules }],
  ["Query", { run: query, rules: queryRules }],
  ["Scan", { run: scan, rules: scanRules }],
  ["UpdateItem", { run: updateItem, rules: updateItemRules }],
]);

type RequestHandler = NonNullable<DynamoDBClientConfig["requestHandler"]>;

/**
 * Answers the client's requests in this process: dynalite's own checks and operations, without the way through HTTP.
 * The client serialises, and reads answers and errors, as it does with the service.
 */
export function tableWire(store: DynaliteStore): RequestHandler {
  return {
    handle: async (request: {
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }) => {
      const { status, body } = await answer(store, operationOf(request.headers), textOf(request.body));
      const headers = { "content-type": "application/x-amz-json-1.0" };
      return { response: { statusCode: status, headers, body: Buffer.from(JSON.stringify(body)) } };
    },
  };
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);

const operationOf = (headers: Readonly<Record<string, string>>): string =>
  headers["x-amz-target"]?.split(".")[1] ?? "";

function answer(
  store: DynaliteStore,
  name: string,
  json: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`the embedded table has no operation ${name}`);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      const refused = refusalIn(error);
      if (refused) resolve({ status: refused.statusCode, body: refused.body });
      else reject(error);
    };
    try {
      const data = validations.checkTypes(JSON.parse(json), operation.rules.types);
      validations.checkValidations(data, operation.rules.types, operation.rules.custom, store);
      operation.run(store, data, (error, result) =>
        error ? fail(error) : resolve({ status: 200, body: result }),
      );
    } catch (error) {
      fail(error);
    }
  });
}

function refusalIn(error: unknown): DynaliteRefusal | undefined {
  if (!(error instanceof Error) || !("statusCode" in error) || !("body" in error)) return undefined;
  return typeof error.statusCode === "number"
    ? { statusCode: error.statusCode, body: error.body }
    : undefined;
}
