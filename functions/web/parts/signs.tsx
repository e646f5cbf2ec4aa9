import type { ComponentChildren } from "preact";
import type { Family } from "../../../workflows/kernel/family.ts";
import type { CallSummary } from "../../calls/calls.ts";
import type { Ui } from "../../reading/ui.ts";
import { Icon } from "./icon.tsx";

/** What is too late. */
export const Late = ({ children }: { readonly children: ComponentChildren }) => (
  <strong class="kelias-late">
    <Icon name="late" /> {children}
  </strong>
);

/** How soon something has to be answered, where that is soon. */
export const Urgency = ({ of, ui }: { readonly of: "overdue" | "today" | "later"; readonly ui: Ui }) => {
  if (of === "later") return null;
  if (of === "overdue") return <Late>{ui.say("console.overdue")}</Late>;
  return (
    <strong class="kelias-today">
      <Icon name="today" /> {ui.say("console.today")}
    </strong>
  );
};

/** What the parts of a bar of money are. */
export const MoneyKey = ({ ui }: { readonly ui: Ui }) => (
  <ul class="kelias-money-key">
    {(["paid", "promised"] as const).map((part) => (
      <li key={part}>
        <svg class="kelias-money-key__part" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          <rect class={`kelias-budget__${part}`} width="10" height="10" />
        </svg>{" "}
        {ui.say(`budget.${part}`)}
      </li>
    ))}
  </ul>
);

/** Whether applications are taken. */
export const CallState = ({ state, ui }: { readonly state: CallSummary["state"]; readonly ui: Ui }) => (
  <span class={`kelias-state kelias-state--${state}`}>
    <Icon name={state} /> {ui.say(`call.state.${state}`)}
  </span>
);

/** What people do in a process, before its name; nothing where it does not say. */
export const FamilySign = ({ of }: { readonly of: Family | undefined }) =>
  of ? (
    <span class="kelias-family">
      <Icon name={of} />
    </span>
  ) : null;
