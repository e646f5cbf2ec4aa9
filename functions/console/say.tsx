import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { actsAs, rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { mayInterrupt, seenByWord, wordForm } from "../cases/road/interrupt.ts";
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
  sayWord,
} from "../web/parts/saying.tsx";
import { readPost } from "../web/posts.ts";
import { noRight, notFound } from "../web/refusal.ts";
import type { Typed } from "../web/typed.ts";
import { drawEnding, endedBy, isSure } from "./ending.tsx";
import { forStaff, type StaffVisit } from "./guard.ts";

/** The words by which this member of the staff may break in on a case now. */
export const wordsOfStaff = ({ house, member }: StaffVisit, loaded: LoadedCase): readonly string[] =>
  Object.entries(loaded.process.interruptions)
    .filter(([, { hasOwnPage }]) => !hasOwnPage)
    .filter(([name]) => maySay({ house, member }, loaded, name))
    .map(([name]) => name);

/** May this member of the staff break in on a case now with that word? */
export const maySay = (
  { house, member }: Pick<StaffVisit, "house" | "member">,
  loaded: LoadedCase,
  name: string,
): boolean => isOwnWord(loaded, name, member) && mayInterrupt(loaded, name, house.clock.now());

/** Is the word one of this member's, whatever else holds now? Who audits has no other part in a call, or does not speak. */
function isOwnWord(loaded: LoadedCase, name: string, member: StaffMember): boolean {
  const by = loaded.process.interruptions[name]?.by;
  const person = by === undefined || by === "applicant" ? undefined : loaded.process.people(by, loaded.file);
  if (by === undefined || person === undefined) return false;
  const call = { data: loaded.file.call };
  const isIndependent = by !== "auditor" || [...rolesIn(call, member)].every((role) => role === by);
  return isIndependent && actsAs(call, person, by, member);
}

/** Whether an address is of a call or of a case, each with where its pages are. */
const places = {
  call: { refOf: refOfCall, here: paths.sayOfCall, back: paths.consoleCall },
  case: { refOf: refOfCase, here: paths.say, back: paths.consoleCase },
};
type Of = keyof typeof places;

async function sayingOf({ house, at }: StaffVisit, of: Of): Promise<Saying | undefined> {
  const [id, name] = [at("id"), at("name")];
  const { refOf, here, back } = places[of];
  const stored = await loadCase(house, refOf(id));
  const known = stored && Object.hasOwn(stored.process.interruptions, name);
  const loaded = known && (await seenByWord(house, stored, name));
  const form = loaded ? wordForm(loaded, name) : undefined;
  if (!loaded || !form) return undefined;
  const asked = demanding(form, loaded.process.interruptions[name]?.peopleSay);
  return { loaded, name, form: asked, here: here(id, name), back: back(id) };
}

/** A form as people are asked by it: what they must say is not called optional. */
function demanding<F extends Form>(form: F, names: readonly string[] = []): F {
  const demanded = Object.entries(form.fields).map(([name, field]) =>
    names.includes(name) ? [name, { ...field, optional: false }] : [name, field],
  );
  return { ...form, fields: Object.fromEntries(demanded) };
}

/** Asks whether and why; nothing is done before the answer. */
export const showStaffSaying = (of: Of) =>
  forStaff(async (visit) => {
    const saying = await sayingOf(visit, of);
    if (!saying) return refusalPage(visit.request, notFound);
    return wordsOfStaff(visit, saying.loaded).includes(saying.name)
      ? drawSaying(visit.view, saying)
      : drawTooLate(visit.view, saying.back);
  });

/** What people must say besides, and what ends with a word, for which they are asked once more; `undefined` when there is nothing to ask. */
async function beforeTheEnd({ house, request, view }: StaffVisit, saying: Saying, typed: Typed) {
  const { loaded, name, form } = saying;
  const { peopleSay = [] } = loaded.process.interruptions[name] ?? {};
  const missing = peopleSay.filter((field) => form.fields[field] && !typed[field]);
  const parsed = parseAnswer(form, typed, dayAt(house.clock.now()));
  const errors = parsed.outcome === "invalid" ? parsed.errors : [];
  const unsaid = missing.map((field) => ({ field, problem: "missing" as const }));
  if (unsaid.length > 0) return drawSaying(view, saying, typed, [...unsaid, ...errors]);
  const post = readPost(request);
  if (parsed.outcome === "invalid" || post.outcome === "refused" || isSure(post.value)) return undefined;
  const refs = await endedBy(house, loaded, name, parsed.value.values);
  return refs && drawEnding(house, view, saying, { refs, post: post.value, values: typed });
}

/** Takes the word of the staff, once. */
export const takeStaffSaying = (of: Of) =>
  forStaff(async (visit) => {
    const { house, request, view, member } = visit;
    const saying = await sayingOf(visit, of);
    if (!saying) return refusalPage(request, notFound);
    if (!isOwnWord(saying.loaded, saying.name, member)) return refusalPage(request, noRight);
    const typed = readSaying(request, saying.form);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const word = { name: saying.name, by: member.email };
    if (isSaidAgain(request, saying.loaded, word, typed.value)) return redirect(saying.back);
    if (!wordsOfStaff(visit, saying.loaded).includes(saying.name) || isSaidSince(request, saying.loaded))
      return drawSaidTooLate(view, saying, typed.value);
    const unsure = await beforeTheEnd(visit, saying, typed.value);
    if (unsure) return unsure;
    return sayWord(house, view, { ...saying, by: member.email }, typed.value, request);
  });
