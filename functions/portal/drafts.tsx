import { addressField, addressIn } from "../../workflows/kernel/applicant.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { Page as FormPage } from "../../workflows/kernel/form.ts";
import { parsePage } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { type Saved, saveDraft, startDraft } from "../cases/applications/draft.ts";
import { noteDraft } from "../cases/applications/note-draft.ts";
import { foundIn } from "../reading/found.ts";
import { withRowFiles } from "../uploads/places.ts";
import { filesOf } from "../uploads/uploads.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { languageOf } from "../web/request.ts";
import { type Typed, typedInto, uploadWanted } from "../web/typed.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import {
  askedOf,
  faultsOf,
  faultsOfPage,
  type OpenDraft,
  openDraft,
  pageOf,
  withSaid,
} from "./open-draft.ts";
import { sendingPage, sentPage } from "./sent-draft.tsx";

/** All that was typed into one draft, in bytes: the table's items hold 400 KB. */
const longestDraft = 300_000;

/** Starts a draft of an application to an open call. */
export const beginDraft: Work = async ({ house, request, at }) => {
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  if (summaryOf(call, house.clock.now()).state !== "open") return redirect(paths.call(at("id")));
  const draft = await startDraft(house, { callId: at("id"), language: languageOf(request) });
  const open = await openDraft(house, draft.pk.slice("draft#".length));
  const first = open?.terms.form.pages[0];
  return open && first ? redirect(paths.draft(open.id, first.id)) : refusalPage(request, notFound);
};

/** One page of the application. Coming back to change an answer, a person sees at once what is wrong with it. */
export const showDraftPage: Work = async ({ house, request, at }) => {
  const open = await openDraft(house, at("id"));
  const asked = open && pageOf(open, at("page"));
  if (!open || !asked) return refusalPage(request, notFound);
  if (open.sent) return sentPage(house, request, { ...open, sent: open.sent });
  const view = await viewOf(request, open.draft.language);
  const faults = isChange(request.query) ? await faultsOf(house, open) : [];
  return drawDraftPage({ house, view, open, pageId: asked.id, faults });
};

