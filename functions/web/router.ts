import type { Right } from "../addresses/rights.ts";

/** One address of the portal: the methods and the pattern it answers to, such as `/calls/{id}`. */
export interface Route<Work> {
  readonly method: "GET" | "POST";
  readonly pattern: string;
  /** Who may come here. */
  readonly right: Right;
  readonly work: Work;
}

export type Found<Work> =
  | {
      readonly outcome: "found";
      readonly route: Route<Work>;
      readonly named: Readonly<Record<string, string>>;
    }
  | { readonly outcome: "wrongMethod"; readonly allow: readonly string[] }
  | { readonly outcome: "none" };

/**
 * Finds who answers. HEAD is answered as GET is. A pattern without names goes before one with names, so
 * `/drafts/{id}/check` is not taken for a page called `check`.
 */
export function find<Work>(routes: readonly Route<Work>[], method: string, path: string): Found<Work> {
  const given = partsOf(path);
  const matching = routes.flatMap((route) => {
    const named = given && match(route.pattern, given);
    return named ? [{ route, named }] : [];
  });
  const wanted = method === "HEAD" ? "GET" : method;
  const [best] = matching
    .filter(({ route }) => route.method === wanted)
    .toSorted((a, b) => Object.keys(a.named).length - Object.keys(b.named).length);
  if (best) return { outcome: "found", ...best };
  const methods = new Set(matching.map(({ route }) => route.method));
  if (methods.size === 0) return { outcome: "none" };
  return {
    outcome: "wrongMethod",
    allow: [...methods].flatMap((known) => (known === "GET" ? ["GET", "HEAD"] : [known])),
  };
}

/** Names become keys of the table, which takes 1 024 bytes at most; none that is known here has a third of that. */
const longestName = 300;

/** The named parts of a path; `undefined` when the pattern is another one, or a part names nothing. */
function match(pattern: string, given: readonly string[]): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split("/");
  if (wanted.length !== given.length) return undefined;
  const named: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    const said = given[index] ?? "";
    if (part.startsWith("{")) {
      if (said === "" || Buffer.byteLength(said) > longestName) return undefined;
      named.push([part.slice(1, -1), said]);
    } else if (part !== said) return undefined;
  }
  return Object.fromEntries(named);
}

/** What stands between the slashes; `undefined` when it is not UTF-8. */
function partsOf(path: string): readonly string[] | undefined {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
