import { describe, expect, it } from "vitest";
import { faultsSince } from "../../infra/histories/differences.ts";
import { type History, historyOf } from "../../infra/histories/history.ts";
import { historiesOf, releases } from "../../infra/histories/kept.ts";
import { everyProcess, processOf } from "../../workflows/catalogue.ts";
import { plan } from "../../workflows/foreign-internship/forms.ts";
import { workingDays } from "../../workflows/kernel/duration.ts";
import { text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../workflows/kernel/form.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { ask, awaiting } from "../../workflows/kernel/states.ts";
import { leading, renamed, withStates } from "../versions/changed.ts";

const processes = await everyProcess();

describe.each(releases())("what was kept of the release %s", (release) => {
  const kept = historiesOf(release);

  it.each(kept.map((history) => ({ id: history.process, history })))(
    "strands no case of $id by the definition of today",
    async ({ id, history }) => {
      expect(faultsSince(history, await processOf(id))).toEqual([]);
    },
  );

  it.each(kept.map((history) => ({ id: history.process, history })))(
    "comes to every state of $id, and by each of its ways",
    ({ history }) => {
      const come = new Set(
        history.roads.flatMap(({ passages, end }) => [...passages.map(({ state }) => state), end]),
      );
      expect(Object.keys(history.states).filter((state) => !come.has(state))).toEqual([]);
      const gone = new Set(
        history.roads.flatMap(({ passages }) => passages.map(({ state, way }) => `${state} ${way}`)),
      );
      const all = Object.entries(history.states).flatMap(([state, { ways, words }]) =>
        [...Object.keys(ways), ...words].map((way) => `${state} ${way}`),
      );
      expect(all.filter((way) => !gone.has(way))).toEqual([]);
    },
  );
});

it("of the latest release no process is gone: its cases may still run", () => {
  const kept = historiesOf(releases().at(-1) ?? "").map(({ process }) => process);
  expect(kept).toContain("selection-call");
  const known = processes.map(({ id }) => id);
  expect(kept.filter((id) => !known.includes(id))).toEqual([]);
});

it("what is kept of a process is the same each time", async () => {
  const process = await processOf("supervision");
  expect(historyOf(process, "now")).toEqual(historyOf(process, "now"));
});

describe("what would strand cases is told by name, with the line to write", () => {
  const internship = processes.find(({ id }) => id === "foreign-internship");
  if (!internship) throw new Error("there is no foreign-internship");
  const history: History = historyOf(internship, "2026-11");
  const since = (change: (process: Process) => Process) => faultsSince(history, change(internship));
  const told = (fault: string) => [`foreign-internship, since 2026-11: ${fault}`];

  it("a state that was renamed", () => {
    expect(since((process) => renamed(process, "plan", "programme", {}))).toEqual(
      told('there is no state "plan" any more; write moved: { plan: "programme" }'),
    );
    expect(since((process) => renamed(process, "plan", "programme"))).toEqual([]);
  });

  it("a state that was taken out", () => {
    const without = (moved: Readonly<Record<string, string>>) => (process: Process) =>
      withStates(
        process,
        ({ departure: _, ...states }) =>
          Object.fromEntries(
            Object.entries(states).map(([name, state]) => [
              name,
              leading(state, (to) => (to === "departure" ? "awaitingDeparture" : to)),
            ]),
          ),
        moved,
      );
    expect(since(without({}))).toEqual(
      told(
        'there is no state "departure" any more; write moved: { departure: "<the state where its cases go on>" }',
      ),
    );
    expect(since(without({ departure: "awaitingDeparture" }))).toEqual([]);
  });

  it("a state that is something else under the name that it had", () => {
    expect(
      since((process) =>
        withStates(process, (states) => ({ ...states, plan: awaiting({ sent: "planAgreement" }) })),
      ),
    ).toEqual(told('"plan" was ask and is await; give it another name and write moved: { plan: "…" }'));
  });

  it("a signal that cases wait for", () => {
    expect(
      since((process) =>
        withStates(process, (states) => ({ ...states, onReserveList: awaiting({ offered: "offer" }) })),
      ),
    ).toEqual(told('"onReserveList" does not know the signal "closed" any more; its cases wait for it'));
  });

  it("a word that was said", () => {
    const { cutShort: _, ...others } = internship.interruptions;
    expect(since((process) => ({ ...process, interruptions: others }))).toEqual(
      told('the word "cutShort" is gone; cases in which it was said cannot be read'),
    );
  });

  const asking = (form: Parameters<typeof ask>[1]) => (process: Process) =>
    withStates(process, (states) => ({
      ...states,
      plan: ask("applicant", form, {
        within: workingDays(10),
        on: { submitted: "planAgreement", expired: "silentPlan" },
      }),
    }));

  it("a form: what must be said now, what is held otherwise, how nobody can answer any more", () => {
    const { id, fields } = plan;
    const form = (
      more: Parameters<typeof defineForm>[0]["fields"],
      outcomes: readonly string[] = ["submitted"],
    ) => defineForm({ id, outcomes, fields: { ...fields, ...more } });
    expect(since(asking(form({ motto: text({}) })))).toEqual(
      told(
        'form "plan" must have "motto", which answers from before do not have; let it be optional, or give the form another name',
      ),
    );
    expect(since(asking(form({ motto: text({ optional: true }) })))).toEqual([]);
    expect(since(asking(form({ green: text({}) })))).toEqual(
      told('form "plan" held yesNo in "green" and holds text; give the field another name'),
    );
    expect(since(asking(form({}, ["given"])))).toEqual(
      told(
        'form "plan" has no outcome "submitted" any more, and answers that say it are stored; keep it, or give the form another name',
      ),
    );
  });
});
