import { paths } from "../addresses/paths.ts";
import type { Answer } from "./answers.ts";
import { page } from "./page.ts";
import type { HttpRequest } from "./request.ts";
import { viewOf } from "./view.ts";

/** Tells whoever comes to the console without a pass how to come in, and nothing else. */
export async function noPass(request: HttpRequest): Promise<Answer> {
  const view = await viewOf(request);
  const title = view.ui.say("console.noPass.title");
  return page(view, {
    title,
    status: 403,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{view.ui.say("console.noPass.text")}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.signIn()}>
            {view.ui.say("signIn.title")}
          </a>
        </p>
      </>
    ),
  });
}
