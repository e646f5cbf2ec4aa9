import { isScore, printScore } from "../../workflows/kernel/score.ts";
import type { Difference } from "../../workflows/kernel/selection/desk.ts";
import { paths } from "../addresses/paths.ts";
import { auditedCall, auditFinding, type Differences } from "../audit/audited.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { isAtOnce, lastFinding } from "../findings/ask.ts";
import { codeOf } from "../reading/codes.ts";
import type { Ui } from "../reading/ui.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { questionOf } from "./findings.ts";
import { forStaff } from "./guard.ts";
import { FindingState, ShownOf } from "./parts/finding.tsx";

/**
 * Works a call's published rankings out again from what is stored, and says whether anything differs: what `npm run audit` says on
 * the machine that has the data. Nothing is changed. A small call is worked out when the page is opened, a large one on demand.
 */
export const showAudit = forStaff(async (visit) => {
  const { house, request, view, at } = visit;
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const { ui, language } = view;
  const question = questionOf(visit, call.callId, "audit");
  const isSmall = await isAtOnce(house, call.callId, "audit");
  const finding = isSmall ? undefined : await lastFinding(house, question, auditFinding);
  const audited = isSmall ? await auditedCall(house, call.callId) : finding?.found;
  return page(view, {
    title: ui.say("audit.title"),
    back: paths.consoleCall(call.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(call, house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("audit.title")}</h1>
        <p class="govuk-body">{ui.say("audit.text")}</p>
        {finding ? (
          <FindingState question={question} finding={finding} here={request.path} view={view} />
        ) : null}
        {audited?.outcome === "audited" ? (
          <>
            {audited.rankings.map(({ name, cases, differences }, index) => (
              <section key={name}>
                <h2 class="govuk-heading-m">{ui.say("audit.ranking", { number: index + 1, cases })}</h2>
                <Verdict found={differences} view={view} />
              </section>
            ))}
            <h2 class="govuk-heading-m">{ui.say("audit.now")}</h2>
            <Verdict found={audited.changed} view={view} />
          </>
        ) : audited ? (
          <p class="govuk-inset-text">{ui.say("audit.nothing")}</p>
        ) : null}
      </>
    ),
  });
});

/** A score in points, and in the units in which it is stored: two may differ by less than points show. */
function shown(what: Difference["what"], said: string, { language }: Ui): string {
  const units = Number(said);
  return what === "score" && isScore(units) ? `${printScore(units, language)} (${said})` : said;
}

/** Equal, or every difference with the case that it is of. */
function Verdict({ found: { count, some }, view }: { readonly found: Differences; readonly view: View }) {
  const { ui } = view;
  if (count === 0) return <p class="govuk-body govuk-!-font-weight-bold">{ui.say("audit.equal")}</p>;
  return (
    <>
      <p class="govuk-body kelias-late">{ui.say("audit.different", { count })}</p>
      <ShownOf shown={some.length} count={count} view={view} />
      <DataTable
        caption={ui.say("audit.differences")}
        captionSize="hidden"
        columns={columnsIn(ui, "task.code", "audit.what", "audit.stored", "audit.again")}
      >
        <Rows>
          {some.map(({ ref, what, published, recomputed }) => (
            <tr class="govuk-table__row" key={`${ref} ${what}`}>
              <td class="govuk-table__cell">{codeOf(ref)}</td>
              <td class="govuk-table__cell">{ui.say(`audit.what.${what}`)}</td>
              <td class="govuk-table__cell">{shown(what, published, ui)}</td>
              <td class="govuk-table__cell">{shown(what, recomputed, ui)}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
    </>
  );
}
