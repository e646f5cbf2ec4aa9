import { isScore, printScore } from "../../../../workflows/blocks/score/score.ts";
import type { Difference } from "../../../../workflows/selection-call/audit.ts";
import { auditCall } from "../../../audit/audit-call.ts";
import { loadCall, summaryOf } from "../../../calls/calls.ts";
import { codeOf } from "../../codes.ts";
import { columnsIn, DataTable, Rows } from "../../parts/table.tsx";
import { notFound } from "../../refusal.ts";
import type { Ui } from "../../ui.ts";
import { page } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff } from "./guard.tsx";

/**
 * Works a call's published rankings out again from what is stored, when the page is opened, and says whether anything differs:
 * what `npm run audit` says on the machine that has the data. Nothing is changed.
 */
export const showAudit = forStaff(async ({ house, request, view, at }) => {
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const { ui, language } = view;
  const audited = await auditCall(house, call.callId);
  return page(view, {
    title: ui.say("audit.title"),
    back: paths.consoleCall(call.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(call, house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("audit.title")}</h1>
        <p class="govuk-body">{ui.say("audit.text")}</p>
        {audited.outcome === "audited" ? (
          <>
            {audited.rankings.map(({ name, cases, differences }, index) => (
              <section key={name}>
                <h2 class="govuk-heading-m">{ui.say("audit.ranking", { number: index + 1, cases })}</h2>
                <Verdict found={differences} ui={ui} />
              </section>
            ))}
            <h2 class="govuk-heading-m">{ui.say("audit.now")}</h2>
            <Verdict found={audited.changed} ui={ui} />
          </>
        ) : (
          <p class="govuk-inset-text">{ui.say("audit.nothing")}</p>
        )}
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
function Verdict({ found, ui }: { readonly found: readonly Difference[]; readonly ui: Ui }) {
  if (found.length === 0) return <p class="govuk-body govuk-!-font-weight-bold">{ui.say("audit.equal")}</p>;
  return (
    <>
      <p class="govuk-body kelias-late">{ui.say("audit.different", { count: found.length })}</p>
      <DataTable
        caption={ui.say("audit.differences")}
        captionSize="hidden"
        columns={columnsIn(ui, "task.code", "audit.what", "audit.stored", "audit.again")}
      >
        <Rows>
          {found.map(({ ref, what, published, recomputed }) => (
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
