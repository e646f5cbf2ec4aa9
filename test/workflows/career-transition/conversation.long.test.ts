import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { booking } from "../../../workflows/career-transition/call.ts";
import example from "../../../workflows/career-transition/example.json" with { type: "json" };
import { readExample } from "../../examples.ts";

/** Fewer times than people come to the conversation; some of the example are never asked. */
const slots = ["2027-03-10T10:00", "2027-03-10T09:00", "2027-03-11T09:00"].map((starts) => ({
  starts,
  by: "Rasa Kalvaitytė",
}));
const folder = mkdtempSync(join(tmpdir(), "kelias-conversation-"));
const { read, part } = await readExample({
  call: { ...example.call, slots, bookUntilHours: 24 },
  people: example.people,
});
const ledger = openLedger(join(folder, "applications.jsonl"));
const world = await openWorld(folder, openingOf(read.call), ledger);
await publishCall(world.house, part.cast.given);
await play(world, { parts: [part], ledger, onProgress: () => undefined });
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

describe("the conversation of a call that offers times for it", () => {
  it("is booked by each in turn, no time twice, and agreed on otherwise by whoever finds none", async () => {
    const booked = await Promise.all(
      part.cast.rows.map(async ({ line }) => {
        const { ref } = ledger.resultOf(part.call.id, line) ?? {};
        const loaded = ref === undefined ? undefined : await loadCase(world.house, ref);
        return (
          loaded && {
            slot: booking.slotOf(loaded.file)?.starts,
            wasHeld: loaded.file.answers.some(({ form }) => form === "conversation"),
          }
        );
      }),
    );
    const taken = booked.flatMap((one) => one?.slot ?? []);
    expect(taken.toSorted()).toEqual(slots.map(({ starts }) => starts).toSorted());
    const held = booked.filter((one) => one?.wasHeld);
    expect(held.length).toBeGreaterThan(slots.length);
  });
});
