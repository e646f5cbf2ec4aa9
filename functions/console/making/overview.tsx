import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Page } from "../../../workflows/kernel/form.ts";
import { parsePage } from "../../../workflows/kernel/parse.ts";
import { paths } from "../../addresses/paths.ts";
import { type CallDraft, putAside } from "../../calls/call-drafts.ts";
import { processName } from "../../reading/process-name.ts";
import { redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { page } from "../../web/page.ts";
import { PostForm } from "../../web/parts/form.tsx";
import { readPost } from "../../web/posts.ts";
import { type DraftVisit, ofCallDraft } from "./guard.ts";
import { titleOf } from "./new-call.tsx";

/** The parts of a call that is being made, and which of them are complete. */
export const showCallDraft = ofCallDraft(async (visit) => {
  const { view, draft } = visit;
  const { ui } = view;
  const { pages } = draft.callForm.form;
  const done = pages.filter((part) => isComplete(draft, part)).length;
  const title = titleOf(draft, view);
  const process = await processName(draft.process, view.language);
  return page(view, {
    title,
    back: paths.newCall(),
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("callDraft.caption", { process })}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {draft.asideBy === undefined ? null : (
          <p class="govuk-inset-text">{ui.say("callDraft.isAside", { name: draft.asideBy })}</p>
        )}
        {draft.publishedAs === undefined ? (
          <>
            <p class="govuk-body">{ui.say("callDraft.progress", { done, total: pages.length })}</p>
            <h2 class="govuk-heading-m">{ui.say("callDraft.pages")}</h2>
            <TaskList visit={visit} />
            <a class="govuk-button" href={paths.callDraftCheck(draft.id)}>
              {ui.say("callDraft.check")}
            </a>
            <PreviewLinks visit={visit} isComplete={done === pages.length} />
            <PostForm action={paths.callDraftAside(draft.id)}>
              <input type="hidden" name="aside" value={draft.asideBy === undefined ? "yes" : "no"} />
              <button type="submit" class="govuk-button govuk-button--secondary">
                {ui.say(draft.asideBy === undefined ? "callDraft.aside" : "callDraft.again")}
              </button>
            </PostForm>
          </>
        ) : (
          <p class="govuk-inset-text">
            {ui.say("callDraft.published")}{" "}
            <a class="govuk-link" href={paths.consoleCall(draft.publishedAs)}>
              {ui.say("callDraft.toCall")}
            </a>
          </p>
        )}
      </>
    ),
  });
});

/** Puts the draft aside or takes it up again. */
export const takeAside = ofCallDraft(async ({ house, request, member, draft }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const isAside = post.value.get("aside")?.[0] !== "no";
  await putAside(house, draft.id, member, isAside);
  return redirect(isAside ? paths.newCall() : paths.callDraft(draft.id));
});

function isComplete({ callForm, values }: CallDraft, part: Page): boolean {
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => part.fields.includes(name)));
  return parsePage(callForm.form, part.id, own).outcome === "valid";
}

function TaskList({ visit: { view, draft, words } }: { readonly visit: DraftVisit }) {
  const { ui, language } = view;
  const { form } = draft.callForm;
  return (
    <ul class="govuk-task-list">
      {form.pages.map((part) => {
        const stamp = draft.pages[part.id];
        const complete = isComplete(draft, part);
        const status = `${part.id}-status`;
        return (
          <li class="govuk-task-list__item govuk-task-list__item--with-link" key={part.id}>
            <div class="govuk-task-list__name-and-hint">
              <a
                class="govuk-link govuk-task-list__link"
                href={paths.callDraftPage(draft.id, part.id)}
                aria-describedby={status}
              >
                {words.say(`${form.id}.page.${part.id}`)}
              </a>
              {stamp ? (
                <div class="govuk-task-list__hint">
                  {ui.say("callDraft.changed", {
                    name: stamp.changedBy,
                    time: printTime(stamp.changedAt, language),
                  })}
                </div>
              ) : null}
            </div>
            <div class="govuk-task-list__status" id={status}>
              {complete ? (
                ui.say("callDraft.complete")
              ) : (
                <strong class="govuk-tag">{ui.say("callDraft.wanting")}</strong>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The ways to the preview in each language, once the call is complete. */
export function PreviewLinks({
  visit: { view, draft },
  isComplete: canBeSeen,
}: {
  readonly visit: Pick<DraftVisit, "view" | "draft">;
  readonly isComplete: boolean;
}) {
  const { ui } = view;
  if (!canBeSeen) return <p class="govuk-body">{ui.say("preview.unfinished")}</p>;
  return (
    <p class="govuk-body">
      {ui.say("callCheck.preview")}{" "}
      <a class="govuk-link" href={paths.callPreview(draft.id, "lt")} lang="lt">
        {ui.say("language.lt")}
      </a>
      ,{" "}
      <a class="govuk-link" href={paths.callPreview(draft.id, "en")} lang="en">
        {ui.say("language.en")}
      </a>
    </p>
  );
}
