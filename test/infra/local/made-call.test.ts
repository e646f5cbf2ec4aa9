import { afterEach, describe, expect, it } from "vitest";
import { readCallDraft, startCallDraft } from "../../../functions/calls/call-drafts.ts";
import { loadCall } from "../../../functions/calls/calls.ts";
import { changeableCall, changeCall } from "../../../functions/calls/change-call.ts";
import { publishDraft } from "../../../functions/calls/publish-draft.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { typedInternshipCall } from "../../workflows/foreign-internship/typed-call.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const by = { name: "Rasa", email: "coordinator@agency.example", language: "lt" as const };

async function change(typed: Readonly<Record<string, unknown>>): Promise<string> {
  const head = await loadCall(stage.world.house, "demo");
  const call = head && (await changeableCall(stage.world.house, head));
  if (!call) throw new Error("the call cannot be changed");
  const version = head.changed ?? 0;
  const { outcome } = await changeCall(stage.world.house, call, {
    typed,
    reason: "Taip nutarta.",
    version,
    by,
  });
  return outcome;
}
const passTo = async (instant: string): Promise<void> => {
  await stage.world.advanceTo(instant);
  await stage.world.settle();
};

describe("a running call", () => {
  it("whose last day was moved is open until then, and ranks whoever applied meanwhile", async () => {
    stage = await openStage();
    const early = await stage.apply("pirma@mokykla.example", 80);
    await stage.goOnUntil(early, "awaitingRanking");
    expect(await change({ closesOn: "2027-02-15" })).toBe("changed");
    await passTo("2027-02-10T08:00:00.000Z");
    expect(await stage.standing(early)).toBe("awaitingRanking");
    const late = await stage.apply("antra@mokykla.example", 90);
    await stage.goOnUntil(late, "offer");
    expect(await stage.standing(early)).toBe("onReserveList");
    expect(stage.world.house.clock.now() > "2027-02-15T21:59:59.000Z").toBe(true);
  }, 60_000);

  it("that got more places gives them away", async () => {
    stage = await openStage();
    const first = await stage.apply("pirma@mokykla.example", 90);
    const second = await stage.apply("antra@mokykla.example", 80);
    const head = await loadCall(stage.world.house, "demo");
    const { countries } = head ? ((await changeableCall(stage.world.house, head))?.stored ?? {}) : {};
    const rows = Array.isArray(countries) ? countries : [];
    expect(
      await change({ countries: rows.map((row) => (row.country === "FI" ? { ...row, places: "2" } : row)) }),
    ).toBe("changed");
    await stage.goOnUntil(first, "offer");
    expect(await stage.standing(second)).toBe("offer");
  }, 60_000);
});

describe("a call that was made in pages", () => {
  it("runs as soon as it is published, and goes on to its ranking", async () => {
    stage = await openStage();
    const { house } = stage.world;
    const values = typedInternshipCall;
    const id = await startCallDraft(house, { process: "foreign-internship", values, by });
    const draft = await readCallDraft(house, id);
    if (!draft) throw new Error("no draft");
    expect(await publishDraft(house, draft, by)).toEqual({ outcome: "valid", value: "pavasaris-2027" });
    await passTo(new Date(Date.parse(house.clock.now()) + 61_000).toISOString());
    const started = await stage.load(refOfCall("pavasaris-2027"));
    expect([started.head.toStart, started.head.pending]).toEqual([undefined, undefined]);
    await passTo("2027-02-01T08:00:00.000Z");
    // Nobody has applied, so there is nobody to rank.
    expect((await stage.load(refOfCall("pavasaris-2027"))).head.status).toBe("closed");
  }, 60_000);
});
