import type { Ui } from "../../reading/ui.ts";

/** The box that takes a row into a common act; what the row is about stands beside it as a link. */
export const Ticked = ({
  name,
  value,
  label,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}) => {
  const id = `${name}-${value.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small kelias-picked" data-module="govuk-checkboxes">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={id} name={name} type="checkbox" value={value} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{label}</span>
        </label>
      </div>
    </div>
  );
};

/** Ticks all rows of the page and says how many are ticked; without scripts there is nothing to press. */
export const TickAll = ({ name, ui }: { readonly name: string; readonly ui: Ui }) => (
  <p class="govuk-body kelias-tick-all" data-module="kelias-tick-all" data-name={name} hidden>
    <button
      type="button"
      class="govuk-button govuk-button--secondary"
      data-all={ui.say("tick.all")}
      data-none={ui.say("tick.none")}
    >
      {ui.say("tick.all")}
    </button>{" "}
    <span role="status" data-said={ui.say("tick.count", { count: 0 })} />
  </p>
);
