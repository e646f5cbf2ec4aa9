import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { breakIn, hasEnded, wordsNow } from "../../../functions/cases/road/interrupt.ts";
import { stateNow } from "../../../functions/cases/road/show-state.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import type { Fields } from "../../../workflows/kernel/field.ts";
import { mayComeToHear } from "../../../workflows/kernel/hearing.ts";
import { seeded } from "../../infra/local/rehearse/seeded.ts";
import { roadNames, roadOf } from "./roads.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-called-off-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** So many moments of each road are tried, with each of what is said beside. */
const moments = 2;

/** What else is said at the moment at which the call is called off. */
type Beside = "nothing" | "aWord" | "aWordToEach";

/** Lives a road until a machine calls a function for the so-manieth time; there the call is called off. */
async function liveAndCallOff(name: string, moment: number, beside: Beside) {
  const place = `${name}-${moment}-${beside}`;
  const { opens, live } = await roadOf(name);
  const ledger = openLedger(join(folder, `${place}.jsonl`));
  const refs = new Set<string>();
  let world: OpenedWorld | undefined;
  let calls = 0;
  let called: string | undefined;
  const callOff = async ({ house }: OpenedWorld): Promise<void> => {
    for (const ref of [...refs].filter((one) => one.startsWith("call#"))) {
      const call = await loadCase(house, ref);
      if (!call || !wordsNow(call, "coordinator", house.clock.now()).includes("calledOff")) continue;
      if (beside !== "nothing") await sayWords(house, [...refs], beside === "aWord" ? 1 : 100);
      const word = { name: "calledOff", by: "coordinator@agency.example" };
      const { outcome } = await breakIn(house, call, word, { reason: "Šalyje neramu." });
      if (outcome === "accepted") called = ref;
      return;
    }
  };
  world = await openWorld(
    join(folder, place),
    vilniusInstant(opens).toString({ smallestUnit: "millisecond" }),
    ledger,
    undefined,
    {
      watch: (table) => ({
        ...table,
        put: (item, options) => {
          if (item.sk === "head") refs.add(item.pk);
          return table.put(item, options);
        },
      }),
      between: (call) => async (functionName, event) => {
        calls += 1;
        if (calls >= moment && called === undefined && world) await callOff(world);
        return call(functionName, event);
      },
    },
  );
  try {
    // Whoever plays the people does not know that the call is off, and gives up on what is asked no more.
    await live(world, ledger).catch(() => undefined);
    const { house } = world;
    const hours = (count: number) =>
      new Date(Date.parse(house.clock.now()) + count * 3_600_000).toISOString();
    await world.advanceTo(hours(3));
    await world.settle();
    const cases: LoadedCase[] = [];
    for (const ref of refs) {
      const loaded = ref.startsWith("case#") ? await loadCase(house, ref) : undefined;
      if (loaded) cases.push(loaded);
    }
    return { calls, called, cases, now: house.clock.now(), call: called && (await loadCase(house, called)) };
  } finally {
    await world.close();
  }
}

/** Some applicants say whatever they may say now. */
async function sayWords(house: OpenedWorld["house"], refs: readonly string[], most: number): Promise<void> {
  let said = 0;
  for (const ref of refs.filter((one) => one.startsWith("case#"))) {
    const loaded = await loadCase(house, ref);
    const [name] = loaded ? wordsNow(loaded, "applicant", house.clock.now()) : [];
    const form = name === undefined ? undefined : loaded?.process.interruptions[name]?.form;
    if (!loaded || name === undefined || !form || said >= most) continue;
    const { outcome } = await breakIn(
      house,
      loaded,
      { name, by: "ona@mokykla.example" },
      filled(form.fields),
    );
    if (outcome === "accepted") said += 1;
  }
}

const filled = (fields: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, "Dėl ligos."]));

/** Where a case of a call that is over still stands as if nobody had told it. */
function forsaken({ process, tasks, head, ...loaded }: LoadedCase, now: string): string | undefined {
  const whole = { process, tasks, head, ...loaded };
  if (hasEnded(whole)) return undefined;
  const state = stateNow(whole, now);
  const isOwed = (head.owed ?? []).some(({ name }) => name === "cancelled");
  const couldHear = process.interruptions.cancelled?.during.includes(state);
  const mayHear = mayComeToHear(process, "cancelled", [state]);
  const waits = tasks.some((task) => task.status === "open" && task.kind === "await" && !task.dueAt);
  return couldHear || (mayHear && !isOwed) || waits ? `${head.pk} stands in ${state}` : undefined;
}

it.each(roadNames)(
  "%s: a call that is called off at any moment breaks off each of its cases, whatever it was hearing",
  async (name) => {
    const whole = await liveAndCallOff(name, Number.POSITIVE_INFINITY, "nothing");
    const chance = seeded(7);
    let counted = 0;
    for (const beside of ["nothing", "aWord", "aWordToEach"] as const) {
      for (let tries = 0; tries < moments; tries += 1) {
        const moment = chance.whole(1, whole.calls);
        const { called, call, cases, now } = await liveAndCallOff(name, moment, beside);
        if (!called || !call) continue;
        const told = cases.filter(({ head }) => refOfCall(head.callId) === called);
        const wrong = told.flatMap((one) => forsaken(one, now) ?? []);
        expect(wrong, `called off at ${moment} of ${whole.calls}, ${beside} beside`).toEqual([]);
        expect(call.head.status).toBe("calledOff");
        counted += told.length;
      }
    }
    expect(counted).toBeGreaterThan(moments);
  },
);
