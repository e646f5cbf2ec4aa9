import { loadCall } from "../calls/calls.ts";
import { casesNamed } from "../cases/tasks/several.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { type ManyAct, manyActs } from "./parts/acting.tsx";
import type { ActOnMany, Several } from "./several/several.ts";

/** What does each of them: it shows what it would come to, and does it. */
const acts: Readonly<Record<ManyAct, () => Promise<ActOnMany>>> = {
  remind: async () => (await import("./several/remind.tsx")).remindSeveral,
  message: async () => (await import("./several/message.tsx")).writeToSeveral,
  answer: async () => (await import("./several/answer.tsx")).answerSeveral,
  assign: async () => (await import("./several/assign.tsx")).assignSeveral,
};

/** Shows what an act would come to for the cases that are named; it does nothing. */
export const showAct = forStaff(async (visit) => {
  const { request } = visit;
  const found = await several(visit, request.query.getAll("case"));
  const act = manyActs.find((known) => known === request.query.get("act"));
  return found && act ? (await acts[act]()).show(found) : refusalPage(request, notFound);
});

/** Does what was shown, and says of each case what came of it. */
export const takeAct = forStaff(async (visit): Promise<Answer> => {
  const { request } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const found = await several(visit, post.value.get("case") ?? []);
  const act = manyActs.find((known) => known === post.value.get("act")?.[0]);
  return found && act ? (await acts[act]()).take(found, post.value) : refusalPage(request, notFound);
});

async function several(visit: StaffVisit, ids: readonly string[]): Promise<Several | undefined> {
  const call = await loadCall(visit.house, visit.at("id"));
  return call && { visit, callId: call.callId, cases: await casesNamed(visit.house, call.callId, ids) };
}
