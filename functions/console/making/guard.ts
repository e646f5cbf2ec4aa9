import type { Listed } from "../../../workflows/kernel/field.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import { formWith } from "../../../workflows/kernel/given.ts";
import { type CallDraft, readCallDraft, worksOn } from "../../calls/call-drafts.ts";
import { coordinatesSome } from "../../calls/rights.ts";
import { type Messages, messagesOf } from "../../reading/messages.ts";
import { uiIn } from "../../reading/ui.ts";
import type { Answer } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import type { Wording } from "../../web/options-in-lines.ts";
import { notFound } from "../../web/refusal.ts";
import type { View } from "../../web/view.ts";
import type { Work } from "../../web/visit.ts";
import { forStaff, type StaffVisit } from "../guard.ts";

/** A page for whoever coordinates some call: the only ones who make calls. */
export const forMakers = (work: (visit: StaffVisit) => Promise<Answer>): Work =>
  forStaff(async (visit) =>
    (await coordinatesSome(visit.house, visit.member)) ? work(visit) : refusalPage(visit.request, notFound),
  );

export interface DraftVisit extends StaffVisit {
  readonly draft: CallDraft;
  readonly words: Messages;
}

/** A page of one call that is being made, for whoever makes it and the colleagues named in it. */
export const ofCallDraft = (work: (visit: DraftVisit) => Promise<Answer>): Work =>
  forMakers(async (visit) => {
    const draft = await readCallDraft(visit.house, visit.at("id"));
    if (!draft || !worksOn(draft, visit.member.email)) return refusalPage(visit.request, notFound);
    return work({ ...visit, draft, words: await wordsOfForm(draft.callForm, visit.view) });
  });

/** A call's form with what it chooses from in the order of the language's alphabet. */
export function inAlphabet(
  form: Form,
  { lists }: Pick<CallDraft["callForm"], "lists">,
  words: Messages,
  { language }: Pick<View, "language">,
): Form {
  const collator = new Intl.Collator(language);
  const sorted = Object.entries(lists).map(([name, listed]) => {
    const label = (one: Listed) =>
      typeof one === "string" ? (words.maybe(`list.${name}.${one}`) ?? one) : one.value;
    return [name, listed.toSorted((a, b) => collator.compare(label(a), label(b)))] as const;
  });
  return formWith(form, { lists: Object.fromEntries(sorted) });
}

/** The words of a call form in the language of a view. */
export const wordsOfForm = async (
  { words }: Pick<CallDraft["callForm"], "words">,
  { language }: Pick<View, "language">,
): Promise<Messages> => messagesOf(await words[language](), language);

/** The words of a call form in both languages: lines may be typed in either. */
export const wordingsOfForm = (callForm: Pick<CallDraft["callForm"], "words">): Promise<readonly Wording[]> =>
  Promise.all(
    (["lt", "en"] as const).map(async (language) => ({
      words: await wordsOfForm(callForm, { language }),
      ui: await uiIn(language),
    })),
  );
