import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import { paidInAll, type Sums } from "../../../workflows/kernel/ledger.ts";
import { paths } from "../../addresses/paths.ts";
import { Icon } from "../../web/parts/icon.tsx";
import { MoneyKey } from "../../web/parts/signs.tsx";
import type { View } from "../../web/view.ts";

/** What is promised and paid against the budget, as one bar that its sentence tells too. */
export function BudgetBar({
  sums,
  budget,
  callId,
  view: { ui, language },
}: {
  readonly sums: Sums;
  readonly budget: number | undefined;
  readonly callId: string;
  readonly view: View;
}) {
  const [promised, paid] = [sums.committed, paidInAll(sums)];
  const whole = Math.max(1, budget ?? promised, promised);
  const told = ui.say(budget === undefined ? "budget.toldWithout" : "budget.told", {
    promised: printAmount(promised, language),
    paid: printAmount(paid, language),
    budget: printAmount(budget ?? 0, language),
    left: printAmount((budget ?? 0) - promised, language),
  });
  return (
    <section>
      <h2 class="govuk-heading-m">
        <Icon name="money" /> {ui.say("menu.money")}
      </h2>
      <svg class="kelias-budget" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="kelias-budget__whole" width="100" height="6" />
        <rect class="kelias-budget__promised" width={(promised / whole) * 100} height="6" />
        <rect class="kelias-budget__paid" width={(Math.min(paid, promised) / whole) * 100} height="6" />
      </svg>
      <MoneyKey ui={ui} />
      <p class="govuk-body">
        {told}{" "}
        <a class="govuk-link" href={paths.proof(callId)}>
          {ui.say("proof.title")}
        </a>
      </p>
    </section>
  );
}
