import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { cursorOf, readCursor } from "./cursor.ts";
import { fitting } from "./fitting.ts";
import { BadCursor, type Change, type Item, type Key, type Page, sortOf, type Table } from "./table.ts";

const clean = (value: Readonly<Record<string, unknown>>) =>
  marshall(value, { removeUndefinedValues: true, convertClassInstanceToMap: true });

const keyOf = ({ pk, sk }: Key) => clean({ pk: fitting("partitionKey", pk), sk: fitting("sortKey", sk) });

/** BatchGetItem takes so many keys at once. */
const keysAtOnce = 100;

/** The table on Amazon DynamoDB. One conditional write at a time; no transactions, so it runs on dynalite too. */
export function dynamoTable(client: DynamoDBClient, tableName: string): Table {
  const queryAll = async (
    input: Omit<QueryCommandInput, "TableName">,
    limit = Number.POSITIVE_INFINITY,
  ): Promise<Item[]> => {
    const items: Item[] = [];
    let start: QueryCommandInput["ExclusiveStartKey"];
    do {
      const page = await client.send(
        new QueryCommand({ TableName: tableName, ...input, ...(start ? { ExclusiveStartKey: start } : {}) }),
      );
      for (const item of page.Items ?? []) items.push(unmarshall(item));
      start = page.LastEvaluatedKey;
    } while (start && items.length < limit);
    return items;
  };

  const queryPage = async (
    input: Omit<QueryCommandInput, "TableName">,
    cursorAfter: (last: Item) => string,
  ): Promise<Page> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ TableName: tableName, ...input }),
    );
    const items = Items.map((item) => unmarshall(item));
    return LastEvaluatedKey ? { items, next: cursorAfter(unmarshall(LastEvaluatedKey)) } : { items };
  };

  const readSome = async (keys: readonly Key[]): Promise<Item[]> => {
    const found: Item[] = [];
    let asked: BatchGetItemCommandInput["RequestItems"] = {
      [tableName]: { Keys: keys.map(keyOf), ConsistentRead: true },
    };
    while (asked && Object.keys(asked).length > 0) {
      const { Responses, UnprocessedKeys }: BatchGetItemCommandOutput = await client.send(
        new BatchGetItemCommand({ RequestItems: asked }),
      );
      found.push(...(Responses?.[tableName] ?? []).map((item) => unmarshall(item)));
      asked = UnprocessedKeys;
    }
    return found;
  };

  return {
    async getMany(keys) {
      const batches = Array.from({ length: Math.ceil(keys.length / keysAtOnce) }, (_, batch) =>
        keys.slice(batch * keysAtOnce, (batch + 1) * keysAtOnce),
      );
      const found = (await Promise.all(batches.map(readSome))).flat();
      const byKey = new Map(found.map((item) => [`${String(item.pk)}\n${String(item.sk)}`, item]));
      return keys.map(({ pk, sk }) => byKey.get(`${pk}\n${sk}`));
    },

    page: async (pk, { prefix, after, limit, isReversed }) => {
      const start = after === undefined ? undefined : readCursor(after);
      if (start && (start.pk !== pk || !start.sk.startsWith(prefix ?? ""))) throw new BadCursor();
      return queryPage(
        {
          ConsistentRead: true,
          KeyConditionExpression: prefix ? "pk = :pk AND begins_with(sk, :sk)" : "pk = :pk",
          ExpressionAttributeValues: clean(prefix ? { ":pk": pk, ":sk": prefix } : { ":pk": pk }),
          Limit: limit,
          ScanIndexForward: !isReversed,
          ...(start ? { ExclusiveStartKey: clean({ pk: start.pk, sk: start.sk }) } : {}),
        },
        (last) => cursorOf({ pk, sk: String(last.sk) }),
      );
    },

    indexPage: async (name, key, { from, upTo, after, limit, isReversed }) => {
      const start = after === undefined ? undefined : readCursor(after);
      if (start && (start.sort === undefined || (upTo && start.sort > upTo) || (from && start.sort < from)))
        throw new BadCursor();
      return queryPage(
        {
          IndexName: name,
          KeyConditionExpression: `#key = :key${between(from, upTo)}`,
          ExpressionAttributeNames: { "#key": name, ...(from || upTo ? { "#sort": sortOf[name] } : {}) },
          ExpressionAttributeValues: clean({
            ":key": key,
            ...(from ? { ":from": from } : {}),
            ...(upTo ? { ":upTo": upTo } : {}),
          }),
          Limit: limit,
          ScanIndexForward: !isReversed,
          ...(start
            ? {
                ExclusiveStartKey: clean({
                  pk: start.pk,
                  sk: start.sk,
                  [name]: key,
                  [sortOf[name]]: start.sort,
                }),
              }
            : {}),
        },
        (last) => cursorOf({ pk: String(last.pk), sk: String(last.sk) }, String(last[sortOf[name]])),
      );
    },

    async get(key) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: keyOf(key), ConsistentRead: true }),
      );
      return item ? unmarshall(item) : undefined;
    },

    async put(item, options) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: { ...clean(item), ...keyOf({ pk: String(item.pk), sk: String(item.sk) }) },
            ...(options?.ifAbsent ? { ConditionExpression: "attribute_not_exists(pk)" } : {}),
          }),
        );
        return "stored";
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return "exists";
        throw error;
      }
    },

    async change(key, change) {
      try {
        const { Attributes } = await client.send(
          new UpdateItemCommand({
            TableName: tableName,
            Key: keyOf(key),
            ...expressions(change),
            ReturnValues: "ALL_NEW",
          }),
        );
        return { outcome: "changed", item: unmarshall(Attributes ?? {}) };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return { outcome: "refused" };
        throw error;
      }
    },

    query: (pk, prefix) =>
      queryAll({
        ConsistentRead: true,
        KeyConditionExpression: prefix ? "pk = :pk AND begins_with(sk, :sk)" : "pk = :pk",
        ExpressionAttributeValues: clean(prefix ? { ":pk": pk, ":sk": prefix } : { ":pk": pk }),
      }),

    async index(name, key, options) {
      const items = await queryAll(
        {
          IndexName: name,
          KeyConditionExpression: options?.upTo ? "#key = :key AND #sort <= :upTo" : "#key = :key",
          ExpressionAttributeNames: { "#key": name, ...(options?.upTo ? { "#sort": sortOf[name] } : {}) },
          ExpressionAttributeValues: clean({
            ":key": key,
            ...(options?.upTo ? { ":upTo": options.upTo } : {}),
          }),
          ...(options?.limit ? { Limit: options.limit } : {}),
        },
        options?.limit,
      );
      return items.slice(0, options?.limit || undefined);
    },

    async delete(key: Key) {
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: keyOf(key) }));
    },
  };
}

