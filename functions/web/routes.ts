import { type Address, rights } from "./rights.ts";
import type { Route } from "./router.ts";
import type { Work } from "./visit.ts";

type Load = () => Promise<Work>;

/** The work of an address is loaded when somebody first asks for it. */
const later =
  (load: Load): Work =>
  async (visit) =>
    (await load())(visit);

/** Patterns of the table of rights that take a method. */
type Pattern<M extends "GET" | "POST"> = Address extends infer A
  ? A extends `${M} ${infer P}`
    ? P
    : never
  : never;

/** A route takes its right from the table; a pattern that the table does not have is an error of the compiler. */
export const get = <const P extends Pattern<"GET">>(pattern: P, load: Load): Route<Work> => ({
  method: "GET",
  pattern,
  right: rights[`GET ${pattern}`],
  work: later(load),
});

export const post = <const P extends Pattern<"POST">>(pattern: P, load: Load): Route<Work> => ({
  method: "POST",
  pattern,
  right: rights[`POST ${pattern}`],
  work: later(load),
});
