import type { Item, Key } from "../../../functions/adapters/table.ts";

/** What the service would not take, in the name that it gives to such a refusal. */
export class ValidationException extends Error {
  override readonly name = "ValidationException";
}

const refuse = (why: string): never => {
  throw new ValidationException(why);
};

/** An item as it is stored, and its size in bytes as DynamoDB counts it. */
export interface Stored {
  readonly item: Record<string, unknown>;
  readonly size: number;
}

/** Limits of the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const limits = {
  itemBytes: 400 * 1024,
  pageBytes: 1024 * 1024,
  hashBytes: 2048,
  rangeBytes: 1024,
  nesting: 32,
} as const;

const keyAttributes = new Map<string, number>([
  ["pk", limits.hashBytes],
  ["sk", limits.rangeBytes],
  ["pending", limits.hashBytes],
  ["pendingAt", limits.rangeBytes],
  ["inbox", limits.hashBytes],
  ["dueAt", limits.rangeBytes],
]);

const bytes = (text: string): number => Buffer.byteLength(text);

/** @throws ValidationException for what cannot be the value of a key attribute */
export function checkKeyValue(attribute: string, value: unknown): asserts value is string {
  const most = keyAttributes.get(attribute);
  if (typeof value !== "string" || value === "")
    refuse(`the key attribute ${attribute} must be a text that is not empty`);
  else if (most !== undefined && bytes(value) > most)
    refuse(`the key attribute ${attribute} is longer than ${most} bytes`);
}

export function checkKey({ pk, sk }: Key): void {
  checkKeyValue("pk", pk);
  checkKeyValue("sk", sk);
}

/**
 * A copy of an item as DynamoDB would give it back: without what is `undefined`. Of its values it takes those that
 * both JSON and DynamoDB know.
 *
 * @throws ValidationException naming the attribute, for what DynamoDB would refuse
 */
export function storedOf(item: Item): Stored {
  const copy: Record<string, unknown> = {};
  let size = 0;
  for (const attribute of Object.keys(item)) {
    const value = item[attribute];
    if (value === undefined) continue;
    if (keyAttributes.has(attribute)) checkKeyValue(attribute, value);
    if (attribute === "") refuse("an attribute must have a name");
    const one = copyOf(value, attribute, 1);
    copy[attribute] = one.value;
    size += bytes(attribute) + one.size;
  }
  checkKeyValue("pk", copy.pk);
  checkKeyValue("sk", copy.sk);
  if (size > limits.itemBytes) refuse(`the item has ${size} bytes; ${limits.itemBytes} are the most`);
  return { item: copy, size };
}

/** @throws ValidationException for what no attribute of this name may be, whatever item it is of */
export function checkValue(attribute: string, value: unknown): void {
  if (keyAttributes.has(attribute)) checkKeyValue(attribute, value);
  copyOf(value, attribute, 1);
}

interface Copied {
  readonly value: unknown;
  readonly size: number;
}

function copyOf(value: unknown, path: string, depth: number): Copied {
  if (typeof value === "string") {
    const text = value.isWellFormed() ? value : value.toWellFormed();
    return { value: text, size: bytes(text) };
  }
  if (typeof value === "number") return numberOf(value, path);
  if (value === null || typeof value === "boolean") return { value, size: 1 };
  if (depth > limits.nesting) return refuse(`${path} is nested deeper than ${limits.nesting} levels`);
  if (Array.isArray(value)) return listOf(value, path, depth);
  if (typeof value === "object" && isPlain(value)) return mapOf(value, path, depth);
  return refuse(`${path} is of a kind that cannot be stored: ${typeof value}`);
}

function listOf(list: readonly unknown[], path: string, depth: number): Copied {
  const copy: unknown[] = [];
  let size = 3;
  for (const [index, value] of list.entries()) {
    if (value === undefined) continue;
    const one = copyOf(value, `${path}[${index}]`, depth + 1);
    copy.push(one.value);
    size += 1 + one.size;
  }
  return { value: copy, size };
}

function mapOf(map: object, path: string, depth: number): Copied {
  const copy: Record<string, unknown> = {};
  let size = 3;
  for (const [name, value] of Object.entries(map)) {
    if (value === undefined) continue;
    const one = copyOf(value, `${path}.${name}`, depth + 1);
    if (name === "__proto__") refuse(`${path} has an attribute that cannot be kept: ${name}`);
    copy[name] = one.value;
    size += 1 + bytes(name) + one.size;
  }
  return { value: copy, size };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The service keeps 38 digits, but its client reads numbers as JavaScript does. */
function numberOf(value: number, path: string): Copied {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return refuse(`${path} is no number that can be kept exactly: ${value}`);
  if (value !== 0 && Math.abs(value) < 1e-130) return refuse(`${path} is too near to zero: ${value}`);
  const digits = String(Math.abs(value)).replace(/e.*$|\./g, "").length;
  return { value: value === 0 ? 0 : value, size: 1 + Math.ceil(digits / 2) + (value < 0 ? 1 : 0) };
}
