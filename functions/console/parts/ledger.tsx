import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { CallMoney } from "../../payments/call-money.ts";
import type { Messages } from "../../reading/messages.ts";
import { DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** What a call's money comes to, in the order in which it moves, and what is left of its budget where it has one. */
export function LedgerTable({
  money: { sums, budget, kinds },
  words,
  view,
}: {
  readonly money: Pick<CallMoney, "sums" | "budget"> & { readonly kinds: readonly string[] };
  /** Those of the process, which names its payments. */
  readonly words: Messages;
  readonly view: View;
}) {
  const { ui, language } = view;
  const listed: (readonly [label: string, cents: number])[] = [
    [ui.say("ledger.granted"), sums.granted],
    ...kinds.map((kind) => [words.say(`pays.${kind}.all`), sums.paid[kind] ?? 0] as const),
    [ui.say("ledger.toPay"), sums.toPay],
    [ui.say("ledger.toRecover"), sums.toRecover],
    [ui.say("ledger.recovered"), sums.recovered],
    [ui.say("ledger.committed"), sums.committed],
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

/** Says what stays free for want of money, and how much is missing for each. */
export const HeldBack = ({ lines, view }: { readonly lines: readonly string[]; readonly view: View }) =>
  lines.length === 0 ? null : (
    <div class="govuk-inset-text">
      <p class="govuk-body">{view.ui.say("ledger.heldBack", { count: lines.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line, index) => (
          <li key={`${line}-${index}`}>{line}</li>
        ))}
      </ul>
    </div>
  );
