import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import type { CallMoney } from "../../payments/call-money.ts";
import type { Messages } from "../../reading/messages.ts";
import { idOf } from "../../store/keys.ts";
import type { Line } from "../../store/line-item.ts";
import { LinesTable } from "../../web/parts/lines-table.tsx";
import type { View } from "../../web/view.ts";
import { HeldBack, LedgerTable } from "./ledger.tsx";

type StageOf = (one: { readonly state: string; readonly ended: boolean }) => string;

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
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{view.ui.say("ledger.title")}</span>
      </summary>
      <div class="govuk-details__text">
        <LedgerTable money={money} words={words} view={view} />
      </div>
    </details>
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
