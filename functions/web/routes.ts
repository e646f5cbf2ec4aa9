import type { Place, Rights } from "../addresses/address.ts";
import { paths } from "../addresses/paths.ts";
import type { Load } from "./answering.ts";
import type { Route } from "./router.ts";
import type { Work } from "./visit.ts";

const methods = [
  { method: "GET", by: "get" },
  { method: "POST", by: "post" },
] as const;

type Loads = { readonly [M in keyof Rights]?: Load };

/** The routes of a function that answers at these addresses, in the order of the table, each with its right. */
export function routesOf(answering: Readonly<Record<string, Loads>>): readonly Route<Work>[] {
  return Object.entries<Place>(paths).flatMap(([name, { pattern, rights }]) =>
    methods.flatMap(({ method, by }) => {
      const [right, load] = [rights[by], answering[name]?.[by]];
      return right && load ? [{ method, pattern, right, work: later(load) }] : [];
    }),
  );
}

const later =
  (load: Load): Work =>
  async (visit) =>
    (await load())(visit);
