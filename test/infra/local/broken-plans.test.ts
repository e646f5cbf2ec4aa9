import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { breakOff, interrupt } from "../../../functions/cases/withdraw.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { isCall, refOfCall } from "../../../functions/store/keys.ts";
import { behave, behaveInCall } from "../../../infra/local/rehearse/behaviour.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import type { PersonRow } from "../../../infra/local/rehearse/people-file.ts";
import { isToBeAnswered } from "../../../infra/local/rehearse/play.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";

/** Everyone does what brings them on; only the score tells them apart. */
const willing = (score: number): PersonRow => ({
  line: 2,
  applicant: demoApplication.fullName,
  email: demoApplication.email,
  school: demoApplication.school,
  municipality: demoApplication.municipality,
  town: demoApplication.town,
  rural: false,
  experienceYears: 12,
  languageLevel: "B2",
  countries: ["FI"],
  travelledBefore: false,
  iban: demoApplication.iban,
  submittedAt: "2027-01-10T10:00",
  principal: "endorse",
  screening: "eligible",
  scores: [score, score, undefined],
  offer: "accept",
  green: false,
  attendance: "full",
  report: "on_time",
});

let folder: string;
let world: OpenedWorld;
let people: Map<string, PersonRow>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-withdrawal-"));
  world = await openWorld(folder, "2027-01-10T08:00:00.000Z", openLedger(join(folder, "applications.jsonl")));
  await publishCall(world.house, { ...demoCall, places: { FI: 1 } });
  people = new Map();
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function apply(email: string, score: number): Promise<string> {
  const body = { ...demoApplication, email, countries: ["FI"] };
  const key = { "idempotency-key": `application-of-${email.replaceAll(/\W/g, "-")}` };
  const answer = await world.request("POST", "/api/calls/demo/applications", body, key);
  const ref =
    typeof answer.body === "object" && answer.body && "ref" in answer.body ? String(answer.body.ref) : "";
  people.set(ref, willing(score));
  return ref;
}

const openTasks = async (): Promise<Task[]> => {
  const found = await Promise.all(
    [...people.keys(), refOfCall("demo")].map((ref) => world.house.table.query(ref, "task#")),
  );
  return found
    .flat()
    .map((item) => taskItem.parse(item))
    .filter(isToBeAnswered);
};

/** Everyone answers what they are asked and time passes, until a case is asked a certain thing. */
async function goOnUntil(ref: string, state: string): Promise<void> {
  for (let turns = 0; turns < 200; turns++) {
    await world.settle();
    const tasks = await openTasks();
    if (tasks.some((task) => task.pk === ref && task.state === state)) return;
    const [task] = tasks;
    if (task) await answer(task);
    else await world.advanceTo(world.nextTimer() ?? "");
  }
  throw new Error(`${ref} was never asked ${state}`);
}

async function answer(task: Task): Promise<void> {
  const person = people.get(task.pk);
  const loaded = await loadCase(world.house, task.pk);
  const action = isCall(task.pk) ? behaveInCall(task) : person && loaded && behave(task, loaded, person);
  const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
  const { status } = await world.request("POST", `/api/tasks${path}`, action?.answer ?? {}, {});
  if (status !== 200) throw new Error(`${task.state} was answered by ${status}`);
}

const withdraw = async (ref: string): Promise<string> => {
  const [, , id = "", secret = ""] = casePath(world.house.config.linkSecret, ref).split("/");
  const said = await interrupt(world.house, { id, secret, name: "withdrawn" }, {});
  await world.settle();
  return said.outcome;
};

const standing = async (ref: string): Promise<string | undefined> =>
  (await loadCase(world.house, ref))?.entry?.state;

