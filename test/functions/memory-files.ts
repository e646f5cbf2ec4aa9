import type { Document } from "../../functions/adapters/documents.ts";
import { FileGone, type Files } from "../../functions/adapters/files.ts";

/** Files in memory, with what a test wants to see of them. */
export function memoryFiles(): Files & {
  readonly finished: ReadonlyMap<string, Document>;
  /** How many parts were added, of all files. */
  readonly added: () => number;
} {
  const making = new Map<string, { readonly type: string; readonly parts: Map<number, Uint8Array> }>();
  const finished = new Map<string, Document>();
  let added = 0;
  return {
    finished,
    added: () => added,
    begin: async (key, type) => {
      const id = `making-${key}`;
      making.set(id, { type, parts: new Map() });
      return id;
    },
    add: async (key, id, number, body) => {
      const file = making.get(id);
      if (!file) throw new FileGone(key);
      file.parts.set(number, body);
      added++;
      return { tag: String(number) };
    },
    finish: async (key, id, parts) => {
      const file = making.get(id);
      if (!file || finished.has(key)) throw new FileGone(key);
      making.delete(id);
      const bodies = parts.map(({ tag }) => file.parts.get(Number(tag)) ?? new Uint8Array());
      finished.set(key, { type: file.type, body: new Uint8Array(Buffer.concat(bodies)) });
    },
    link: async (key, { name }) => `https://files.example/${key}?name=${name}`,
    remove: async (key) => {
      finished.delete(key);
    },
  };
}
