import { keyFromPath } from "../../../functions/addresses/address.ts";
import { routes } from "../../../functions/web/portal.ts";
import { find } from "../../../functions/web/router.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { readPage } from "../../functions/web/page-forms.ts";
import { type Visited, type Visitor, visitor } from "../../functions/web/visitor.ts";
import { begin } from "./begin.ts";
import type { Seeded } from "./house.ts";
import type { MomentName, Roads } from "./roads.ts";

/** A page that was found: the pattern of its address, and whether something is asked in it. */
export interface Stop {
  readonly kind: string;
  readonly address: string;
  readonly ask: () => Promise<Visited>;
  /** What it answered when it was found. */
  readonly answer: Visited;
}

/**
 * The pages of a call at a moment, one of each kind, found by going on from each to what it links to: as each of the staff, as
 * an applicant, and as a program. A page that answers with a refusal is none. `onAsk` is told before a page is asked for.
 */
export async function* walk(
  seeded: Seeded,
  roads: Roads,
  name: MomentName,
  onAsk: () => void = () => undefined,
): AsyncGenerator<Stop> {
  const { house, key, staff } = seeded;
  house.at(roads.moments[name].now);
  const starts = await seeded.startsOf(name);
  const known = new Set<string>();
  for (const email of staff) {
    const browser = visitor(house);
    await browser.post(enterPath(roads.config.linkSecret, email, 2_000_000_000));
    const begun = email === roads.staff.coordinator ? await begin(browser, seeded, name) : [];
    yield* from(browser, ["/console", ...starts, ...begun], known, onAsk);
  }
  const applicant = visitor(house);
  await signIn(applicant, seeded);
  yield* from(
    applicant,
    ["/my", "/", ...starts.filter((address) => !address.startsWith("/console"))],
    known,
    onAsk,
  );
  const call = `/api/calls/${seeded.callOf(name)}`;
  const headers = { authorization: `Bearer ${key}` };
  yield* from(visitor(house), [`${call}/cases`, call, "/api/calls"], known, onAsk, headers);
}

async function* from(
  browser: Visitor,
  starts: readonly string[],
  known: Set<string>,
  onAsk: () => void,
  headers: Readonly<Record<string, string>> = {},
): AsyncGenerator<Stop> {
  const ahead = [...starts];
  const seen = new Set<string>();
  for (let at = 0; ; at++) {
    const address = ahead[at];
    if (address === undefined) return;
    const kind = kindOf(address);
    // Cases at every stage have one pattern, and each is another page.
    const isStart = at < starts.length;
    if (kind === undefined || (seen.has(kind) && !isStart)) continue;
    seen.add(kind);
    const ask = () => browser.ask("GET", address, { headers });
    onAsk();
    const answer = await ask();
    const { status, body, headers: said } = answer;
    if (status >= 400) continue;
    if (String(said["content-type"]).startsWith("text/html")) ahead.push(...readPage(body, address).links);
    if (known.has(kind) && !isStart) continue;
    known.add(kind);
    if (status === 200) yield { kind, address, ask, answer };
  }
}

/** So many questions in one address: pairs of what lists are asked find what grows, and more of them are very many. */
const asked = 2;

/**
 * The pattern of an address, with what is asked in it: each list is another page by what it is filtered. The kind of a task
 * stands with its pattern. Languages are one page, and so are rows closer to one another or farther apart.
 */
function kindOf(address: string): string | undefined {
  const [path = "", query = ""] = address.split("?");
  const found = find(routes, "GET", path);
  if (found.outcome !== "found") return undefined;
  const { pattern } = found.route;
  const names = [...new Set(new URLSearchParams(query).keys())].toSorted();
  if (names.includes("density") || (names.includes("lang") && !pattern.includes("."))) return undefined;
  const some = names.filter((name) => name !== "lang");
  if (some.length > asked) return undefined;
  const state = pattern.startsWith("/t/") ? stateOf(found.named) : "";
  return `${pattern}${some.length === 0 ? "" : `?${some.join("&")}`}${state}`;
}

/** Which question it is, from the key of the task. */
const stateOf = ({ kind = "", key = "" }: Readonly<Record<string, string>>): string =>
  ` ${kind} ${keyFromPath(key).split("#")[1] ?? ""}`;

async function signIn(browser: Visitor, { house, applicant }: Seeded): Promise<void> {
  await browser.post("/sign-in", { email: applicant });
  const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
  await browser.post("/sign-in/code", { code });
}
