import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { WhyHeld } from "../payments/held.ts";
import type { Hold } from "../store/hold-item.ts";
import type { View } from "../web/view.ts";

/** Why no run takes a payment, in words; of one that may have been made with what tells so, and when that was. */
export function whyHeldIn({ ui, language }: View, why: WhyHeld, hold: Hold | undefined): string {
  if (why !== "mayBePaid") return ui.say(`runs.held.${why}`);
  const told = hold?.words.findLast(({ what }) => what === "told");
  const at = told?.happenedAt === undefined ? ui.say("none") : printTime(told.happenedAt, language);
  return ui.say(told?.source === "log" ? "runs.held.log" : "runs.held.mail", { at });
}
