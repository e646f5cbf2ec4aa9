import { paths } from "../addresses/paths.ts";
import type { Config } from "../config.ts";
import { memberOfAccount } from "../sign-in/account.ts";
import { cookie, cookieIn } from "../sign-in/cookies.ts";
import { beginAtProvider, endAtProvider, oidcCookie, oidcMinutes } from "../sign-in/provider.ts";
import { beginSession } from "../sign-in/session.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { notFound } from "../web/refusal.ts";
import type { HttpRequest } from "../web/request.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

type Why = "refused" | "strange" | "unverified" | "stranger" | "down";

const hasProvider = (config: Config): config is Config & { readonly oidc: NonNullable<Config["oidc"]> } =>
  config.oidc !== undefined;

/** Sends staff to the provider; nothing is stored but a short-lived cookie. */
export const goToProvider: Work = async ({ house, request }) => {
  const { config, clock } = house;
  if (!hasProvider(config)) return refusalPage(request, notFound);
  try {
    const begun = await beginAtProvider(config, clock.now());
    return redirect(begun.to, [cookie(house, oidcCookie, begun.cookie, oidcMinutes * 60)]);
  } catch (error) {
    return isDown(house, error, request);
  }
};

/** Takes the provider's answer: staff come into the console, everybody else reads why not. */
export const comeFromProvider: Work = async ({ house, request }) => {
  const { config, clock } = house;
  if (!hasProvider(config)) return refusalPage(request, notFound);
  const kept = cookieIn(house, oidcCookie, request.cookies);
  try {
    const said = await endAtProvider(config, request.query, kept, clock.now());
    const member = said.outcome === "known" ? await memberOfAccount(house, said) : undefined;
    if (!member) {
      house.log("K702", { by: "provider" });
      return told(request, said.outcome === "known" ? "stranger" : said.outcome);
    }
    house.log("K701", { by: "provider", staff: true });
    return redirect(paths.console(), [
      await beginSession(house, { email: member.email, isStaff: true }),
      cookie(house, oidcCookie, "", 0),
    ]);
  } catch (error) {
    return isDown(house, error, request);
  }
};

/** The provider is out of order: that is no defect of ours, and is said so; what it was is in the log, without its words. */
function isDown(house: Visit["house"], error: unknown, request: HttpRequest) {
  house.log("K303", {
    ref: "sign-in",
    what: "provider",
    error: error instanceof Error ? error.name : "unknown",
  });
  return told(request, "down");
}

async function told(request: HttpRequest, why: Why) {
  const view = await viewOf(request);
  const { ui } = view;
  return page(view, {
    title: ui.say("provider.title"),
    back: paths.signIn(),
    status: why === "down" ? 200 : 403,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("provider.title")}</h1>
        <p class="govuk-body">{ui.say(`provider.${why}`)}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.provider()}>
            {ui.say("provider.again")}
          </a>
        </p>
      </>
    ),
  });
}
