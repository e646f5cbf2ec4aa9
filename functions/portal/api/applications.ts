import { isDeepStrictEqual } from "node:util";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { loadCall } from "../../calls/calls.ts";
import { followUp } from "../../cases/follow-up.ts";
import { loadCase } from "../../cases/load.ts";
import { submitApplication } from "../../cases/submit.ts";
import type { House } from "../../house.ts";
import { idOf } from "../../store/keys.ts";
import { json, problem, refusalAsProblem } from "../answers.ts";
import { readJson } from "../posts.ts";
import { notFound } from "../refusal.ts";
import { languageOf } from "../request.ts";
import type { Work } from "../visit.ts";
import { idempotencyKey, otherBody } from "./idempotency.ts";

/**
 * `POST /api/calls/{id}/applications`: an application as JSON, flat by field name. The header `Idempotency-Key` says
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
  const submitted = await submitApplication(house, { callId: at("id"), language, raw: body.value, draftId });
  switch (submitted.outcome) {
    case "stored":
    case "resubmitted":
      if (submitted.outcome === "resubmitted" && !(await isSame(house, submitted.ref, body.value)))
        return otherBody();
      await followUp(house, submitted.ref);
      return json(submitted.outcome === "stored" ? 201 : 200, {
        ref: submitted.ref,
        id: idOf(submitted.ref),
        submittedAt: submitted.submittedAt,
      });
    case "duplicate":
      return problem(409, "duplicate", "There is an application from this e-mail address already", {
        code: "duplicate",
        submittedAt: submitted.submittedAt,
      });
    case "late":
      return problem(409, "late", "The call is closed", { code: "late", closedAt: submitted.closedAt });
    case "early":
      return problem(409, "early", "The call is not open yet", { code: "early", opensAt: submitted.opensAt });
    case "unknownCall":
      return refusalAsProblem(notFound, request.id);
    case "invalid": {
      const call = await loadCall(house, at("id"));
      const { invalidApplication } = await import("./invalid.ts");
      return call
        ? invalidApplication(call, submitted.errors, request)
        : refusalAsProblem(notFound, request.id);
    }
  }
};

/** Was it sent so before? What a program leaves out and what it sends empty are the same. */
async function isSame(
  house: Pick<House, "table">,
  ref: string,
  raw: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const loaded = await loadCase(house, ref);
  const form = loaded?.process.application;
  if (!loaded || !form) return true;
  const parsed = parseAnswer(form, raw, loaded.process.lists(loaded.file));
  return (
    parsed.outcome === "valid" &&
    isDeepStrictEqual({ ...parsed.value.values }, { ...loaded.head.application })
  );
}
