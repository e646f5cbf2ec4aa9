import { formIn } from "../../workflows/kernel/given.ts";
import { sayersOf } from "../../workflows/kernel/process.ts";
import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import { mayInterrupt, seenByWord } from "../cases/road/interrupt.ts";
import { groupLed } from "../groups/led.ts";
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
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** Whose page it is on which a word is said: the applicant's of a case, or that of whoever leads a group. */
interface Owned {
  readonly loaded: LoadedCase;
  readonly role: string;
}

const owners = {
  own: {
    find: async (visit: Visit): Promise<Owned | undefined> => {
      const loaded = await ownCase(visit);
      return loaded && { loaded, role: "applicant" };
    },
    here: paths.ownSaying,
    back: paths.ownCase,
  },
  led: {
    find: async ({ house, at }: Visit): Promise<Owned | undefined> => {
      const group = await groupLed(house, at("id"), at("secret"));
      return group && { loaded: group.loaded, role: group.led.by };
    },
    here: paths.ledSaying,
    back: paths.led,
  },
};
type Of = keyof typeof owners;

interface OwnSaying extends Saying {
  /** The e-mail address of whoever says it. */
  readonly by: string;
}

async function sayingOf(visit: Visit, of: Of): Promise<OwnSaying | undefined> {
  const { at } = visit;
  const { find, here, back } = owners[of];
  const name = at("name");
  const owned = await find(visit);
  const known = owned && Object.hasOwn(owned.loaded.process.interruptions, name);
  const interruption = known ? owned.loaded.process.interruptions[name] : undefined;
  if (!owned || !interruption || !sayersOf(interruption).includes(owned.role)) return undefined;
  const loaded = await seenByWord(visit.house, owned.loaded, name);
  const place = [at("id"), at("secret")] as const;
  const form = formIn(interruption.form, loaded.file);
  const by = loaded.process.people(owned.role, loaded.file)?.email ?? "";
  return { loaded, name, form, by, here: here(...place, name), back: back(...place) };
}

/** Asks whether somebody really means it; nothing is done before the answer. */
const show =
  (of: Of): Work =>
  async (visit) => {
    const { house, request } = visit;
    const saying = await sayingOf(visit, of);
    if (!saying) return refusalPage(request, notFound);
    const view = await viewOf(request, saying.loaded.head.language);
    return mayInterrupt(saying.loaded, saying.name, house.clock.now())
      ? drawSaying(view, saying)
      : drawTooLate(view, saying.back);
  };
export const showSaying = show("own");
export const showLedSaying = show("led");

/** Takes the word, once. */
const take =
  (of: Of): Work =>
  async (visit) => {
    const { house, request } = visit;
    const saying = await sayingOf(visit, of);
    if (!saying) return refusalPage(request, notFound);
    const typed = readSaying(request, saying.form);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const view = await viewOf(request, saying.loaded.head.language);
    const word = { name: saying.name, by: saying.by };
    if (isSaidAgain(request, saying.loaded, word, typed.value)) return redirect(saying.back);
    if (isSaidSince(request, saying.loaded)) return drawSaidTooLate(view, saying, typed.value);
    return sayWord(house, view, saying, typed.value, request);
  };
export const takeSaying = take("own");
export const takeLedSaying = take("led");
