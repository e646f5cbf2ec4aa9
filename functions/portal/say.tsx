import { formIn } from "../../workflows/kernel/given.ts";
import { paths } from "../addresses/paths.ts";
import { interrupt, mayInterrupt, seenByWord } from "../cases/road/interrupt.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import {
  drawSaidTooLate,
  drawSaying,
  drawTooLate,
  isSaidAgain,
  isSaidSince,
  readSaying,
  type Saying,
} from "../web/parts/saying.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

async function sayingOf(visit: Visit): Promise<Saying | undefined> {
  const { at } = visit;
  const name = at("name");
  const own = await ownCase(visit);
  const known = own && Object.hasOwn(own.process.interruptions, name);
  const interruption = known ? own.process.interruptions[name] : undefined;
  if (!own || interruption?.by !== "applicant") return undefined;
  const loaded = await seenByWord(visit.house, own, name);
  const place = [at("id"), at("secret")] as const;
  const form = formIn(interruption.form, loaded.file);
  return { loaded, name, form, here: paths.ownSaying(...place, name), back: paths.ownCase(...place) };
}

/** Asks whether the applicant really means it; nothing is done before the answer. */
export const showSaying: Work = async (visit) => {
  const { house, request } = visit;
  const saying = await sayingOf(visit);
  if (!saying) return refusalPage(request, notFound);
  const view = await viewOf(request, saying.loaded.head.language);
  return mayInterrupt(saying.loaded, saying.name, house.clock.now())
    ? drawSaying(view, saying)
    : drawTooLate(view, saying.back);
};

/** Takes the applicant's word, once. */
export const takeSaying: Work = async (visit) => {
  const { house, request, at } = visit;
  const saying = await sayingOf(visit);
  if (!saying) return refusalPage(request, notFound);
  const typed = readSaying(request, saying.form);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const view = await viewOf(request, saying.loaded.head.language);
  const by = saying.loaded.process.people("applicant", saying.loaded.file)?.email ?? "";
  if (isSaidAgain(request, saying.loaded, { name: saying.name, by }, typed.value))
    return redirect(saying.back);
  if (isSaidSince(request, saying.loaded)) return drawSaidTooLate(view, saying, typed.value);
  const address = { id: at("id"), secret: at("secret"), name: saying.name };
  const said = await interrupt(house, address, typed.value);
  switch (said.outcome) {
    case "accepted":
      return redirect(saying.back);
    case "invalid":
      return drawSaying(view, saying, typed.value, said.errors);
    case "tooLate":
      return drawSaidTooLate(view, saying, typed.value);
    case "unknown":
      return refusalPage(request, notFound);
  }
};
