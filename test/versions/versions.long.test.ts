import { afterEach, describe, expect, it } from "vitest";
import { restart } from "../../functions/cases/road/restart.ts";
import { taskPath } from "../../functions/links.ts";
import { planAgreement } from "../../workflows/blocks/plan-agreement.ts";
import { workingDays } from "../../workflows/kernel/duration.ts";
import { yesNo } from "../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../workflows/kernel/form.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { ask, type State, until } from "../../workflows/kernel/states.ts";
import { openStage, type Stage } from "../infra/local/stage.ts";
import { renamed, withStates } from "./changed.ts";
import { putBack, releaseOf } from "./release.ts";

/** The road of one internship from the plan on, over a release that comes while the case stands somewhere on it. */
let stage: Stage;
afterEach(async () => {
  await stage.close();
  putBack();
});

const by = { name: "Rasa", email: "coordinator@agency.example" };
const release = (change: (process: Process) => Process) => () => releaseOf("foreign-internship", change);

async function standingIn(state: string, usualIn?: (state: string) => string): Promise<string> {
  stage = await openStage({}, usualIn ? { usualIn } : {});
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, state);
  return ref;
}
const roadOf = async (ref: string) =>
  (await stage.load(ref)).tasks
    .map(({ state }) => state)
    .filter((state, index, all) => all[index - 1] !== state);
const later = async (days: number) => {
  const now = Date.parse(stage.world.house.clock.now());
  await stage.world.advanceTo(new Date(now + days * 86_400_000).toISOString());
  await stage.world.settle();
};
const linkOf = async (task: Parameters<typeof taskPath>[1]) =>
  stage.world.request("GET", taskPath(stage.world.house.config.linkSecret, task), {}, {});

describe("a state that has another name", () => {
  const usualIn = (state: string) => (state === "programme" ? "plan" : state);
  const programme = (process: Process) => renamed(process, "plan", "programme");

  it("its person is reminded, and silence leads where it would have", async () => {
    const ref = await standingIn("plan", usualIn);
    await stage.startAnew(release(programme));
    await later(20);
    const { mails } = await stage.load(ref);
    expect(mails.filter(({ template }) => template === "programme.reminder")).toHaveLength(2);
    const task = await stage.openTask(ref, "silentPlan");
    expect(await stage.answer(task, { outcome: "askAgain", reason: "Susirgo." })).toBe(200);
    expect(await stage.standing(ref)).toBe("programme");
    await stage.goOnUntil(ref, "completed");
  });

  it("a machine that broke down is started in the state of today, and asks by the same task", async () => {
    const ref = await standingIn("plan", usualIn);
    const task = await stage.openTask(ref, "plan");
    await stage.world.house.engine.interrupt(task.token, "Broken", 1);
    await stage.startAnew(release(programme));
    expect(await restart(stage.world.house, await stage.load(ref), by)).toEqual({ outcome: "restarted" });
    await stage.world.settle();
    const { tasks, mails, head } = await stage.load(ref);
    expect(head.restarts?.[0]?.from).toBe("programme");
    expect(tasks.filter(({ state }) => state === "programme")).toHaveLength(1);
    expect(mails.filter(({ template }) => template === "programme.task")).toHaveLength(1);
    expect(await stage.answer(task, await stage.usual(task))).toBe(200);
    await stage.goOnUntil(ref, "completed");
  });

  it("and another name after that", async () => {
    const ref = await standingIn("plan", (state) => (state === "intentions" ? "plan" : usualIn(state)));
    const task = await stage.openTask(ref, "plan");
    await stage.startAnew(release(programme));
    await stage.startAnew(
      release((process) =>
        renamed(renamed(process, "plan", "programme"), "programme", "intentions", {
          plan: "programme",
          programme: "intentions",
        }),
      ),
    );
    expect(await stage.standing(ref)).toBe("intentions");
    expect(await stage.answer(task, await stage.usual(task))).toBe(200);
    await stage.goOnUntil(ref, "completed");
  });

  it.each(["awaitingDeparture", "travelling"])("where it is the pause %s, which time ends", async (pause) => {
    const ref = await standingIn(pause);
    await stage.startAnew(release((process) => renamed(process, pause, "away")));
    expect(await stage.standing(ref)).toBe("away");
    await stage.goOnUntil(ref, "completed");
  });

  it("where it is still ahead of the machine: a question, a gathering, a step and an end", async () => {
    const ref = await standingIn(
      "plan",
      (state) => ({ contract: "agreement", host: "planAgreement" })[state] ?? state,
    );
    const names = [
      ["planAgreement", "host"],
      ["agreement", "contract"],
      ["grant", "sum"],
      ["completed", "finished"],
    ] as const;
    await stage.startAnew(
      release((process) => ({
        ...names.reduce((changed, [from, to]) => renamed(changed, from, to), process),
        moved: Object.fromEntries(names),
      })),
    );
    await stage.goOnUntil(ref, "completed");
    expect((await stage.load(ref)).entry?.ended).toBe(true);
  });
});

