import { isProcess } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { Family } from "../../workflows/kernel/family.ts";
import { paths } from "../addresses/paths.ts";
import { type CallSummary, listCalls } from "../calls/calls.ts";
import { familiesOfAll, type Kind, kindsIn } from "../reading/kinds.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { RoadPicture } from "../web/parts/road-picture.tsx";
import { FamilySign } from "../web/parts/signs.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";

/** Every kind of professional development, with what it is and for whom. */
export const showKinds: Work = async ({ request }) => {
  const view = await viewOf(request);
  const { ui } = view;
  const kinds = await kindsIn(view.language);
  return page(view, {
    title: ui.say("kinds.title"),
    back: "/",
    body: (
      <>
        <h1 class="govuk-heading-xl">{ui.say("kinds.title")}</h1>
        <p class="govuk-body-l">{ui.say("kinds.lead")}</p>
        {(["person", "organisation"] as const).map((applicant) => (
          <section key={applicant}>
            <h2 class="govuk-heading-m">{ui.say(`kinds.${applicant}`)}</h2>
            <KindList kinds={kinds.filter((kind) => kind.applicant === applicant)} />
          </section>
        ))}
      </>
    ),
  });
};

const KindList = ({ kinds }: { readonly kinds: readonly Kind[] }) => (
  <ul class="govuk-list kelias-kinds">
    {kinds.map(({ id, name, about, family }) => (
      <li key={id}>
        <FamilySign of={family} />
        <a class="govuk-link govuk-!-font-weight-bold" href={paths.kind(id)}>
          {name}
        </a>
        <span class="kelias-kinds__about">{about}</span>
      </li>
    ))}
  </ul>
);

/** One kind: what it is, for whom, how long it takes, what its road looks like, and which of its calls are open. */
export const showKind: Work = async ({ house, request, at }) => {
  const id = at("process");
  const view = await viewOf(request);
  const kind = isProcess(id) ? (await kindsIn(view.language)).find((one) => one.id === id) : undefined;
  if (!kind) return refusalPage(request, notFound);
  const { ui } = view;
  const families = await familiesOfAll();
  const calls = (await listCalls(house)).filter(
    ({ process, state, isUnlisted }) => process === id && state !== "closed" && !isUnlisted,
  );
  return page(view, {
    title: kind.name,
    back: paths.kinds(),
    body: (
      <>
        <h1 class="govuk-heading-xl">{kind.name}</h1>
        <p class="govuk-body-l">{kind.about}</p>
        <dl class="govuk-summary-list">
          {(["who", "lasts"] as const).map((fact) => (
            <div class="govuk-summary-list__row" key={fact}>
              <dt class="govuk-summary-list__key">{ui.say(`kinds.${fact}`)}</dt>
              <dd class="govuk-summary-list__value">{kind[fact]}</dd>
            </div>
          ))}
        </dl>
        <h2 class="govuk-heading-m">{ui.say("kinds.calls")}</h2>
        {calls.length === 0 ? (
          <p class="govuk-body">{ui.say("kinds.noCalls")}</p>
        ) : (
          <CallList calls={calls} families={families} view={view} />
        )}
        <h2 class="govuk-heading-m">{ui.say("kinds.road")}</h2>
        <p class="govuk-body">{ui.say("kinds.roadText")}</p>
        <RoadPicture stops={kind.road} />
        <ol class="govuk-list govuk-list--number kelias-road-stops">
          {kind.road.map((stop) => (
            <li key={stop}>{stop}</li>
          ))}
        </ol>
      </>
    ),
  });
};

/** Those that are open, then those that come, each the nearest in time first; then those that are over, the latest first. */
const inTurn =
  (language: View["language"]) =>
  (a: CallSummary, b: CallSummary): number => {
    if (a.state !== b.state) return turns.indexOf(a.state) - turns.indexOf(b.state);
    const [at, other] = a.state === "coming" ? [a.opensAt, b.opensAt] : [a.closesAt, b.closesAt];
    if (at === other) return a.title[language].localeCompare(b.title[language], language);
    return at < other === (a.state === "closed") ? 1 : -1;
  };
const turns: readonly CallSummary["state"][] = ["open", "coming", "closed"];

/** Calls with the time that matters: until when, or from when. */
export const CallList = ({
  calls,
  families,
  view,
}: {
  readonly calls: readonly CallSummary[];
  readonly families: ReadonlyMap<string, Family | undefined>;
  readonly view: View;
}) => (
  <ul class="kelias-calls">
    {calls.toSorted(inTurn(view.language)).map((call) => (
      <li key={call.id}>
        <span>
          <FamilySign of={families.get(call.process)} />
          <a class="govuk-link govuk-!-font-weight-bold" href={paths.call(call.id)}>
            {call.title[view.language]}
          </a>
        </span>
        <span class="kelias-calls__when">{whenOf(view, call)}</span>
      </li>
    ))}
  </ul>
);

function whenOf({ ui, language }: View, call: CallSummary): string {
  return call.state === "coming"
    ? ui.say("call.from", { time: printTime(call.opensAt, language) })
    : ui.say("call.until", { time: printTime(call.closesAt, language) });
}
