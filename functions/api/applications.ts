import { loadCall } from "../calls/calls.ts";
import { submitApplication } from "../cases/applications/submit.ts";
import { idOf } from "../store/keys.ts";
import { json, problem, refusalAsProblem } from "../web/answers.ts";
import { readJson } from "../web/posts.ts";
import { notFound, unavailable } from "../web/refusal.ts";
import { languageOf } from "../web/request.ts";
import type { Work } from "../web/visit.ts";
import { idempotencyKey, otherBody } from "./idempotency.ts";

/**
 * `POST /api/calls/{callId}/applications`: an application as JSON, flat by field name. The header `Idempotency-Key` says
 * which draft it is: sent twice, it is one application.
 */
export const takeApplication: Work = async ({ house, request, at }) => {
  const draftId = idempotencyKey(request.headers["idempotency-key"]);
  if (draftId === undefined) {
    return refusalAsProblem({ status: 400, why: "noIdempotencyKey" }, request.id);
  }
  const body = readJson(request);
  if (body.outcome === "refused") return refusalAsProblem(body.refusal, request.id);
  const language = languageOf(request);
  const submitted = await submitApplication(house, {
    callId: at("callId"),
    language,
    raw: body.value,
    draftId,
  });
  switch (submitted.outcome) {
    case "stored":
    case "resubmitted":
      if (submitted.outcome === "resubmitted" && !submitted.isSame) return otherBody();
      return json(submitted.outcome === "stored" ? 201 : 200, {
        ref: submitted.ref,
        id: idOf(submitted.ref),
        submittedAt: submitted.submittedAt,
      });
    case "late":
      return problem(409, "late", "The call is closed", { code: "late", closedAt: submitted.closedAt });
    case "early":
      return problem(409, "early", "The call is not open yet", { code: "early", opensAt: submitted.opensAt });
    case "changed":
      return refusalAsProblem(unavailable, request.id);
    case "unknownCall":
      return refusalAsProblem(notFound, request.id);
    case "invalid": {
      const call = await loadCall(house, at("callId"));
      const { invalidApplication } = await import("./invalid.ts");
      return call
        ? invalidApplication(house, call, submitted.errors, request)
        : refusalAsProblem(notFound, request.id);
    }
  }
};
