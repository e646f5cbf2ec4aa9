import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { casePath } from "../links.ts";
import type { Head } from "../store/items.ts";
import type { Answer } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { TypedBack } from "../web/parts/typed-back.tsx";
import type { HttpRequest } from "../web/request.ts";
import type { Typed } from "../web/typed.ts";
import { viewOf } from "../web/view.ts";
import { askedOf, type OpenDraft } from "./open-draft.ts";

/** A draft that was sent: its link leads to the application, and what is typed into it now is shown back. */
export async function sentPage(
  house: Pick<House, "table" | "config">,
  request: HttpRequest,
  open: OpenDraft & { readonly sent: Head },
  typed: Typed = {},
): Promise<Answer> {
  const view = await viewOf(request, open.draft.language);
  const { ui, language } = view;
  const loaded = await loadCase(house, open.sent.pk);
  const coordinator = loaded?.process.people("coordinator", loaded.file);
  // Whoever goes in the applicant's place has the own page now, or whoever had its link renewed.
  const isOwners =
    loaded && loaded.process.successor?.(loaded.file) === undefined && loaded.head.renewed === undefined;
  const mine = isOwners ? open.sent.pk : undefined;
  return page(view, {
    title: ui.say("draft.sent.title"),
    status: request.method === "POST" ? 409 : 200,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("draft.sent.title")}</h1>
        <p class="govuk-body">
          {ui.say("draft.sent.text", { time: printTime(open.sent.submittedAt, language) })}
        </p>
        {coordinator ? (
          <p class="govuk-body">
            {ui.say("task.coordinator", { name: coordinator.name, email: coordinator.email })}
          </p>
        ) : null}
        {mine ? (
          <a href={casePath(house.config.linkSecret, mine)} class="govuk-button">
            {ui.say("draft.sent.open")}
          </a>
        ) : null}
        <TypedBack asked={{ ...(await askedOf(view, open, [])), values: typed }} />
      </>
    ),
  });
}

/** A draft that is being sent while somebody keeps a page of it. */
export async function sendingPage(request: HttpRequest, open: OpenDraft, typed: Typed): Promise<Answer> {
  const view = await viewOf(request, open.draft.language);
  const { ui } = view;
  return page(view, {
    title: ui.say("draft.sending.title"),
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("draft.sending.title")}</h1>
        <p class="govuk-body">{ui.say("draft.sending.text")}</p>
        <a href={paths.check(open.id)} class="govuk-button">
          {ui.say("draft.open")}
        </a>
        <TypedBack asked={{ ...(await askedOf(view, open, [])), values: typed }} />
      </>
    ),
  });
}
