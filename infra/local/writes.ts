import type {
  AttributeValue,
  DynamoDBClient,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "@aws-sdk/client-dynamodb";

/** A write that was made. */
export interface Write {
  readonly pk: string;
  readonly sk: string;
  /** Since when the item waits to leave the table (UTC instant), as it is after the write. */
  readonly pendingAt?: string;
}

export type WriteListener = (write: Write) => void;

/**
 * Tells listeners of every write of a client: puts, and updates that return the item as it is afterwards. A write
 * that was refused is none.
 */
export function watchWrites(client: DynamoDBClient): (listener: WriteListener) => void {
  const listeners: WriteListener[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const write = writeIn(args.input, result.output);
      if (write) for (const listener of listeners) listener(write);
      return result;
    },
    { step: "initialize", name: "watchWrites", override: true },
  );
  return (listener) => listeners.push(listener);
}

function writeIn(input: ServiceInputTypes, output: ServiceOutputTypes): Write | undefined {
  if ("Item" in input) return writeOf(input.Item);
  if ("UpdateExpression" in input && "Attributes" in output) return writeOf(output.Attributes);
  return undefined;
}

function writeOf(item: Record<string, AttributeValue> | undefined): Write | undefined {
  const [pk, sk, pending, pendingAt] = ["pk", "sk", "pending", "pendingAt"].map((name) => item?.[name]?.S);
  if (pk === undefined || sk === undefined) return undefined;
  return { pk, sk, ...(pending !== undefined && pendingAt !== undefined ? { pendingAt } : {}) };
}
