import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { type State, waysOf } from "../../workflows/kernel/states.ts";

const processes = await everyProcess();

/** Where a case goes on without anybody's decision: by silence, by steps, by time and by other machines. */
const undecided = (state: State<string>): readonly string[] =>
  state.kind === "ask" ? [waysOf(state).expired ?? ""] : Object.values(waysOf(state));

/** The states that can follow a state while nobody decides anything. */
function silently(process: Process, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const ahead = [from];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const state = process.states[next];
    for (const to of state ? undecided(state) : []) {
      if (seen.has(to)) continue;
      seen.add(to);
      ahead.push(to);
    }
  }
  return seen;
}

/** Of a case: circles in which people are asked, and which silence alone can go round for ever. */
function circlesOf(process: Process): readonly (readonly string[])[] {
  const known = new Set<string>();
  return Object.entries(process.states).flatMap(([name, { kind }]) => {
    if (!["ask", "each", "all"].includes(kind) || known.has(name)) return [];
    const after = silently(process, name);
    if (!after.has(name)) return [];
    const circle = [...after].filter((one) => silently(process, one).has(name));
    for (const one of circle) known.add(one);
    return [circle];
  });
}

/** Those of the programme's own people to whom whatever waits is shown every morning, and who can give it to a colleague. */
const deciding: ReadonlySet<string> = new Set(["coordinator", "finance", "agency", "commission", "appeals"]);

/** How a person ends a circle. */
function endsOf(process: Process, circle: readonly string[]): readonly string[] {
  const asked = circle.flatMap((name) => {
    const state = process.states[name];
    return state?.kind === "ask" ? [{ name, role: state.role, expired: state.on.expired }] : [];
  });
  return [
    // Whoever is asked works for the programme, and what they answer leads on.
    ...asked.filter(({ role }) => deciding.has(role)).map(() => "staff is asked"),
    // The question is asked of the same person again: after three times the coordinator gives it to a colleague.
    ...asked.filter(({ name, expired }) => expired === name).map(() => "a colleague is asked instead"),
    // The coordinator's word breaks the circle.
    ...Object.values(process.interruptions)
      .filter(({ by, alsoBy }) => by === "coordinator" || alsoBy === "coordinator")
      .filter(({ during }) => circle.some((name) => during.includes(name)))
      .map(() => "a word of the coordinator"),
  ];
}

/** What ends by itself although silence goes round in it, and by which rule. */
const endingByThemselves: ReadonlySet<string> = new Set([
  // The years of agreed work are counted; after the last of them nobody is asked [12.6].
  "way-into-teaching: work",
]);

describe("a circle in which people are asked and may stay silent", () => {
  const circles = processes.flatMap((process) => circlesOf(process).map((circle) => ({ process, circle })));

  it("is found in most processes, or nothing would be looked at", () => {
    expect(new Set(circles.map(({ process }) => process.id)).size).toBeGreaterThan(13);
  });

  it.each(
    circles.map(({ process, circle }) => [`${process.id}: ${circle.join(" → ")}`, process, circle] as const),
  )("%s has an end that a person decides", (_, process, circle) => {
    const names = circle.map((name) => `${process.id}: ${name}`);
    if (names.some((name) => endingByThemselves.has(name))) return;
    expect(endsOf(process, circle)).not.toEqual([]);
  });
});
