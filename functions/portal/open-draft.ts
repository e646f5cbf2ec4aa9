import type { FieldError, Page } from "../../workflows/kernel/form.ts";
import { parseAnswer, parsePage, saidSoFar } from "../../workflows/kernel/parse.ts";
import { loadCall } from "../calls/calls.ts";
import { type ApplicationTerms, applicationOf } from "../cases/applications/application-forms.ts";
import { readDraft, sentDraft, type WrittenDraft } from "../cases/applications/draft.ts";
import type { House } from "../house.ts";
import type { Asked } from "../reading/asked.ts";
import { wordsOf } from "../reading/process-words.ts";
import type { Head } from "../store/items.ts";
import { withRowFiles } from "../uploads/places.ts";
import type { View } from "../web/view.ts";

/** A draft with the terms of its call. */
export interface OpenDraft {
  readonly id: string;
  readonly draft: WrittenDraft;
  readonly call: Head;
  readonly terms: ApplicationTerms;
  /** The application that it became. */
  readonly sent?: Head;
}

/** The draft at an address; `undefined` when there is none, or its call is gone. */
export async function openDraft(house: Pick<House, "table">, id: string): Promise<OpenDraft | undefined> {
  const draft = await readDraft(house, id);
  const call = draft ? await loadCall(house, draft.callId) : undefined;
  const terms = call ? await applicationOf(house, call, draft?.values) : undefined;
  if (!draft || !call || !terms) return undefined;
  const sent = await sentDraft(house, draft);
  return { id, draft, call, terms, ...(sent ? { sent } : {}) };
}

/** The draft with what was said just now: its form may know more by it. */
export async function withSaid(
  house: Pick<House, "table" | "clock">,
  open: OpenDraft,
  said: Readonly<Record<string, unknown>>,
): Promise<OpenDraft> {
  const draft = { ...open.draft, values: { ...open.draft.values, ...said } };
  return { ...open, draft, terms: (await applicationOf(house, open.call, draft.values)) ?? open.terms };
}

export const pageOf = ({ terms }: OpenDraft, id: string): Page | undefined =>
  terms.form.pages.find((page) => page.id === id);

/** The page on which a field stands; the first for what has no page. */
export const pageOfField = ({ terms }: OpenDraft, field: string): string =>
  (terms.form.pages.find((page) => page.fields.includes(field)) ?? terms.form.pages[0])?.id ?? "";

/** What is still wrong with the whole application, as submitting it would say. */
export async function faultsOf(
  house: Pick<House, "table" | "clock">,
  { draft, terms }: OpenDraft,
): Promise<readonly FieldError[]> {
  const parsed = parseAnswer(terms.form, withRowFiles(terms.form.fields, draft.values, draft.files));
  return parsed.outcome === "invalid" ? parsed.errors : terms.checkFacts(house, parsed.value.values);
}

/** What is wrong with one page; also what only the whole application can tell, once all of it is there. */
export async function faultsOfPage(
  house: Pick<House, "table" | "clock">,
  open: OpenDraft,
  page: Page,
  typed: Readonly<Record<string, unknown>>,
): Promise<readonly FieldError[]> {
  const { terms, draft } = open;
  const parsed = parsePage(terms.form, page.id, typed);
  if (parsed.outcome === "invalid") return parsed.errors;
  const { nameField } = terms;
  const name = draft.values[nameField];
  const facts = await terms.checkFacts(house, { ...(name ? { [nameField]: name } : {}), ...parsed.value });
  if (facts.length > 0) return facts;
  const soFar = { ...saidSoFar(terms.form, draft.values), ...parsed.value };
  const errors = (terms.form.checkSoFar?.(soFar) ?? []).filter(({ field }) => page.fields.includes(field));
  if (errors.length > 0) return errors;
  const said = withRowFiles(terms.form.fields, draft.values, draft.files);
  const whole = parseAnswer(terms.form, { ...said, ...typed });
  return whole.outcome === "invalid" ? whole.errors.filter(({ field }) => page.fields.includes(field)) : [];
}

/** The draft's form as a page asks it. */
export async function askedOf(
  view: View,
  { terms, draft }: OpenDraft,
  errors: readonly FieldError[],
  typed: Readonly<Record<string, unknown>> = {},
): Promise<Asked> {
  return {
    form: terms.form,
    words: await wordsOf(terms.process, view),
    ui: view.ui,
    values: { ...draft.values, ...typed, ...terms.form.facts },
    errors,
  };
}
