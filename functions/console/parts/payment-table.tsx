import type { ComponentChildren } from "preact";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import { printIban } from "../../reading/printed.ts";
import type { UiKey } from "../../reading/ui.ts";
import { CaseLink } from "../../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** A payment as tables show it: of which case, to whose account, how much. EUR cents. */
interface Payment {
  readonly id: string;
  readonly ref: string;
  readonly to: { readonly name: string; readonly iban: string };
  readonly cents: number;
}

interface Props<P extends Payment> {
  readonly caption: string;
  readonly captionSize?: "hidden";
  readonly payments: readonly P[];
  readonly payee: (payment: P) => ComponentChildren;
  /** What is said of each besides: what it is for, or why it is not made. */
  readonly what: { readonly label: UiKey; readonly of: (payment: P) => ComponentChildren };
  readonly view: View;
}

/** Payments, one under another. */
export const PaymentTable = <P extends Payment>({
  caption,
  captionSize,
  payments,
  payee,
  what,
  view: { ui, language },
}: Props<P>) => (
  <DataTable
    caption={caption}
    stacks
    {...(captionSize ? { captionSize } : {})}
    columns={[
      ...columnsIn(ui, "runs.payee", "task.code", what.label, "runs.account"),
      { label: ui.say("ledger.amount"), isNumeric: true },
    ]}
  >
    <Rows>
      {payments.map((payment) => (
        <tr class="govuk-table__row" key={payment.id}>
          <td class="govuk-table__cell">{payee(payment)}</td>
          <td class="govuk-table__cell" data-label={ui.say("task.code")}>
            <CaseLink case={payment.ref} />
          </td>
          <td class="govuk-table__cell" data-label={ui.say(what.label)}>
            {what.of(payment)}
          </td>
          <td class="govuk-table__cell" data-label={ui.say("runs.account")}>
            {printIban(payment.to.iban)}
          </td>
          <td class="govuk-table__cell govuk-table__cell--numeric" data-label={ui.say("ledger.amount")}>
            {printAmount(payment.cents, language)}
          </td>
        </tr>
      ))}
    </Rows>
  </DataTable>
);
