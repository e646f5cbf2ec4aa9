import * as z from "zod";
import type { FieldProblem } from "../../workflows/kernel/problem.ts";
import type { House } from "../house.ts";
import { isCursorSeal, sealCursor } from "../links.ts";
import { type Answer, problem } from "../web/answers.ts";

/** One page of a list: what comes after `after` (the key of the last that was seen), at most `limit`. */
export interface Wanted {
  readonly limit: number;
  readonly after: string;
}

const usual = 50;
const most = 100;

/** How many at most, and where to go on; read by these schemas and described by them. */
export const limitShape = z.coerce.number().int().min(1).max(most).default(usual);
export const cursorShape = z.string();

/** A parameter of an address that cannot be read, with what was expected. */
export interface WrongParameter {
  readonly parameter: string;
  readonly problem: FieldProblem;
  readonly detail: string;
}

/** Reads `limit` and `cursor`. A cursor is sealed for its list, so that nobody makes one up or takes it elsewhere. */
export function wantedIn(
  { config }: Pick<House, "config">,
  query: URLSearchParams,
  list: string,
): { readonly wanted: Wanted; readonly wrong: readonly WrongParameter[] } {
  const wrong: WrongParameter[] = [];
  const limit = limitShape.safeParse(query.get("limit") ?? undefined);
  if (!limit.success)
    wrong.push({ parameter: "limit", problem: "wrongType", detail: `a whole number from 1 to ${most}` });
  const cursor = query.get("cursor");
  const [sealed = "", written = ""] = (cursor ?? "").split(".");
  const after = Buffer.from(written, "base64url").toString("utf8");
  const isRead = cursor === null || isCursorSeal(sealed, config.linkSecret, list, after);
  if (!isRead)
    wrong.push({
      parameter: "cursor",
      problem: "unknownOption",
      detail: "the cursor that the page before gave",
    });
  return { wanted: { limit: limit.data ?? usual, after: isRead ? after : "" }, wrong };
}

/** The page that is wanted of a list in the order of its keys, and the cursor of the next where there is one. */
export function pageOf<T>(
  { config }: Pick<House, "config">,
  list: string,
  all: readonly T[],
  keyOf: (one: T) => string,
  { limit, after }: Wanted,
): { readonly items: readonly T[]; readonly next?: string } {
  const rest = all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).filter((one) => keyOf(one) > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  if (last === undefined || rest.length <= limit) return { items };
  return { items, next: cursorAfter({ config }, list, keyOf(last)) };
}

/** Sealed for its list: what leads to what comes after a key. */
export const cursorAfter = ({ config }: Pick<House, "config">, list: string, key: string): string =>
  `${sealCursor(config.linkSecret, list, key)}.${Buffer.from(key).toString("base64url")}`;

/** Problem details that name each parameter that is wrong. */
export const wrongParameters = (wrong: readonly WrongParameter[]): Answer =>
  problem(400, "wrong-parameters", "Some parameters of the address are not valid", {
    code: "wrongParameters",
    errors: wrong.map(({ parameter, problem: code, detail }) => ({
      field: parameter,
      problem: code,
      detail,
    })),
  });
