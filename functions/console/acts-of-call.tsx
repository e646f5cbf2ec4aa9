import { loadCall } from "../calls/calls.ts";
import { mostTogether } from "../cases/people/sign-several.ts";
import { casesNamed, mostAtOnce } from "../cases/tasks/several.ts";
import { allCases } from "../lines/case-list.ts";
import { readQuery } from "../lines/case-query.ts";
import { readFigures } from "../lines/figures.ts";
import { openedQuery } from "../search/sealed-words.ts";
import { idOf } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { type Post, readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { type ManyAct, manyActs } from "./parts/acting.tsx";
import { carried } from "./several/frame.tsx";
import type { ActOnMany, Before, Several } from "./several/several.ts";

/** What does each of them: it shows what it would come to, and does it. */
const acts: Readonly<Record<ManyAct, () => Promise<ActOnMany>>> = {
  remind: async () => (await import("./several/remind.tsx")).remindSeveral,
  message: async () => (await import("./several/message.tsx")).writeToSeveral,
  answer: async () => (await import("./several/answer.tsx")).answerSeveral,
  sign: async () => (await import("./several/sign.tsx")).signSeveral,
  assign: async () => (await import("./several/assign.tsx")).assignSeveral,
};

/** Shows what an act would come to for the cases that are named; it does nothing. */
export const showAct = forStaff(async (visit) => {
  const { request } = visit;
  const whole =
    request.query.get("which") === "whole"
      ? await wholeList(visit, mostOf(request.query.get("act")))
      : undefined;
  const named = await several(visit, whole?.ids ?? request.query.getAll("case"));
  const found = named && whole?.isCut ? { ...named, isCut: true } : named;
  const act = manyActs.find((known) => known === request.query.get("act"));
  return found && act ? (await acts[act]()).show(found) : refusalPage(request, notFound);
});

/** Does what was shown, and says of each case what came of it. */
export const takeAct = forStaff(async (visit): Promise<Answer> => {
  const { request } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const found = await several(visit, post.value.get("case") ?? [], beforeIn(post.value));
  const act = manyActs.find((known) => known === post.value.get("act")?.[0]);
  return found && act ? (await acts[act]()).take(found, post.value) : refusalPage(request, notFound);
});

/** Answers to tasks are chosen by an address that names each of them, and addresses have an end. */
const mostAnswered = 60;

/** How many cases an act takes from a whole list. */
const mostOf = (act: string | null): number =>
  act === "answer" ? mostAnswered : act === "sign" ? mostTogether : mostAtOnce;

/** The cases of the list from which an act was chosen, as it is filtered; the address holds what was looked for sealed. */
async function wholeList({ house, request, at }: StaffVisit, most: number) {
  const callId = at("id");
  const { figures } = await readFigures(house, callId);
  const asked = openedQuery(house.config.linkSecret, new URLSearchParams(request.query.get("list") ?? ""));
  const { query } = readQuery(asked, figures);
  const ids: string[] = [];
  for await (const { lines } of allCases(house, callId, query)) {
    ids.push(...lines.map(({ ref }) => idOf(ref)));
    if (ids.length > most) break;
  }
  return { ids: ids.slice(0, most), isCut: ids.length > most };
}

/** So many cases are looked at, or acted on, by one page; the next ones by the next. */
const portion = 100;

async function several(
  visit: StaffVisit,
  named: readonly string[],
  before: Before = { done: 0, all: 0, undone: [] },
): Promise<Several | undefined> {
  const call = await loadCall(visit.house, visit.at("id"));
  const ids = [...new Set(named)].slice(0, mostAtOnce);
  const cases = call && (await casesNamed(visit.house, call.callId, ids.slice(0, portion)));
  return call && cases && { visit, callId: call.callId, cases, rest: ids.slice(portion), before };
}

/** What a page says of the cases that were acted on before it. */
function beforeIn(post: Post): Before {
  const counted = (name: string): number => {
    const said = Number(post.get(name)?.[0]);
    return Number.isSafeInteger(said) && said >= 0 ? said : 0;
  };
  return {
    done: counted(carried.done),
    all: counted(carried.all),
    undone: (post.get(carried.undone) ?? []).slice(0, mostAtOnce),
  };
}
