import type { Document, Documents } from "../../functions/adapters/documents.ts";
import { fitting } from "../../functions/adapters/fitting.ts";

/** Documents in memory, with what a test wants to see of them. */
export function memoryDocuments(): Documents & { readonly keys: () => readonly string[] } {
  const kept = new Map<string, Document>();
  return {
    keep: async (key, body, type) => {
      if (kept.has(fitting("objectKey", key))) return "exists";
      kept.set(key, { body: new Uint8Array(Buffer.from(body)), type });
      return "kept";
    },
    read: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}
