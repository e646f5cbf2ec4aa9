import type { House } from "../house.ts";
import { http } from "../middleware/http.ts";
import { type Answer, problem, refusalAsProblem } from "./answers.ts";
import { isToBeKept } from "./kept.ts";
import { wayWithout } from "./pasted-link.ts";
import { isFromElsewhere } from "./posts.ts";
import { notFound, type Refusal, unavailable } from "./refusal.ts";
import { type HttpRequest, isForPrograms, readRequest } from "./request.ts";
import { type Found, find, type Route } from "./router.ts";
import type { Work } from "./visit.ts";

/**
 * A function that answers the given addresses. A post that another site made is refused before anything looks at it;
 * what has no address, or takes another method, is told so as a page to people and as problem details to programs.
 */
export const serve = (house: House, routes: readonly Route<Work>[]) =>
  http(house, {
    work: (event) => answer(house, routes, readRequest(event)),
    apologise: (event, why) =>
      why === "defect" ? apologise(readRequest(event)) : refuse(readRequest(event), unavailable),
  });

async function answer(house: House, routes: readonly Route<Work>[], sent: HttpRequest): Promise<Answer> {
  const isKept = sent.method === "POST" && isToBeKept(sent);
  // A form that is sent to be drawn in another language does what asking for its page does, and nothing else.
  const request = isKept ? { ...sent, method: "GET" } : sent;
  const way = isForPrograms(sent) ? undefined : wayWithout(routes, sent);
  if (way) return way;
  const found = find(routes, request.method, request.path);
  switch (found.outcome) {
    case "none":
      return refuse(request, notFound);
    case "wrongMethod":
      return refuse(request, { status: 405, why: "wrongMethod", allow: found.allow });
    case "found":
      if (sent.method === "POST" && isFromElsewhere(request, house.config.portalUrl)) {
        house.log("K704", { request: request.id, why: "otherOrigin" });
        return refuse(request, { status: 403, why: "otherOrigin" });
      }
      return admitted(house, request, found);
  }
}

async function admitted(
  house: House,
  request: HttpRequest,
  { route, named }: Extract<Found<Work>, { outcome: "found" }>,
): Promise<Answer> {
  const visit = { house, request, at: (name: string) => named[name] ?? "" };
  if (route.right.who === "anyone" || route.right.who === "link") return route.work(visit);
  const { admit } = await import("./admit.ts");
  const entry = await admit(house, request, route.right, named);
  switch (entry.outcome) {
    case "admitted": {
      const answered = await route.work({
        ...visit,
        ...(entry.member ? { member: entry.member } : {}),
        ...(entry.client ? { client: entry.client } : {}),
      });
      const { renewed } = entry;
      return renewed === undefined
        ? answered
        : { ...answered, cookies: [...(answered.cookies ?? []), renewed] };
    }
    case "stranger":
      return entry.answer();
    case "refused":
      house.log("K704", { request: request.id, why: entry.refusal.why });
      return refuse(request, entry.refusal);
  }
}

/** A refusal as whoever asked can read it. */
export async function refuse(request: HttpRequest, refusal: Refusal): Promise<Answer> {
  if (isForPrograms(request)) return refusalAsProblem(refusal, request.id);
  const { refusalPage } = await import("./faults.tsx");
  return refusalPage(request, refusal);
}

async function apologise(event: HttpRequest): Promise<Answer> {
  if (isForPrograms(event)) {
    return problem(500, "defect", "The request failed by a defect of ours", {
      instance: `/requests/${event.id}`,
    });
  }
  const { defectPage } = await import("./faults.tsx");
  return defectPage(event);
}
