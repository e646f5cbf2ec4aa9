import { paths } from "../../addresses/paths.ts";
import type { View } from "../../web/view.ts";

interface PeriodProps {
  readonly view: View;
  /** What stands above the two days. */
  readonly title: "claim.title" | "claim.period";
  readonly from?: string;
  readonly to?: string;
}

/** For which days a claim to the funder is made: the first and the last, both with it. */
export const PeriodQuestion = ({ view: { ui }, title, from = "", to = "" }: PeriodProps) => (
  <form action={paths.monitoringClaim()} method="get" class="kelias-unprinted">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ui.say(title)}</legend>
      <DayInput name="from" label={ui.say("claim.from")} value={from} />
      <DayInput name="to" label={ui.say("claim.to")} value={to} />
    </fieldset>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
      {ui.say("claim.show")}
    </button>
  </form>
);

const DayInput = ({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={name}>
      {label}
    </label>
    <input class="govuk-input govuk-input--width-10" type="date" id={name} name={name} value={value} />
  </div>
);
