import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { loadCase } from "../cases/load.ts";
import { hidingForm } from "../cases/tasks/forms.ts";
import { printNumber } from "../certificates/number.ts";
import { sayConsent } from "../public/consent.ts";
import { openRowsOf } from "../public/open-rows.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { refOfCall, refOfCase } from "../store/keys.ts";
import type { OpenRow } from "../store/open-item.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { SummaryList, type SummaryRow } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import { typedInto } from "../web/typed.ts";
import { forStaff } from "./guard.ts";
import { type CaseVisit, rolesHere, withPost } from "./of-case.ts";
import { type Act, drawAct } from "./parts/act.tsx";

/** Whether an address is of a call or of a case, each with where its pages are. */
const places = {
  call: {
    refOf: refOfCall,
    back: paths.consoleCall,
    here: paths.publicOfCall,
    hiding: paths.hidePublicOfCall,
    title: "public.ofCall",
  },
  case: {
    refOf: refOfCase,
    back: paths.consoleCase,
    here: paths.publicOfCase,
    hiding: paths.hidePublic,
    title: "public.ofCase",
  },
} as const;
type Of = keyof typeof places;

/** A visit to what everybody may see of a call or a case, by somebody who works for the call. */
interface OpenVisit extends CaseVisit {
  readonly place: (typeof places)[Of];
}

const ofOpen = (of: Of, work: (visit: OpenVisit) => Promise<Answer>) =>
  forStaff(async (visit) => {
    const place = places[of];
    const loaded = await loadCase(visit.house, place.refOf(visit.at("id")));
    const roles = loaded && rolesHere(visit, loaded);
    if (!loaded || !roles || roles.size === 0) return refusalPage(visit.request, notFound);
    return work({ ...visit, loaded, place, mayAct: roles.has("coordinator") });
  });

/** What of a call or a case everybody may see, and what was said about showing it, by whom and why. */
export const showPublic = (of: Of) =>
  ofOpen(of, async (visit) => {
    const { loaded, view, at, mayAct, place } = visit;
    const { ui, language } = view;
    const words = await caseWords(loaded, language);
    const rows = openRowsOf(loaded);
    const title = ui.say(place.title);
    return page(view, {
      title,
      back: place.back(at("id")),
      body: (
        <>
          <span class="govuk-caption-l">
            {[callTitle(loaded, language), loaded.process.people("applicant", loaded.file)?.name]
              .filter((part) => part !== undefined)
              .join(", ")}
          </span>
          <h1 class="govuk-heading-l">{title}</h1>
          {rows.length === 0 ? <p class="govuk-body">{ui.say("public.ofCase.none")}</p> : null}
          {rows.map((row) => (
            <section key={row.number}>
              <h2 class="govuk-heading-m">{words.say(wordOf(row))}</h2>
              <SummaryList rows={rowsOf(row, visit)} />
              {mayAct && row.says !== undefined ? (
                <p class="govuk-body">
                  <a class="govuk-link" href={place.hiding(at("id"), row.number)}>
                    {ui.say("hiding.title")}
                    <span class="govuk-visually-hidden">: {words.say(wordOf(row))}</span>
                  </a>
                </p>
              ) : null}
            </section>
          ))}
        </>
      ),
    });
  });

/** What a kind of entries is called. */
const wordOf = ({ state, kind }: OpenRow): string =>
  `${state === undefined ? "publishes" : "registers"}.${kind}`;

function rowsOf(row: OpenRow, { loaded, view: { ui, language } }: CaseVisit): readonly SummaryRow[] {
  const isShown = row.says !== undefined;
  const address = row.state === undefined ? paths.publication : paths.registered;
  const number = printNumber(row.number);
  const { said = [] } =
    loaded.consents?.find(({ kind, name }) => kind === row.kind && name === row.name) ?? {};
  return [
    {
      label: ui.say("public.number"),
      value:
        isShown || row.state !== undefined ? (
          <a class="govuk-link" href={address(number)}>
            {number}
          </a>
        ) : (
          number
        ),
    },
    { label: ui.say("registers.from"), value: printDay(row.from, language) },
    {
      label: ui.say("registers.until"),
      value: row.until === undefined ? ui.say("registers.open") : printDay(row.until, language),
    },
    { label: ui.say("public.shown"), value: ui.say(isShown ? "public.shown.yes" : "public.shown.no") },
    ...said.map(({ agrees, at, by, reason }) => ({
      label: printTime(at, language),
      value: (
        <>
          {ui.say(agrees ? "record.consented" : "record.hidden", { by })}
          {reason === undefined ? null : <div class="kelias-said">{reason}</div>}
        </>
      ),
    })),
  ];
}

/** Says what follows when somebody is shown no longer, and asks why. */
export const askToHide = (of: Of) => ofOpen(of, (visit) => draw(visit));

/**
 * Takes a consent back in the name of whoever is shown, who has said so by telephone or letter; giving it stays theirs alone. By
 * the time that it is answered, it holds everywhere.
 */
export const takeHiding = (of: Of) =>
  ofOpen(of, (visit) =>
    withPost(visit, async (post) => {
      const { house, request, loaded, member, view, at, place } = visit;
      const row = rowAt(visit);
      if (!row || !visit.mayAct) return refusalPage(request, notFound);
      const typed = typedInto(hidingForm, ["reason"], post);
      if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
      const parsed = parseAnswer(hidingForm, typed.value);
      if (parsed.outcome === "invalid") return draw(visit, { typed: typed.value, errors: parsed.errors });
      const { reason } = parsed.value.values;
      const said = await sayConsent(house, loaded, row, { agrees: false, by: member.email, reason });
      switch (said.outcome) {
        case "said":
          return redirect(place.here(at("id")));
        case "again":
          return draw(visit, { typed: typed.value, refused: view.ui.say("hiding.changed") });
        case "none":
          return refusalPage(request, notFound);
      }
    }),
  );

const rowAt = ({ loaded, at }: CaseVisit): OpenRow | undefined =>
  openRowsOf(loaded).find(({ number }) => number === at("number"));

async function draw(visit: OpenVisit, said: Pick<Act, "typed" | "errors" | "refused"> = {}): Promise<Answer> {
  const { loaded, view, at, request, place, mayAct } = visit;
  const row = rowAt(visit);
  if (!row || !mayAct) return refusalPage(request, notFound);
  const back = place.here(at("id"));
  if (row.says === undefined) return redirect(back);
  const words = await caseWords(loaded, view.language);
  return drawAct(view, {
    ...said,
    loaded,
    form: hidingForm,
    title: view.ui.say("hiding.title"),
    children: (
      <>
        <p class="govuk-body govuk-!-font-weight-bold">{words.say(wordOf(row))}</p>
        <p class="govuk-body">{view.ui.say("hiding.text")}</p>
      </>
    ),
    here: place.hiding(at("id"), row.number),
    back,
  });
}
