import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { Spent } from "../../monitoring/programme.ts";
import type { UiKey } from "../../reading/ui.ts";
import { DataTable, RowHead, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

interface MoneyRow extends Spent {
  readonly key: string;
  readonly label: string;
  readonly href?: string;
  /** What may be spent, where anything says so. */
  readonly budget?: number | undefined;
}

interface MoneyTableProps {
  readonly title: string;
  /** What the rows are of. */
  readonly of: UiKey;
  readonly rows: readonly MoneyRow[];
  readonly view: View;
}

/** Money promised, paid and recovered, a line each, with a bar of what was paid; where nothing moved there is no line. */
export function MoneyTable({ title, of, rows, view: { ui, language } }: MoneyTableProps) {
  const shown = rows.filter(({ promised, paid, budget = 0 }) => promised !== 0 || paid !== 0 || budget !== 0);
  const hasBudget = shown.some(({ budget = 0 }) => budget > 0);
  const most = Math.max(
    1,
    ...shown.map(({ promised, paid, budget = 0 }) => Math.max(promised, paid, budget)),
  );
  const amount = (cents: number) => printAmount(cents, language);
  const names = [
    ...(hasBudget ? (["ledger.budget"] as const) : []),
    ...(["numbers.promised", "numbers.paid", "numbers.recovered"] as const),
  ];
  if (shown.length === 0) return null;
  return (
    <DataTable
      caption={title}
      stacks
      columns={[
        { label: ui.say(of) },
        ...names.map((name) => ({ label: ui.say(name), isNumeric: true })),
        { label: ui.say("monitoring.picture") },
      ]}
    >
      <Rows>
        {shown.map(({ key, label, href, promised, paid, recovered, budget }) => (
          <tr class="govuk-table__row" key={key}>
            <RowHead label={label} href={href} />
            {hasBudget ? (
              <Amount label={ui.say("ledger.budget")} text={budget ? amount(budget) : "–"} />
            ) : null}
            <Amount label={ui.say("numbers.promised")} text={amount(promised)} />
            <Amount label={ui.say("numbers.paid")} text={amount(paid)} />
            <Amount label={ui.say("numbers.recovered")} text={amount(recovered)} />
            <td class="govuk-table__cell kelias-money-bar">
              <svg class="kelias-budget" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="kelias-budget__whole" width={((budget ?? 0) / most) * 100} height="6" />
                <rect
                  class="kelias-budget__promised"
                  width={(Math.max(0, promised) / most) * 100}
                  height="6"
                />
                <rect class="kelias-budget__paid" width={(paid / most) * 100} height="6" />
              </svg>
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

const Amount = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <td class="govuk-table__cell govuk-table__cell--numeric" data-label={label}>
    {text}
  </td>
);
