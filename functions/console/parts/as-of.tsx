import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { View } from "../../web/view.ts";

/** Figures are counted in the background: says as of when they are. */
export const AsOf = ({ at, view }: { readonly at: string; readonly view: View }) => (
  <p class="govuk-hint">{view.ui.say("numbers.asOf", { at: printTime(at, view.language) })}</p>
);
