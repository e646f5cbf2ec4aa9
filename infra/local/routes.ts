import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import { isFunctionName } from "./functions.ts";

interface Route {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly name: FunctionName;
}

export interface Routed {
  /** The function that answers. */
  readonly name: FunctionName;
  /** As the catalogue and the event write it: `POST /drafts/{draftId}/submit`. */
  readonly routeKey: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
}

/**
 * Finds the function for a request as API Gateway does: a route that matches the whole path goes before a greedy one
 * (`{proxy+}`), and a route for the method before one for any
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html).
 */
export function routeOf(method: string, path: string): Routed | undefined {
  for (const route of routes) {
    if (route.method !== "ANY" && route.method !== method) continue;
    const parameters = matching(route.segments, path.split("/").slice(1));
    if (!parameters) continue;
    const found = { name: route.name, routeKey: route.key };
    return Object.keys(parameters).length > 0 ? { ...found, pathParameters: parameters } : found;
  }
  return undefined;
}

const isGreedy = ({ segments }: Route): boolean => segments.at(-1)?.endsWith("+}") ?? false;
const variables = ({ segments }: Route): number =>
  segments.filter((segment) => segment.startsWith("{")).length;

const routes: readonly Route[] = Object.entries<FunctionEntry>(functionCatalogue)
  .flatMap(([name, entry]) =>
    isFunctionName(name) ? (entry.routes ?? []).map((key) => readRoute(key, name)) : [],
  )
  .toSorted(
    (a, b) =>
      Number(isGreedy(a)) - Number(isGreedy(b)) ||
      variables(a) - variables(b) ||
      Number(a.method === "ANY") - Number(b.method === "ANY"),
  );

function readRoute(key: string, name: FunctionName): Route {
  const [method = "", path = ""] = key.split(" ");
  return { key, method, name, segments: path.split("/").slice(1) };
}

function matching(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index];
    if (part.endsWith("+}")) {
      const rest = segments.slice(index).join("/");
      return rest === "" ? undefined : { ...parameters, [part.slice(1, -2)]: rest };
    }
    if (segment === undefined) return undefined;
    if (part.startsWith("{") && segment !== "") parameters[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
}
