import type { Right } from "./rights.ts";

/** How a task is named in an address: by its key in the table, `task#000001#endorsement`. */
interface TaskNamed {
  readonly sk: string;
}
type Said = string | number | TaskNamed;

/** What stands between the braces of a pattern, in their order. */
type SaidIn<P extends string> = P extends `${string}{${infer N}}${infer Rest}`
  ? readonly [N extends "key" ? TaskNamed : string | number, ...SaidIn<Rest>]
  : readonly [];

/** Who may come by each method that an address takes. */
export interface Rights {
  readonly get?: Right;
  readonly post?: Right;
}

/** What an address is, whatever its name. */
export interface Place<P extends string = string, R extends Rights = Rights> {
  /** Such as `/calls/{id}`. */
  readonly pattern: P;
  readonly rights: R;
}

/** One address: called with what stands between its braces, it gives a path. */
interface Address<P extends string, R extends Rights> extends Place<P, R> {
  (...said: SaidIn<P>): string;
}

/** An address of the portal. `pattern`: a name in braces stands for one part; `{key}` for a task. */
export const at = <const P extends string, const R extends Rights>(pattern: P, rights: R): Address<P, R> =>
  Object.assign((...said: SaidIn<P>) => filled(pattern, said), { pattern, rights });

function filled(pattern: string, said: readonly Said[]): string {
  const left = said.values();
  return pattern.replaceAll(/\{\w+\}/g, () => encodeURIComponent(written(left.next().value)));
}

const written = (said: Said | undefined): string =>
  typeof said === "object" ? keyInPath(said.sk) : String(said);

/**
 * A task's key in an address: `#` would be taken for a fragment there, and what is percent-encoded reaches a function
 * decoded on some ways and not on others.
 */
export const keyInPath = (sk: string): string => sk.slice("task#".length).replaceAll("#", "~");

/** The same read back. */
export const keyFromPath = (said: string): string => said.replaceAll("~", "#");
