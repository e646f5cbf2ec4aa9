import { printTime } from "../../../workflows/facts/print.ts";
import type { ListedCase } from "../../cases/staff.ts";
import type { CallMoney } from "../../payments/call-money.ts";
import { idOf } from "../../store/keys.ts";
import type { View } from "../view.ts";
import { paths } from "../visit.ts";
import { HeldBack, LedgerTable } from "./ledger.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** A case with where it is, in a few words. */
export interface Staged {
  readonly listed: ListedCase;
  readonly stage: string;
}

/** How many cases stand where, each with the way to them. */
export function StateTable({
  cases,
  callId,
  view: { ui },
}: {
  readonly cases: readonly Staged[];
  readonly callId: string;
  readonly view: View;
}) {
  const counts = Map.groupBy(cases, ({ listed }) => listed.state);
  return (
    <DataTable
      caption={ui.say("console.states")}
      columns={[{ label: ui.say("console.state") }, { label: ui.say("console.count"), isNumeric: true }]}
    >
      <Rows>
        {[...counts].map(([state, staged]) => (
          <tr class="govuk-table__row" key={state}>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={`${paths.consoleCall(callId)}?${new URLSearchParams({ state })}`}>
                {staged[0]?.stage}
              </a>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{staged.length}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** What the call's money comes to, and the way to its payment runs. */
export const MoneyOfCall = ({
  money,
  callId,
  view,
}: {
  readonly money: CallMoney;
  readonly callId: string;
  readonly view: View;
}) => (
  <>
    <LedgerTable money={money} view={view} />
    <HeldBack money={money} view={view} />
    {money.payer ? (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.paymentRuns(callId)}>
          {view.ui.say("runs.title")}
        </a>
      </p>
    ) : null}
    <p class="govuk-body">
      <a class="govuk-link" href={paths.proof(callId)}>
        {view.ui.say("proof.title")}
      </a>
    </p>
  </>
);

/** Some cases of a call; `more` leads to the next. */
export function CaseTable({
  cases,
  view: { ui, language },
  more,
}: {
  readonly cases: readonly Staged[];
  readonly view: View;
  readonly more: string | undefined;
}) {
  return (
    <>
      <DataTable
        caption={ui.say("console.cases")}
        columns={columnsIn(
          ui,
          "console.applicant",
          "console.school",
          "console.municipality",
          "console.submitted",
          "console.state",
        )}
      >
        <Rows>
          {cases.map(({ listed, stage }) => (
            <tr class="govuk-table__row" key={listed.ref}>
              <td class="govuk-table__cell">
                <a class="govuk-link" href={paths.consoleCase(idOf(listed.ref))}>
                  {listed.applicantName}
                </a>
              </td>
              <td class="govuk-table__cell">{listed.school}</td>
              <td class="govuk-table__cell">{listed.municipality}</td>
              <td class="govuk-table__cell">{printTime(listed.submittedAt, language)}</td>
              <td class="govuk-table__cell">{stage}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      {more ? (
        <p class="govuk-body">
          <a class="govuk-link" href={more}>
            {ui.say("console.cases.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}
