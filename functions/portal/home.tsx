import { paths } from "../addresses/paths.ts";
import { type CallSummary, listCalls } from "../calls/calls.ts";
import { familiesOfAll, type Kind, kindsIn } from "../reading/kinds.ts";
import { page } from "../web/page.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { CallList } from "./kinds.tsx";

/** What the programme is, which calls can be applied to by whom, and how it goes on from there. */
export const showHome: Work = async ({ house, request }) => {
  const view = await viewOf(request);
  const { ui } = view;
  const calls = (await listCalls(house)).filter(({ isUnlisted }) => !isUnlisted);
  const [kinds, families] = await Promise.all([kindsIn(view.language), familiesOfAll()]);
  const groups = (["open", "coming", "closed"] as const)
    .map((state) => ({ state, calls: calls.filter((call) => call.state === state) }))
    .filter((group) => group.calls.length > 0);
  return page(view, {
    title: ui.say("home.title"),
    body: (
      <>
        <h1 class="govuk-heading-xl">{ui.say("home.title")}</h1>
        <p class="govuk-body-l">{ui.say("home.lead")}</p>
        <h2 class="govuk-heading-l">{ui.say("home.calls")}</h2>
        <p class="govuk-body">{ui.say("home.noSign")}</p>
        {groups.length === 0 ? <p class="govuk-body">{ui.say("home.none")}</p> : null}
        {groups.map(({ state, calls: listed }) => (
          <section key={state}>
            <h3 class="govuk-heading-m">{ui.say(`home.${state}`)}</h3>
            <ByApplicant calls={listed} kinds={kinds} families={families} view={view} />
          </section>
        ))}
        <h2 class="govuk-heading-l">{ui.say("home.how")}</h2>
        <ol class="govuk-list govuk-list--number">
          {(["1", "2", "3", "4"] as const).map((step) => (
            <li key={step}>{ui.say(`home.how.${step}`)}</li>
          ))}
        </ol>
        <p class="govuk-body">{ui.say("home.how.lasts")}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.kinds()}>
            {ui.say("kinds.title")}
          </a>
        </p>
      </>
    ),
  });
};

/** Calls by who may apply; a heading stands there only where both may. */
function ByApplicant({
  calls,
  kinds,
  families,
  view,
}: {
  readonly calls: readonly CallSummary[];
  readonly kinds: readonly Kind[];
  readonly families: Awaited<ReturnType<typeof familiesOfAll>>;
  readonly view: View;
}) {
  const isFor = (applicant: Kind["applicant"]) =>
    calls.filter(
      ({ process }) => (kinds.find(({ id }) => id === process)?.applicant ?? "person") === applicant,
    );
  const groups = (["person", "organisation"] as const)
    .map((applicant) => ({ applicant, calls: isFor(applicant) }))
    .filter((group) => group.calls.length > 0);
  const [only] = groups;
  if (groups.length === 1 && only) return <CallList calls={only.calls} families={families} view={view} />;
  return (
    <>
      {groups.map(({ applicant, calls: listed }) => (
        <section key={applicant}>
          <h4 class="govuk-heading-s">{view.ui.say(`home.${applicant}`)}</h4>
          <CallList calls={listed} families={families} view={view} />
        </section>
      ))}
    </>
  );
}
