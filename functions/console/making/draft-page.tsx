import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import { parseAnswer, parsePage } from "../../../workflows/kernel/parse.ts";
import { paths } from "../../addresses/paths.ts";
import { type CallDraft, saveCallDraftPage } from "../../calls/call-drafts.ts";
import { listsOf, type PeopleList } from "../../people/lists.ts";
import type { Asked } from "../../reading/asked.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { withOptionsRead } from "../../web/options-in-lines.ts";
import { page } from "../../web/page.ts";
import { ErrorSummary, FieldInputs, SubmitButton, TypedForm } from "../../web/parts/form.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import { type Post, readPost } from "../../web/posts.ts";
import { notFound } from "../../web/refusal.ts";
import { type Typed, typedInto } from "../../web/typed.ts";
import { type DraftVisit, inAlphabet, ofCallDraft, wordingsOfForm } from "./guard.ts";
import { titleOf } from "./new-call.tsx";
import { PeopleOfPart } from "./people-of-part.tsx";

/** All that one page of a call holds, in bytes: the table's items hold 400 KB. */
const longestPage = 150_000;

const pageAt = ({ draft, at }: DraftVisit) => draft.callForm.form.pages.find(({ id }) => id === at("page"));

/** One page of a call that is being made. Coming back to change an answer, people see at once what is wrong with it. */
export const showCallDraftPage = ofCallDraft(async (visit) => {
  const { draft, request } = visit;
  const asked = pageAt(visit);
  if (!asked) return refusalPage(request, notFound);
  if (draft.publishedAs !== undefined) return redirect(paths.callDraft(draft.id));
  const errors = request.query.has("change") ? faultsOf(visit, asked.id, {}) : [];
  return draw(visit, asked.id, { errors });
});

/** Keeps what was typed, valid or not, and goes on when it is valid. */
export const takeCallDraftPage = ofCallDraft(async (visit) => {
  const { house, draft, request, member } = visit;
  const asked = pageAt(visit);
  if (!asked) return refusalPage(request, notFound);
  if (draft.publishedAs !== undefined) return redirect(paths.callDraft(draft.id));
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const { callForm } = draft;
  const read = typedInto(callForm.form, asked.fields, post.value);
  if (read.outcome === "refused") return refusalPage(request, read.refusal);
  const said = await withOptionsRead(callForm.form, read.value, () => wordingsOfForm(callForm));
  const typed = { ...said, ...peopleKept(visit, asked.fields, post.value) };
  if (Buffer.byteLength(JSON.stringify(typed)) > longestPage)
    return refusalPage(request, { status: 413, why: "tooLarge" });
  const version = versionIn(post.value);
  const kept = { values: typed, version, by: member };
  if ((await saveCallDraftPage(house, draft, asked.id, kept)) === "conflict")
    return draw(visit, asked.id, { typed, isConflict: true });
  const list = listsOn(draft, asked.fields).find(({ name }) => post.value.get("people")?.[0] === name);
  if (list) return redirect(paths.draftedPeople(draft.id, list.name));
  const here = paths.callDraftPage(draft.id, asked.id);
  const more = post.value.get("more")?.[0];
  if (more !== undefined && asked.fields.includes(more)) return redirect(`${here}#${more}`);
  if (post.value.has("later")) return redirect(paths.callDraft(draft.id));
  const errors = faultsOf(visit, asked.id, typed);
  if (errors.length > 0) return draw(visit, asked.id, { typed, errors, version: version + 1 });
  return redirect(nextAfter(visit, asked.id));
});

/** The lists of people among the fields of a page, each with a page of its own. */
const listsOn = (
  { callForm, values }: Pick<CallDraft, "callForm" | "values">,
  fields: readonly string[],
): readonly PeopleList[] => listsOf({ callForm, stored: values }).filter(({ name }) => fields.includes(name));

/** People stand in lists of their own, so that a page says nothing of them; a program may. */
const peopleKept = ({ draft }: DraftVisit, fields: readonly string[], post: Post): Typed =>
  Object.fromEntries(
    listsOn(draft, fields).flatMap(({ name }) => {
      const stored = draft.values[name];
      return post.has(name) || typeof stored !== "string" ? [] : [[name, stored]];
    }),
  );

/** The version that a page shows goes back with it under this name, which no field has. */
export const seenVersion = "seenVersion";