describe("an applicant withdraws", () => {
  it("while the principal is asked: the case ends at once, and the principal's link needs no answer any more", async () => {
    const ref = await apply("pirma@mokykla.example", 90);
    await goOnUntil(ref, "endorsement");
    const [asked] = await openTasks();
    expect(await withdraw(ref)).toBe("accepted");
    expect(await standing(ref)).toBe("withdrawn");
    const path = asked ? taskPath(world.house.config.linkSecret, asked).slice("/t".length) : "";
    const late = await world.request("POST", `/api/tasks${path}`, { outcome: "endorsed" }, {});
    expect(late).toMatchObject({ status: 410, body: { code: "cancelled" } });
  });

  it("with an offer in hand: the place goes at once to the next on the reserve list", async () => {
    const first = await apply("pirma@mokykla.example", 90);
    const second = await apply("antra@mokykla.example", 80);
    await goOnUntil(first, "offer");
    expect(await standing(second)).toBe("onReserveList");
    const at = world.house.clock.now();
    await withdraw(first);
    expect(await standing(first)).toBe("withdrawn");
    expect(await standing(second)).toBe("offer");
    expect(world.house.clock.now()).toBe(at);
  });

  it("after the advance was paid: it is recovered before the case ends, and the freed place is offered on", async () => {
    const first = await apply("pirma@mokykla.example", 90);
    const second = await apply("antra@mokykla.example", 80);
    await goOnUntil(first, "departure");
    await withdraw(first);
    expect(await standing(first)).toBe("withdrawnRecovery");
    await goOnUntil(second, "offer");
    const recovery = (await openTasks()).find(({ state }) => state === "withdrawnRecovery");
    if (recovery) await answer(recovery);
    await world.settle();
    expect(await standing(first)).toBe("withdrawn");
  });

  it("once the journey has begun it is too late", async () => {
    const ref = await apply("pirma@mokykla.example", 90);
    await goOnUntil(ref, "attendance");
    expect(await withdraw(ref)).toBe("tooLate");
    expect(await standing(ref)).toBe("attendance");
  });
});

/** The coordinator of the call breaks an internship off. */
const cancel = async (ref: string, costs: string): Promise<string> => {
  const loaded = await loadCase(world.house, ref);
  if (!loaded) throw new Error(`no ${ref}`);
  const said = await breakOff(world.house, loaded, "cancelled", {
    reason: "Priimančioji įstaiga užsidaro.",
    costs,
  });
  await world.settle();
  return said.outcome;
};

const settled = async (ref: string) =>
  (await loadCase(world.house, ref))?.file.records.find((record) => record.step === "settlement")?.data;

describe("the coordinator cancels an internship", () => {
  it("before a grant was agreed: the case ends at once, and the place goes to nobody", async () => {
    const first = await apply("pirma@mokykla.example", 90);
    const second = await apply("antra@mokykla.example", 80);
    await goOnUntil(first, "hostConfirmation");
    expect(await cancel(first, "")).toBe("accepted");
    expect(await standing(first)).toBe("cancelled");
    expect(await standing(second)).toBe("onReserveList");
    expect(await settled(first)).toBeUndefined();
  });

  it("after the advance, with tickets bought in vain: the advance less the tickets comes back", async () => {
    const ref = await apply("pirma@mokykla.example", 90);
    await goOnUntil(ref, "departure");
    const granted = (await loadCase(world.house, ref))?.file.records.find(
      ({ step }) => step === "grant",
    )?.data;
    const advance = z.object({ advanceCents: z.number() }).parse(granted).advanceCents;
    await cancel(ref, "210,50");
    expect(await standing(ref)).toBe("cancellationRecovery");
    expect(await settled(ref)).toMatchObject({
      dueCents: 21_050,
      recoveredCents: advance - 21_050,
      balanceCents: 0,
    });
    const [recovery] = await openTasks();
    if (recovery) await answer(recovery);
    await world.settle();
    expect(await standing(ref)).toBe("cancelled");
  });

  it("before the advance was paid, with tickets bought in vain: the tickets are paid, up to the grant", async () => {
    const ref = await apply("pirma@mokykla.example", 90);
    await goOnUntil(ref, "advance");
    await cancel(ref, "20000");
    const granted = (await loadCase(world.house, ref))?.file.records.find(
      ({ step }) => step === "grant",
    )?.data;
    const grant = z.object({ grantCents: z.number() }).parse(granted).grantCents;
    expect(await settled(ref)).toMatchObject({ dueCents: grant, balanceCents: grant, recoveredCents: 0 });
    expect(await standing(ref)).toBe("cancellationBalance");
  });

  it("is not for the time before a place was accepted, nor after the journey began", async () => {
    const ref = await apply("pirma@mokykla.example", 90);
    await goOnUntil(ref, "endorsement");
    expect(await cancel(ref, "")).toBe("tooLate");
    await goOnUntil(ref, "attendance");
    expect(await cancel(ref, "")).toBe("tooLate");
  });
});
