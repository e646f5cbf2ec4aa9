import * as z from "zod";
import { jsonSchemaOf } from "../../workflows/kernel/parse.ts";
import { listCalls, loadCall, summaryOf } from "../calls/calls.ts";
import { applicationOf } from "../cases/applications/application-forms.ts";
import { publishedIn } from "../public/read.ts";
import { json, refusalAsProblem } from "../web/answers.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { asPublication, publicationShape } from "./open.ts";
import { pageOf, wantedIn, wrongParameters } from "./pages.ts";

/** A call as programs read it; instants are UTC. */
export const callShape = z.strictObject({
  id: z.string(),
  process: z.string(),
  title: z.strictObject({ lt: z.string(), en: z.string() }),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  state: z.enum(["coming", "open", "closed"]),
  isUnlisted: z.boolean(),
});

/** One call as it is asked for by itself: with the schema of an application to it, and what it and its cases have published. */
export const wholeCallShape = callShape.extend({
  application: z.record(z.string(), z.unknown()),
  publications: z.array(publicationShape),
});

export const callList = z.strictObject({ calls: z.array(callShape), next: z.string().optional() });

/** `GET /api/calls`: the calls with their dates and whether they are open, page by page. */
export const listCallsForPrograms: Work = async ({ house, request }) => {
  const { wanted, wrong } = wantedIn(house, request.query, "calls");
  if (wrong.length > 0) return wrongParameters(wrong);
  const calls = (await listCalls(house)).filter(({ isUnlisted }) => !isUnlisted);
  const { items, next } = pageOf(house, "calls", calls, ({ id }) => id, wanted);
  return json(200, { calls: items, ...(next === undefined ? {} : { next }) });
};

/** `GET /api/calls/{id}`: one call, and the JSON Schema of an application to it. */
export const describeCall: Work = async ({ house, request, at }) => {
  const call = await loadCall(house, at("id"));
  const terms = call ? await applicationOf(house, call) : undefined;
  if (!call || !terms) return refusalAsProblem(notFound, request.id);
  const published = await publishedIn(house, call.callId);
  return json(200, {
    ...summaryOf(call, house.clock.now()),
    application: jsonSchemaOf(terms.form),
    publications: published.flatMap((shown) => asPublication(house, shown)),
  });
};
