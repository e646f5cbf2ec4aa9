import { jsonSchemaOf } from "../../../workflows/kernel/parse.ts";
import { listCalls, loadCall, summaryOf } from "../../calls/calls.ts";
import { applicationOf } from "../../cases/application-forms.ts";
import { json, refusalAsProblem } from "../answers.ts";
import { notFound } from "../refusal.ts";
import type { Work } from "../visit.ts";

/** `GET /api/calls`: every call with its dates (UTC instants) and whether it is open. */
export const listCallsForPrograms: Work = async ({ house }) =>
  json(200, { calls: (await listCalls(house)).filter(({ isUnlisted }) => !isUnlisted) });

/** `GET /api/calls/{id}`: one call, and the JSON Schema of an application to it. */
export const describeCall: Work = async ({ house, request, at }) => {
  const call = await loadCall(house, at("id"));
  const terms = call ? await applicationOf(call) : undefined;
  if (!call || !terms) return refusalAsProblem(notFound, request.id);
  return json(200, {
    ...summaryOf(call, house.clock.now()),
    application: jsonSchemaOf(terms.form, terms.lists),
  });
};
