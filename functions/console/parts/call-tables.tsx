import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import type { CallMoney } from "../../payments/call-money.ts";
import type { Messages } from "../../reading/messages.ts";
import type { Figures } from "../../store/figures-item.ts";
import { idOf } from "../../store/keys.ts";
import type { Line } from "../../store/line-item.ts";
import { LinesTable } from "../../web/parts/lines-table.tsx";
import { DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";
import { HeldBack, LedgerTable } from "./ledger.tsx";

type StageOf = (one: { readonly state: string; readonly ended: boolean }) => string;

/** How many cases stand where, each with the way to them. */
export function StateTable({
  stages,
  stage,
  callId,
  view: { ui },
}: {
  readonly stages: Figures["stages"];
  readonly stage: StageOf;
  readonly callId: string;
  readonly view: View;
}) {
  return (
    <DataTable
      caption={ui.say("console.states")}
      columns={[{ label: ui.say("console.state") }, { label: ui.say("console.count"), isNumeric: true }]}
    >
      <Rows>
        {stages.map((one) => (
          <tr class="govuk-table__row" key={one.key}>
            <td class="govuk-table__cell">
              <a
                class="govuk-link"
                href={`${paths.consoleCall(callId)}?${new URLSearchParams({ stage: one.key })}`}
              >
                {stage(one)}
              </a>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{one.count}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** What the call's money comes to, and the way to its payment runs. */
export const MoneyOfCall = ({
  money,
  words,
  heldBack,
  callId,
  view,
}: {
  readonly money: Pick<CallMoney, "sums" | "budget" | "payer"> & {
    readonly kinds: readonly string[];
  };
  readonly words: Messages;
  /** What is held back for want of money, each in a line. */
  readonly heldBack: readonly string[];
  readonly callId: string;
  readonly view: View;
}) => (
  <>
    <LedgerTable money={money} words={words} view={view} />
    <HeldBack lines={heldBack} view={view} />
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
export const CaseTable = ({
  lines,
  stage,
  view: { ui, language },
  more,
}: {
  readonly lines: readonly Line[];
  readonly stage: StageOf;
  readonly view: View;
  readonly more: string | undefined;
}) => (
  <LinesTable
    lines={lines}
    ui={ui}
    name={({ ref, name }) => (
      <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
        {name}
      </a>
    )}
    besides={[
      { label: "console.submitted", of: ({ submittedAt }) => printTime(submittedAt, language) },
      { label: "console.state", of: stage },
    ]}
    more={{ href: more, label: "console.cases.more" }}
  />
);