/** What a sort attribute must be; `:from` and `:upTo` belong to it. */
function between(from: string | undefined, upTo: string | undefined): string {
  if (from && upTo) return " AND #sort BETWEEN :from AND :upTo";
  if (from) return " AND #sort >= :from";
  return upTo ? " AND #sort <= :upTo" : "";
}

/** Update and condition expressions; every attribute goes by a placeholder, so that reserved words do no harm. */
function expressions(change: Change) {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const name = (attribute: string): string => {
    const placeholder = `#${Object.keys(names).length}`;
    names[placeholder] = attribute;
    return placeholder;
  };
  const value = (given: unknown): string => {
    const placeholder = `:${Object.keys(values).length}`;
    values[placeholder] = given;
    return placeholder;
  };
  const sets = Object.entries(change.set ?? {})
    .filter(([, given]) => given !== undefined)
    .map(([attribute, given]) => `${name(attribute)} = ${value(given)}`);
  const removes = (change.remove ?? []).map(name);
  const adds = Object.entries(change.add ?? {}).map(
    ([attribute, amount]) => `${name(attribute)} ${value(amount)}`,
  );
  const conditions = Object.entries(change.when ?? {}).map(([attribute, rule]) => {
    if (rule === "absent") return `attribute_not_exists(${name(attribute)})`;
    if (rule === "present") return `attribute_exists(${name(attribute)})`;
    if ("below" in rule) return `${name(attribute)} < ${value(rule.below)}`;
    if ("atLeast" in rule) return `${name(attribute)} >= ${value(rule.atLeast)}`;
    return `${name(attribute)} = ${value(rule.is)}`;
  });
  const update = [
    sets.length > 0 ? `SET ${sets.join(", ")}` : "",
    removes.length > 0 ? `REMOVE ${removes.join(", ")}` : "",
    adds.length > 0 ? `ADD ${adds.join(", ")}` : "",
  ];
  return {
    UpdateExpression: update.filter((part) => part !== "").join(" "),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: clean(values) } : {}),
    ...(conditions.length > 0 ? { ConditionExpression: conditions.join(" AND ") } : {}),
  };
}