describe("a state that was taken out", () => {
  const withoutDeparture = (process: Process) =>
    withStates(
      process,
      ({ departure: _, ...states }) =>
        Object.fromEntries(
          Object.entries(states).map(([name, state]): [string, State<string>] => [
            name,
            "on" in state
              ? {
                  ...state,
                  on: Object.fromEntries(
                    Object.entries(state.on).map(([way, to]) => [
                      way,
                      to === "departure" ? "awaitingDeparture" : to,
                    ]),
                  ),
                }
              : state,
          ]),
        ),
      { departure: "awaitingDeparture" },
    );

  it("whoever is asked there is told that nobody asks any more, and the case goes on where it is forwarded to", async () => {
    const ref = await standingIn("departure");
    const task = await stage.openTask(ref, "departure");
    await stage.world.house.keepLines();
    await stage.startAnew(release(withoutDeparture));
    expect((await linkOf(task)).status).toBe(410);
    await stage.world.house.keepLines();
    await stage.world.settle();
    await stage.goOnUntil(ref, "completed");
    const { head, tasks } = await stage.load(ref);
    expect(head.generation).toBe(2);
    expect(tasks.filter(({ status }) => status === "open")).toEqual([]);
  });

  it("a machine that only comes to it is led on as well", async () => {
    const ref = await standingIn("advance");
    await stage.startAnew(release(withoutDeparture));
    await stage.goOnUntil(ref, "completed");
    expect(await roadOf(ref)).not.toContain("departure");
  });
});

describe("a state that was put in before another", () => {
  const pausing = (process: Process) =>
    withStates(process, (states) => ({
      ...states,
      plan: ask("applicant", formIn(states, "plan"), {
        within: workingDays(10),
        on: { submitted: "breath", expired: "silentPlan" },
      }),
      breath: until((_, now) => new Date(Date.parse(now) + 86_400_000).toISOString(), "planAgreement"),
    }));
  const formIn = (states: Readonly<Record<string, State<string>>>, name: string) => {
    const state = states[name];
    if (state?.kind !== "ask") throw new Error(`${name} asks nobody`);
    return state.form;
  };

  it("a case that stands before it goes the road of its machine; one that comes later goes through it", async () => {
    const ref = await standingIn("plan");
    await stage.startAnew(release(pausing));
    await stage.goOnUntil(ref, "planAgreement");
    await stage.goOnUntil(ref, "completed");
    expect(await roadOf(ref)).not.toContain("breath");
  });

  it("a case whose road is taken up again goes through it", async () => {
    const ref = await standingIn("plan");
    const task = await stage.openTask(ref, "plan");
    await stage.startAnew(release(pausing));
    await stage.world.house.engine.interrupt(task.token, "Broken", 1);
    await restart(stage.world.house, await stage.load(ref), by);
    await stage.world.settle();
    expect(await stage.answer(task, await stage.usual(task))).toBe(200);
    await later(2);
    expect(await stage.standing(ref)).toBe("planAgreement");
  });
});

describe("a form that has changed", () => {
  const asking = (form: ReturnType<typeof defineForm>, on: Readonly<Record<string, string>>) =>
    release((process) => {
      const insured = { "planAgreement.insured.label": "Ar apdrausta?" };
      const words = {
        lt: async () => ({ ...(await process.words.lt()), ...insured }),
        en: async () => ({ ...(await process.words.en()), ...insured }),
      };
      const planAgreement = ask("host", form, { within: workingDays(10), on });
      return { ...withStates(process, (states) => ({ ...states, planAgreement })), words };
    });
  const ways = { agreed: "grant", changes: "plan", expired: "planAgreement" };

  it("asks whoever is asked already what it asks today", async () => {
    const ref = await standingIn("planAgreement");
    const task = await stage.openTask(ref, "planAgreement");
    const { id, outcomes, fields } = planAgreement;
    const more = defineForm({ id, outcomes, fields: { ...fields, insured: yesNo({}) } });
    await stage.startAnew(asking(more, ways));
    expect(await stage.answer(task, { outcome: "agreed" })).toBe(422);
    expect(await stage.answer(task, { outcome: "agreed", insured: "yes" })).toBe(200);
    await stage.goOnUntil(ref, "completed");
  });

  it("takes an answer that the machine does not know: the road goes on by the definition of today", async () => {
    const ref = await standingIn("planAgreement");
    const task = await stage.openTask(ref, "planAgreement");
    const { id, outcomes, fields } = planAgreement;
    const more = defineForm({ id, outcomes: [...outcomes, "noHurry"], fields });
    await stage.startAnew(asking(more, { ...ways, noHurry: "grant" }));
    expect(await stage.answer(task, { outcome: "noHurry" })).toBe(200);
    expect(await stage.standing(ref)).toBe("agreement");
    expect((await stage.load(ref)).head.generation).toBe(2);
    await stage.goOnUntil(ref, "completed");
  });

  it("takes no answer that it does not ask for any more, though the machine still knows it", async () => {
    const ref = await standingIn("planAgreement");
    const task = await stage.openTask(ref, "planAgreement");
    const less = defineForm({ id: planAgreement.id, outcomes: ["agreed"], fields: {} });
    await stage.startAnew(asking(less, { agreed: "grant", expired: "planAgreement" }));
    expect(await stage.answer(task, { outcome: "changes", changes: "Kitos dienos." })).toBe(422);
    expect(await stage.answer(task, { outcome: "agreed" })).toBe(200);
    await stage.goOnUntil(ref, "completed");
  });
});

describe("a word that may break in since the release", () => {
  it("leads a machine that does not know it where it leads today, once", async () => {
    const ref = await standingIn("attendance");
    await stage.startAnew(
      release((process) => ({
        ...process,
        interruptions: Object.fromEntries(
          Object.entries(process.interruptions).map(([word, said]) => [
            word,
            word === "cancelled" ? { ...said, during: [...said.during, "attendance"] } : said,
          ]),
        ),
      })),
    );
    expect(await stage.staffSays(ref, "cancelled", { reason: "Įstaiga užsidarė." })).toBe("accepted");
    await stage.goOnUntil(ref, "cancellationRecovery");
    const { records, head } = await stage.load(ref);
    expect(records.filter(({ state }) => state === "cancellation")).toHaveLength(1);
    expect(head).toMatchObject({ heard: 1, interrupted: 1 });
  });
});
