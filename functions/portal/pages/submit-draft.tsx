import { printTime } from "../../../workflows/facts/print.ts";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import { readDraft } from "../../cases/draft.ts";
import { submitApplication } from "../../cases/submit.ts";
import { casePath } from "../../links.ts";
import { type Answer, redirect } from "../answers.ts";
import { notFound } from "../refusal.ts";
import type { HttpRequest } from "../request.ts";
import { refuse } from "../serve.ts";
import { paths, type Visit, type Work } from "../visit.ts";

/**
 * Remembers, while the browser is open, the application that was sent from it: who applies a second time from the
 * same browser is shown the first, and nobody else is.
 */
const ownCookie = "application";

/** Submits a draft, once. What is wrong with it is shown on the page that checks the answers. */
export const submitDraft: Work = async (visit) => {
  const { house, request, at } = visit;
  const id = at("id");
  const draft = await readDraft(house, id);
  if (!draft) return refuse(request, notFound);
  const { callId, language, values, version } = draft;
  const submitted = await submitApplication(house, {
    callId,
    language,
    raw: values,
    draftId: id,
    draft: { version },
  });
  switch (submitted.outcome) {
    case "changed":
      return submitDraft(visit);
    case "stored":
    case "resubmitted": {
      const mine = casePath(house.config.linkSecret, submitted.ref);
      const secure = house.config.portalUrl.startsWith("https:") ? "; Secure" : "";
      const own = `${ownCookie}=${mine.replaceAll("/", ".")}; Path=/drafts; SameSite=Lax; HttpOnly${secure}`;
      return redirect(`${mine}?submitted`, [own]);
    }
    case "invalid":
      return redirect(paths.check(id));
    case "unknownCall":
      return refuse(request, notFound);
    case "duplicate": {
      const mine = casePath(house.config.linkSecret, submitted.ref);
      return notTaken(visit, language, {
        kind: "duplicate",
        at: submitted.submittedAt,
        ...(isRemembered(request, mine) ? { first: mine } : {}),
      });
    }
    case "late":
      return notTaken(visit, language, { kind: "late", at: submitted.closedAt });
    case "early":
      return notTaken(visit, language, { kind: "early", at: submitted.opensAt });
  }
};

const isRemembered = (request: HttpRequest, mine: string): boolean =>
  request.cookies.includes(`${ownCookie}=${mine.replaceAll("/", ".")}`);

interface NotTaken {
  readonly kind: "duplicate" | "late" | "early";
  /** UTC instant: when the first was sent, the call closed or opens. */
  readonly at: string;
  readonly first?: string;
}

/** Says why an application was not taken; the draft stays as it was. */
async function notTaken(
  { request, at }: Visit,
  own: Language,
  { kind, at: when, first }: NotTaken,
): Promise<Answer> {
  const { page, viewOf } = await import("../view.ts");
  const view = await viewOf(request, own);
  const { ui, language } = view;
  return page(view, {
    title: ui.say(`${kind}.title`),
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say(`${kind}.title`)}</h1>
        <p class="govuk-body">{ui.say(`${kind}.text`, { time: printTime(when, language) })}</p>
        {kind === "duplicate" && !first ? <p class="govuk-body">{ui.say("duplicate.next")}</p> : null}
        {first ? (
          <a href={first} class="govuk-button">
            {ui.say("duplicate.first")}
          </a>
        ) : null}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.check(at("id"))}>
            {ui.say("draft.open")}
          </a>
        </p>
      </>
    ),
  });
}
