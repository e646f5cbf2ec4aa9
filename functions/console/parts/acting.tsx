import type { ComponentChildren } from "preact";
import { paths } from "../../addresses/paths.ts";
import { TickAll } from "../../web/parts/tick.tsx";
import type { View } from "../../web/view.ts";

/** What can be done to several cases at once. */
export const manyActs = ["remind", "message", "answer", "sign", "assign"] as const;
export type ManyAct = (typeof manyActs)[number];

/** Around a list: what shall be done to those that are ticked. Nothing is before it was shown what it comes to. */
export function Acting({
  isPossible,
  callId,
  list,
  total,
  view: { ui },
  children,
}: {
  readonly isPossible: boolean;
  readonly callId: string;
  /** What the whole list is asked by, its words sealed, and how many cases it has, as far as that is known. */
  readonly list: string;
  readonly total: number | undefined;
  readonly view: View;
  readonly children: ComponentChildren;
}) {
  if (!isPossible) return <>{children}</>;
  return (
    <form method="get" action={paths.actsOfCall(callId)}>
      <TickAll name="case" ui={ui} />
      {children}
      <input type="hidden" name="list" value={list} />
      <div class="kelias-filter">
        <div class="govuk-form-group">
          <label class="govuk-label" for="which">
            {ui.say("acts.which")}
          </label>
          <select class="govuk-select" id="which" name="which">
            <option value="ticked">{ui.say("acts.which.ticked")}</option>
            <option value="whole">
              {total === undefined
                ? ui.say("acts.which.whole")
                : ui.say("acts.which.whole.count", { count: total })}
            </option>
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="act">
            {ui.say("acts.label")}
          </label>
          <select class="govuk-select" id="act" name="act">
            {manyActs.map((act) => (
              <option key={act} value={act}>
                {ui.say(`acts.${act}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {ui.say("acts.preview")}
        </button>
      </div>
    </form>
  );
}