/** How often the page had been written when it was read; of what is no number, never. */
export function versionIn(post: Post): number {
  const said = post.get(seenVersion)?.[0] ?? "";
  return /^\d{1,9}$/.test(said) ? Number(said) : 0;
}

/** What is wrong with a page; also what only the whole call can tell, once all of it is there. */
function faultsOf({ draft }: DraftVisit, pageId: string, typed: Typed): readonly FieldError[] {
  const { form } = draft.callForm;
  const fields = form.pages.find(({ id }) => id === pageId)?.fields ?? [];
  const all: Readonly<Record<string, unknown>> = { ...draft.values, ...typed };
  const own = Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
  const parsed = parsePage(form, pageId, own);
  if (parsed.outcome === "invalid") return parsed.errors;
  const whole = parseAnswer(form, all);
  return whole.outcome === "invalid" ? whole.errors.filter(({ field }) => fields.includes(field)) : [];
}

function nextAfter({ draft, request }: DraftVisit, pageId: string): string {
  const { pages } = draft.callForm.form;
  const next = pages[pages.findIndex(({ id }) => id === pageId) + 1];
  if (request.query.has("change")) return paths.callDraftCheck(draft.id);
  return paths.callDraftPage(draft.id, next?.id ?? "check");
}

interface Said {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly version?: number;
  /** Somebody wrote the page since it was read. */
  readonly isConflict?: boolean;
}

async function draw(visit: DraftVisit, pageId: string, said: Said): Promise<Answer> {
  const { view, draft, words, request } = visit;
  const { ui, language } = view;
  const form = inAlphabet(draft.callForm.form, draft.callForm, words, view);
  const { typed = {}, errors = [], isConflict = false } = said;
  const stamp = draft.pages[pageId];
  const index = form.pages.findIndex(({ id }) => id === pageId);
  const changing = request.query.has("change");
  const values = { ...draft.values, ...typed };
  const asked: Asked = { form, words, ui, values, errors };
  const fields = form.pages[index]?.fields ?? [];
  const title = words.say(`${form.id}.page.${pageId}`);
  return page(view, {
    title,
    back: changing ? paths.callDraftCheck(draft.id) : paths.callDraft(draft.id),
    hasErrors: errors.length > 0 || isConflict,
    status: isConflict ? 409 : request.method === "POST" && errors.length > 0 ? 422 : 200,
    body: (
      <>
        {isConflict && stamp ? (
          <Warning
            view={view}
            text={ui.say("callDraft.conflict", {
              name: stamp.changedBy,
              time: printTime(stamp.changedAt, language),
            })}
          />
        ) : (
          <ErrorSummary asked={asked} />
        )}
        <span class="govuk-caption-l">
          {`${titleOf(draft, view)}. ${ui.say("draft.step", { step: index + 1, steps: form.pages.length + 1 })}`}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <TypedForm action={`${paths.callDraftPage(draft.id, pageId)}${changing ? "?change" : ""}`}>
          <button type="submit" hidden />
          <input type="hidden" name={seenVersion} value={said.version ?? stamp?.version ?? 0} />
          {runsOf(fields, listsOn({ ...draft, values }, fields)).map((run) =>
            "list" in run ? (
              <PeopleOfPart key={run.list.name} asked={asked} list={run.list} />
            ) : (
              <FieldInputs key={run.names.join()} asked={asked} names={run.names} />
            ),
          )}
          <div class="govuk-button-group">
            <SubmitButton label={ui.say(changing ? "draft.check" : "draft.continue")} />
            <button type="submit" name="later" value="yes" class="govuk-button govuk-button--secondary">
              {ui.say("callDraft.overview")}
            </button>
          </div>
        </TypedForm>
      </>
    ),
  });
}

type Run = { readonly list: PeopleList } | { readonly names: readonly string[] };

/** The fields of a page in order, with each list of people by itself. */
function runsOf(fields: readonly string[], lists: readonly PeopleList[]): readonly Run[] {
  const [first] = fields.filter((name) => lists.some((list) => list.name === name));
  const list = lists.find(({ name }) => name === first);
  if (!list) return fields.length > 0 ? [{ names: fields }] : [];
  const at = fields.indexOf(list.name);
  return [
    ...(at > 0 ? [{ names: fields.slice(0, at) }] : []),
    { list },
    ...runsOf(fields.slice(at + 1), lists),
  ];
}
