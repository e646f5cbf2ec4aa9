import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import { clocksOf } from "../../workflows/kernel/clock.ts";
import type { Asking, State } from "../../workflows/kernel/states.ts";
import { newFile as file } from "../workflows/kernel/example.ts";

const asked = "2027-03-15T10:00:00.000Z";
const daysOn = (days: number): string =>
  new Date(Date.parse("2027-03-15T20:59:59Z") + days * 86_400_000).toISOString();

/** The state, which ends so many days from now, as far as its case decides when it ends. */
function ending(state: State<string>, days: number): State<string> {
  const within = <A extends Asking>(asking: A): A => ({
    ...asking,
    ...(typeof asking.within === "function" ? { within: () => daysOn(days) } : {}),
    ...(asking.ahead ? { ahead: { ...asking.ahead, of: () => daysOn(days) } } : {}),
  });
  if (state.kind === "ask" || state.kind === "each") return within(state);
  if (state.kind !== "all") return state;
  return {
    ...state,
    parts: Object.fromEntries(Object.entries(state.parts).map(([name, one]) => [name, within(one)])),
  };
}

const reminding = (await everyProcess()).flatMap((process) =>
  Object.entries(process.states)
    .filter(([, state]) =>
      state.kind === "all"
        ? (Object.values(state.parts)[0]?.remind.length ?? 0) > 0
        : (state.kind === "ask" || state.kind === "each") && state.remind.length > 0,
    )
    .map(([name, state]) => ({ title: `${process.id}: ${name}`, process, name, state })),
);

describe("every deadline has a reminder before it, however little time is left [programme, rules that hold everywhere]", () => {
  it.each(reminding)("$title", ({ process, name, state }) => {
    for (const days of [1, 2, 3, 5, 8, 20, 90]) {
      const states = { ...process.states, [name]: ending(state, days) };
      const instants = clocksOf({ ...process, states }, name, file, asked)[name] ?? [];
      const due = instants.at(-1) ?? "";
      expect(instants.length, `${days} days`).toBeGreaterThan(1);
      expect(instants.slice(0, -1).every((instant) => instant > asked && instant < due)).toBe(true);
    }
  });
});
