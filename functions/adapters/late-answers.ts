import { knowingOwnWrites } from "../store/own-writes.ts";
import type { Answers } from "./answers.ts";
import { once } from "./once.ts";
import type { Table } from "./table.ts";

/** A table of answers that is opened by the first who asks; `wipe` is for what still remembers what was deleted. */
export function lateAnswers(open: () => Promise<Table>, wipe: () => Promise<void>): Answers {
  const opened = once(open);
  return knowingOwnWrites<Answers>({
    get: async (key) => (await opened()).get(key),
    getMany: async (keys) => (await opened()).getMany(keys),
    put: async (item, options) => (await opened()).put(item, options),
    change: async (key, change) => (await opened()).change(key, change),
    query: async (pk, prefix) => (await opened()).query(pk, prefix),
    page: async (pk, options) => (await opened()).page(pk, options),
    index: async (name, key, options) => (await opened()).index(name, key, options),
    indexPage: async (name, key, options) => (await opened()).indexPage(name, key, options),
    delete: async (key) => (await opened()).delete(key),
    wipe,
  });
}
