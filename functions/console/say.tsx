import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { actsAs } from "../cases/people/staff.ts";
import { breakIn, mayInterrupt, wordForm } from "../cases/road/interrupt.ts";
import { refOfCall, refOfCase } from "../store/keys.ts";
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
import { forStaff, type StaffVisit } from "./guard.ts";

/** The words by which this member of the staff may break in on a case now. */
export const wordsOfStaff = ({ house, member }: StaffVisit, loaded: LoadedCase): readonly string[] =>
  Object.entries(loaded.process.interruptions)
    .filter(([, { hasOwnPage }]) => !hasOwnPage)
    .filter(([name]) => maySay({ house, member }, loaded, name))
    .map(([name]) => name);

/** May this member of the staff break in on a case now with that word? */
export function maySay(
  { house, member }: Pick<StaffVisit, "house" | "member">,
  loaded: LoadedCase,
  name: string,
): boolean {
  const by = loaded.process.interruptions[name]?.by;
  const person = by === undefined || by === "applicant" ? undefined : loaded.process.people(by, loaded.file);
  if (by === undefined || person === undefined) return false;
  const call = { data: loaded.file.call };
  return actsAs(call, person, by, member) && mayInterrupt(loaded, name, house.clock.now());
}

async function sayingOf({ house, at, request }: StaffVisit): Promise<Saying | undefined> {
  const name = at("name");
  const isOfCall = request.path.startsWith("/console/calls/");
  const loaded = await loadCase(house, isOfCall ? refOfCall(at("id")) : refOfCase(at("id")));
  const known = loaded && Object.hasOwn(loaded.process.interruptions, name);
  const form = known ? wordForm(loaded, name) : undefined;
  if (!loaded || !form) return undefined;
  return isOfCall
    ? { loaded, name, form, here: paths.sayOfCall(at("id"), name), back: paths.consoleCall(at("id")) }
    : { loaded, name, form, here: paths.say(at("id"), name), back: paths.consoleCase(at("id")) };
}

/** Asks whether and why; nothing is done before the answer. */
export const showStaffSaying = forStaff(async (visit) => {
  const saying = await sayingOf(visit);
  if (!saying) return refusalPage(visit.request, notFound);
  return wordsOfStaff(visit, saying.loaded).includes(saying.name)
    ? drawSaying(visit.view, saying)
    : drawTooLate(visit.view, saying.back);
});

/** Takes the word of the staff, once. */
export const takeStaffSaying = forStaff(async (visit) => {
  const { house, request, view, member } = visit;
  const saying = await sayingOf(visit);
  if (!saying) return refusalPage(request, notFound);
  const typed = readSaying(request, saying.form);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const word = { name: saying.name, by: member.email };
  if (isSaidAgain(request, saying.loaded, word, typed.value)) return redirect(saying.back);
  if (!wordsOfStaff(visit, saying.loaded).includes(saying.name) || isSaidSince(request, saying.loaded))
    return drawSaidTooLate(view, saying, typed.value);
  const said = await breakIn(house, saying.loaded, word, typed.value);
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
});
