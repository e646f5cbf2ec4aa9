import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import type { Item, Key, Table } from "./table.ts";

/** An item, or what is set of one, whose JSON has so many characters at most is written as it is. */
const mostText = 32_000;
/** In a larger one each attribute that is longer than this lies in pieces. */
const mostAttribute = 8_000;
/** Characters of a piece, one byte each: far from the 400 KB that an item may have [DynamoDB, "Quotas"]. */
const mostPiece = 60_000;

/** What stands in the place of an attribute that lies in pieces: what it holds, as a hash, and how many pieces. */
const marker = z.strictObject({ "~pieces": z.object({ of: z.string(), count: z.number().int() }) });
const pieceItem = z.object({ text: z.string() });

/**
 * A table in which no item grows with what it tells of (claim check): an attribute that has grown long is compressed and lies in
 * pieces of bounded size, in a partition beside the item's own, and is whole again for whoever reads. The pieces are written first
 * and are named after what they hold, so a retry writes the same ones, and of two writers at once each has its own. Conditions and
 * indexes see no attribute that can be long. What an attribute held before stays in its pieces until somebody clears the partition.
 */
export function inPieces<Of extends Table>(table: Of): Of {
  /** Writes the long attributes into pieces; returns what is to be written in their place. */
  const split = async (key: Key, attributes: Item): Promise<Item> => {
    if (JSON.stringify(attributes).length <= mostText) return attributes;
    const short = Object.entries(attributes).map(async ([name, value]) => {
      const text = JSON.stringify(value);
      const isLong = text !== undefined && text.length > mostAttribute;
      return [name, isLong ? await storePieces(table, key, name, text) : value] as const;
    });
    return Object.fromEntries(await Promise.all(short));
  };
  const whole = (item: Item): Promise<Item> => putTogether(table, item);
  const allWhole = async (items: readonly Item[]): Promise<readonly Item[]> =>
    items.some(hasPieces) ? Promise.all(items.map(whole)) : items;
  const kept: Table = {
    async get(key) {
      const item = await table.get(key);
      return item && whole(item);
    },
    async getMany(keys) {
      const items = await table.getMany(keys);
      return Promise.all(items.map((item) => item && whole(item)));
    },
    async put(item, options) {
      const { pk, sk } = item;
      return table.put({ ...(await split({ pk, sk }, item)), pk, sk }, options);
    },
    async change(key, change) {
      const set = change.set && (await split(key, change.set));
      const changed = await table.change(key, { ...change, ...(set ? { set } : {}) });
      if (changed.outcome === "refused") return changed;
      return { outcome: "changed", item: await whole(changed.item) };
    },
    query: async (pk, prefix) => allWhole(await table.query(pk, prefix)),
    async page(pk, options) {
      const page = await table.page(pk, options);
      return { ...page, items: await allWhole(page.items) };
    },
    index: async (name, key, options) => allWhole(await table.index(name, key, options)),
    async indexPage(name, key, options) {
      const page = await table.indexPage(name, key, options);
      return { ...page, items: await allWhole(page.items) };
    },
    delete: (key) => table.delete(key),
  };
  return { ...table, ...kept };
}

const hasPieces = (item: Item): boolean => Object.values(item).some(isMarker);
const isMarker = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "~pieces" in value;

const prefixOf = ({ sk }: Key, attribute: string, of: string): string => `${sk}~${attribute}~${of}~`;
const partitionOf = ({ pk }: Key): string => `pieces#${pk}`;

async function storePieces(table: Table, key: Key, attribute: string, text: string) {
  const packed = gzipSync(text).toString("base64");
  const of = createHash("sha256").update(text).digest("hex").slice(0, 32);
  const count = Math.ceil(packed.length / mostPiece);
  for (let number = 0; number < count; number++) {
    const piece = packed.slice(number * mostPiece, (number + 1) * mostPiece);
    const sk = `${prefixOf(key, attribute, of)}${String(number).padStart(4, "0")}`;
    await table.put({ pk: partitionOf(key), sk, text: piece });
  }
  return { "~pieces": { of, count } } satisfies z.infer<typeof marker>;
}

/** The item with its long attributes. Throws when a piece is missing: then something beside this has deleted it. */
async function putTogether(table: Table, item: Item): Promise<Item> {
  if (!hasPieces(item)) return item;
  const key = { pk: String(item.pk), sk: String(item.sk) };
  const attributes = Object.entries(item).map(async ([name, value]) => {
    const read = marker.safeParse(value);
    return [name, read.success ? await readPieces(table, key, name, read.data["~pieces"]) : value] as const;
  });
  return Object.fromEntries(await Promise.all(attributes));
}

async function readPieces(
  table: Table,
  key: Key,
  attribute: string,
  { of, count }: z.infer<typeof marker>["~pieces"],
): Promise<unknown> {
  const pieces = await table.query(partitionOf(key), prefixOf(key, attribute, of));
  if (pieces.length !== count) throw new Error(`${key.pk}: pieces of ${attribute} in ${key.sk} are missing`);
  const packed = pieces.map((piece) => pieceItem.parse(piece).text).join("");
  return JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString("utf8"));
}

/** Takes the pieces of a partition away that no item of it names any more; `table` shows items as they lie. */
export async function clearPieces(table: Pick<Table, "query" | "delete">, pk: string): Promise<void> {
  const used = JSON.stringify(await table.query(pk));
  for (const { sk } of await table.query(`pieces#${pk}`)) {
    const of = String(sk).split("~").at(-2) ?? "";
    if (!used.includes(of)) await table.delete({ pk: `pieces#${pk}`, sk: String(sk) });
  }
}
