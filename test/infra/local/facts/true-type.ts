import { brotliDecompressSync } from "node:zlib";
import * as z from "zod";

const file = z.strictObject({ brotli: z.base64() });
const bytesOfRow = 12;

/**
 * What a font says of itself: the strings of the `name` table (OpenType 1.9, "name — Naming Table") that are in UTF-16,
 * of a font kept as `{ brotli }` in base64. Throws when it is no TrueType font.
 */
export function fontNames(text: string): string[] {
  const font = brotliDecompressSync(Buffer.from(file.parse(JSON.parse(text)).brotli, "base64"));
  if (font.readUInt32BE(0) !== 0x00010000) throw new Error("no TrueType font");
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + 16 * n);
  const row = tables.find((at) => font.toString("latin1", at, at + 4) === "name");
  if (row === undefined) throw new Error("a font without names");
  const table = font.readUInt32BE(row + 8);
  const strings = table + font.readUInt16BE(table + 4);
  return Array.from({ length: font.readUInt16BE(table + 2) }, (_, n) => table + 6 + bytesOfRow * n)
    .filter((at) => font.readUInt16BE(at) === 3)
    .map((at) => {
      const from = strings + font.readUInt16BE(at + 10);
      return new TextDecoder("utf-16be").decode(font.subarray(from, from + font.readUInt16BE(at + 8)));
    });
}