/** Keeps what was typed, valid or not, and goes on when it is valid. */
export const takeDraftPage: Work = async (visit) => {
  const { house, request, at } = visit;
  const open = await openDraft(house, at("id"));
  const asked = open && pageOf(open, at("page"));
  if (!open || !asked) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const wanted = uploadWanted(open.terms.form, post.value);
  const typed = typedInto(open.terms.form, asked.fields, wanted?.post ?? post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  if (sizeOf({ ...open.draft.values, ...typed.value }) > longestDraft) {
    return refusalPage(request, { status: 413, why: "tooLarge" });
  }
  const saved = await saveDraft(house, open.id, asked.id, typed.value);
  if (saved !== "saved") return notKept(visit, open, saved, typed.value);
  const email = typedAddress(open, asked, typed.value);
  if (email !== undefined) await noteDraft(house, open.draft, email);
  if (wanted && asked.fields.includes(wanted.name)) return redirect(paths.draftUpload(open.id, wanted.place));
  const [searched] = [...(post.value.get("search") ?? []), ...(post.value.get("more") ?? [])];
  if (searched !== undefined && asked.fields.includes(searched))
    return redirect(
      `${paths.draft(open.id, asked.id)}${isChange(request.query) ? "?change" : ""}#${searched}`,
    );
  if (post.value.has("later")) return redirect(paths.draftSaved(open.id, asked.id));
  const said = withRowFiles(
    open.terms.form.fields,
    { ...typed.value, ...filesOn(open, asked.fields) },
    open.draft.files,
  );
  const bound = await withSaid(house, open, said);
  const faults = await faultsOfPage(house, bound, asked, said);
  if (faults.length > 0) {
    const view = await viewOf(request, open.draft.language);
    return drawDraftPage({ house, view, open: bound, pageId: asked.id, faults, typed: typed.value });
  }
  return redirect(nextAfter(open, asked.id, isChange(request.query)));
};

/** The owner's address, on the page that asks for it and once it can be one. */
function typedAddress({ terms }: OpenDraft, { id, fields }: FormPage, typed: Typed): string | undefined {
  const said = fields.includes(addressField) ? addressIn(typed) : "";
  const parsed = said === "" ? undefined : parsePage(terms.form, id, typed);
  const isWrong = parsed?.outcome === "invalid" && parsed.errors.some(({ field }) => field === addressField);
  return parsed === undefined || isWrong ? undefined : said.toLowerCase();
}

/** The draft takes no more: what was typed is shown, so that it is not lost. */
async function notKept(
  { house, request }: Visit,
  open: OpenDraft,
  why: Exclude<Saved, "saved">,
  typed: Typed,
) {
  if (why === "unknown") return refusalPage(request, notFound);
  if (why === "sending") return sendingPage(request, open, typed);
  const now = await openDraft(house, open.id);
  return now?.sent
    ? sentPage(house, request, { ...now, sent: now.sent }, typed)
    : refusalPage(request, notFound);
}

/** A page sends no files: they are there already. */
const filesOn = ({ draft, terms }: OpenDraft, names: readonly string[]): Typed =>
  Object.fromEntries(
    names
      .filter((name) => terms.form.fields[name]?.kind === "file")
      .map((name) => [name, String(draft.values[name] ?? "")]),
  );

const isChange = (query: URLSearchParams): boolean => query.has("change");
const sizeOf = (values: unknown): number => Buffer.byteLength(JSON.stringify(values));

function nextAfter({ id, terms }: OpenDraft, pageId: string, changing: boolean): string {
  const { pages } = terms.form;
  const next = pages[pages.findIndex((candidate) => candidate.id === pageId) + 1];
  return changing || !next ? paths.check(id) : paths.draft(id, next.id);
}

interface Drawing {
  readonly house: Visit["house"];
  readonly view: View;
  readonly open: OpenDraft;
  readonly pageId: string;
  readonly faults: Awaited<ReturnType<typeof faultsOf>>;
  readonly typed?: Typed;
}

async function drawDraftPage({ house, view, open, pageId, faults, typed = {} }: Drawing) {
  const { form, closesAt } = open.terms;
  const { ui, request } = view;
  const index = form.pages.findIndex((candidate) => candidate.id === pageId);
  const shown = form.pages[index];
  const fields = shown?.fields ?? [];
  const errors = faults.filter(({ field }) => fields.includes(field));
  const owner = { kind: "draft", id: open.id } as const;
  const files = await filesOf(house, owner, form);
  const said = await askedOf(view, open, errors, typed);
  const values = { ...form.values, ...said.values };
  const asked = { ...said, values, files, found: await foundIn(form, values, fields) };
  const changing = isChange(request.query);
  const title = asked.words.maybe(`${form.id}.page.${pageId}`) ?? asked.words.say(`${form.id}.title`);
  const before = form.pages[index - 1];
  const back = changing
    ? paths.check(open.id)
    : before
      ? paths.draft(open.id, before.id)
      : paths.call(open.draft.callId);
  const hasClosed = isOver(closesAt, house.clock.now());
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: request.method === "POST" && errors.length > 0 ? 422 : 200,
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds-from-desktop">
          {hasClosed ? <OverNotice view={view} closesAt={closesAt} /> : null}
          <ErrorSummary asked={asked} />
          <span class="govuk-caption-l">
            {ui.say("draft.step", { step: index + 1, steps: form.pages.length + 1 })}
          </span>
          <h1 class="govuk-heading-l">{title}</h1>
          <TypedForm action={`${paths.draft(open.id, pageId)}${changing ? "?change" : ""}`}>
            <FieldInputs asked={asked} names={fields} />
            <div class="govuk-button-group">
              <SubmitButton label={ui.say(changing ? "draft.check" : "draft.continue")} />
              <button type="submit" name="later" value="yes" class="govuk-button govuk-button--secondary">
                {ui.say("draft.later")}
              </button>
            </div>
          </TypedForm>
        </div>
      </div>
    ),
  });
}

/** The call is closed; what was written stays. */
export const OverNotice = ({ view, closesAt }: { readonly view: View; readonly closesAt: string }) => (
  <div class="govuk-inset-text">
    {view.ui.say("draft.closed", { time: printTime(closesAt, view.language) })}
  </div>
);

/** How to come back to a draft later. */
export const showSaved: Work = async ({ house, request, at }) => {
  const open = await openDraft(house, at("id"));
  if (!open || !pageOf(open, at("page"))) return refusalPage(request, notFound);
  if (open.sent) return sentPage(house, request, { ...open, sent: open.sent });
  const view = await viewOf(request, open.draft.language);
  const { ui, language } = view;
  const here = paths.draft(open.id, at("page"));
  return page(view, {
    title: ui.say("draft.saved.title"),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("draft.saved.title")}</h1>
        <p class="govuk-body">{ui.say("draft.saved.text")}</p>
        <p class="kelias-address">{`${house.config.portalUrl}${here}`}</p>
        <p class="govuk-body">
          {ui.say("draft.saved.until", { time: printTime(open.terms.closesAt, language) })}
        </p>
        <a href={here} class="govuk-button">
          {ui.say("draft.resume")}
        </a>
      </>
    ),
  });
};
