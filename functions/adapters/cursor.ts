import * as z from "zod";
import { BadCursor, type Key } from "./table.ts";

/** A text that can be part of a key, so long at most, in bytes. */
const part = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= most);
const place = z.union([z.tuple([part(2048), part(1024)]), z.tuple([part(2048), part(1024), part(1024)])]);

/**
 * Where a page ended, as an address can carry it: the key of its last item and, in an index, its sort attribute. It is
 * no secret and gives no right: whoever reads a list may begin it anywhere.
 */
export const cursorOf = ({ pk, sk }: Key, sort?: string): string =>
  Buffer.from(JSON.stringify(sort === undefined ? [pk, sk] : [pk, sk, sort])).toString("base64url");

/** Reads a cursor of `cursorOf`. Throws a `BadCursor` for any other text. */
export function readCursor(cursor: string): Key & { readonly sort?: string } {
  try {
    const [pk, sk, sort] = place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return sort === undefined ? { pk, sk } : { pk, sk, sort };
  } catch {
    throw new BadCursor();
  }
}
