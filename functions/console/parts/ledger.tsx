import type { Sums } from "../../../workflows/blocks/ledger/ledger.ts";
import { countryNames } from "../../../workflows/kernel/facts/countries.ts";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { CallMoney } from "../../payments/call-money.ts";
import type { UiKey } from "../../reading/ui.ts";
import { DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** The sums of a call's money, in the order in which money moves. */
const rows = [
  ["granted", "ledger.granted"],
  ["advance", "ledger.advance"],
  ["balance", "ledger.balance"],
  ["fee", "ledger.fee"],
  ["toPay", "ledger.toPay"],
  ["toRecover", "ledger.toRecover"],
  ["recovered", "ledger.recovered"],
  ["committed", "ledger.committed"],
] as const satisfies readonly (readonly [keyof Sums, UiKey])[];

/** What a call's money comes to, and what is left of its budget where it has one. */
export function LedgerTable({
  money,
  view,
}: {
  readonly money: Pick<CallMoney, "sums" | "budget">;
  readonly view: View;
}) {
  const { sums, budget } = money;
  const { ui, language } = view;
  const listed: (readonly [label: string, cents: number])[] = [
    ...rows.map(([name, label]) => [ui.say(label), sums[name]] as const),
    ...(budget === undefined
      ? []
      : [
          [ui.say("ledger.budget"), budget] as const,
          [ui.say("ledger.left"), budget - sums.committed] as const,
        ]),
  ];
  return (
    <DataTable
      caption={ui.say("ledger.title")}
      columns={[{ label: ui.say("ledger.what") }, { label: ui.say("ledger.amount"), isNumeric: true }]}
    >
      <Rows>
        {listed.map(([label, cents]) => (
          <tr class="govuk-table__row" key={label}>
            <td class="govuk-table__cell">{label}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{printAmount(cents, language)}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** Says which freed places stay empty for want of money, and how much is missing for each. */
export const HeldBack = ({
  money: { heldBack },
  view,
}: {
  readonly money: Pick<CallMoney, "heldBack">;
  readonly view: View;
}) =>
  heldBack.length === 0 ? null : (
    <div class="govuk-inset-text">
      <p class="govuk-body">{view.ui.say("ledger.heldBack", { count: heldBack.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {heldBack.map(({ country, missingCents }, index) => (
          <li key={`${country}-${index}`}>
            {view.ui.say("ledger.missing", {
              country: countryNames(view.language)[country] ?? country,
              amount: printAmount(missingCents, view.language),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
