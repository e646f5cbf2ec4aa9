import type { paths } from "../addresses/paths.ts";
import type { Work } from "./visit.ts";

/** What answers at an address, loaded when somebody first asks for it. */
export type Load = () => Promise<Work>;

type Paths = typeof paths;

/** What answers by each method of each address: one that is missing, or is answered and not in the table, does not compile. */
export type Answering = {
  readonly [N in keyof Paths]: { readonly [M in keyof Paths[N]["rights"]]: Load };
};
