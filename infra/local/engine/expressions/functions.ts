import { createHash } from "node:crypto";
import type jsonata from "jsonata";

/** Where expressions take time and chance from. `now` is fixed for the length of one evaluation. */
export interface Sources {
  now(): number;
  random(): number;
  uuid(): string;
}

const algorithms = new Map([
  ["MD5", "md5"],
  ["SHA-1", "sha1"],
  ["SHA-256", "sha256"],
  ["SHA-384", "sha384"],
  ["SHA-512", "sha512"],
]);

/** As many numbers as Step Functions lets `$range` make. */
const rangeLimit = 360_145;

/**
 * Gives an expression the functions that Step Functions adds to JSONata, takes `$eval` away, and puts `$now`,
 * `$millis` and `$random` on the engine's own sources.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function registerFunctions(expression: jsonata.Expression, sources: Sources): void {
  expression.registerFunction("partition", partition, "<an:a>");
  expression.registerFunction("range", range, "<nnn?:x>");
  expression.registerFunction("hash", hash, "<ss?:s>");
  expression.registerFunction(
    "random",
    (seed?: number) => (seed === undefined ? sources.random() : seeded(seed)),
    "<n?:n>",
  );
  expression.registerFunction("uuid", () => sources.uuid(), "<:s>");
  expression.registerFunction(
    "parse",
    (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    "<s-:x>",
  );
  expression.registerFunction("millis", () => sources.now(), "<:n>");
  expression.registerFunction(
    "now",
    function (picture?: string, zone?: string) {
      return builtIn(this, "fromMillis").call(this, sources.now(), picture, zone);
    },
    "<s?s?:s>",
  );
  expression.assign("eval", undefined);
}

/** A function of jsonata itself, to be built upon. */
function builtIn(focus: jsonata.Focus, name: string): (...values: unknown[]) => unknown {
  const found: unknown = focus.environment.lookup(name);
  if (typeof found === "object" && found !== null && "implementation" in found) {
    const { implementation } = found;
    if (typeof implementation === "function") {
      return function (this: unknown, ...values) {
        return Reflect.apply(implementation, this, values);
      };
    }
  }
  throw new Error(`jsonata has no function $${name}`);
}

/** Splits a list into lists of `size`; none for an empty list or a size below one. */
function partition(list: readonly unknown[] | undefined, size: number): unknown[][] | undefined {
  const step = Math.trunc(size);
  if (list === undefined || list.length === 0 || !(step >= 1)) return undefined;
  return Array.from({ length: Math.ceil(list.length / step) }, (_, index) =>
    list.slice(index * step, (index + 1) * step),
  );
}

/** The numbers from `start` to `end`; a single one stands alone, and a step that leads away gives none. */
function range(start: number, end: number, step?: number): number[] | number | undefined {
  const [from, to, by] = [Math.trunc(start), Math.trunc(end), Math.trunc(step ?? 0)];
  if (by === 0 || (to - from) * by < 0) return undefined;
  const length = Math.floor((to - from) / by) + 1;
  if (length > rangeLimit) throw new Error("Expression evaluation memory limit exceeded");
  const numbers = Array.from({ length }, (_, index) => from + index * by);
  return length === 1 ? numbers[0] : numbers;
}

function hash(text: string | undefined, algorithm?: string): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined;
  const known = algorithms.get(algorithm);
  if (known === undefined)
    throw new Error(`$hash knows ${[...algorithms.keys()].join(", ")}, not ${algorithm}`);
  return createHash(known).update(text).digest("hex");
}

/** The same number in [0, 1) for the same seed (one round of mulberry32). */
function seeded(seed: number): number {
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
