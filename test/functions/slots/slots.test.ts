import { beforeEach, describe, expect, it } from "vitest";
import { claimSlot, giveBackSlots, settleSlots, withSlots } from "../../../functions/slots/slots.ts";
import { firstYear } from "../../../workflows/first-year/process.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Slot } from "../../../workflows/kernel/slot.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";

const ten: Slot = { starts: "2027-02-03T10:00", by: "Ona Onaitė" };
const eleven: Slot = { starts: "2027-02-03T11:00", by: "Ona Onaitė" };
const of = (ref: string) => ({ callId: "talks", ref });

describe("the slots of a call", () => {
  let house: DemoHouse;
  beforeEach(() => {
    house = demoHouse("2027-01-10T08:00:00.000Z");
  });
  const taken = async () => (await withSlots(house, loaded)).file.slots?.taken;

  it("go to one of fifty who choose the same at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => claimSlot(house, of(`case#${n}`), ten)),
    );
    expect(all.filter((outcome) => outcome === "claimed")).toHaveLength(1);
  });

  it("are one for whoever may have one: of fifty bookings at once that name the same address, one stands, and holds one time", async () => {
    const place: Slot = { starts: "0001-01-01T00:00", by: "ona@pastas.example" };
    const times = Array.from({ length: 50 }, (_, n) => ({
      starts: `2027-02-03T${String(8 + Math.floor(n / 10)).padStart(2, "0")}:${n % 10}0`,
      by: "Ona Onaitė",
    }));
    const all = await Promise.all(times.map((time, n) => settleSlots(house, of(`case#${n}`), [place, time])));
    expect(all.filter((outcome) => outcome === "settled")).toHaveLength(1);
    expect(Object.keys((await taken()) ?? {})).toHaveLength(2);
  });

  it("are claimed for ten minutes, and for good once the case has settled it", async () => {
    await claimSlot(house, of("case#a"), ten);
    house.at("2027-01-10T08:09:59.000Z");
    expect(await claimSlot(house, of("case#b"), ten)).toBe("taken");
    house.at("2027-01-10T08:10:00.000Z");
    expect(await taken()).toEqual({});
    expect(await claimSlot(house, of("case#b"), ten)).toBe("claimed");
    expect(await settleSlots(house, of("case#a"), [ten])).toBe("taken");
    expect(await settleSlots(house, of("case#b"), [ten])).toBe("settled");
    house.at("2027-01-20T08:00:00.000Z");
    expect(await taken()).toEqual({ "2027-02-03T10:00 Ona Onaitė": "case#b" });
  });

  it("say the same however often it is said", async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await claimSlot(house, of("case#a"), ten)).toBe("claimed");
      expect(await settleSlots(house, of("case#a"), [ten])).toBe("settled");
    }
  });

  it("go back when the case has moved to another, and only then", async () => {
    await settleSlots(house, of("case#a"), [ten]);
    await claimSlot(house, of("case#a"), eleven);
    expect(await claimSlot(house, of("case#b"), ten)).toBe("taken");
    await settleSlots(house, of("case#a"), [eleven]);
    expect(await claimSlot(house, of("case#b"), ten)).toBe("claimed");
  });

  it("go back when the case ends, but for what has begun", async () => {
    await settleSlots(house, of("case#a"), [ten, eleven]);
    await giveBackSlots(house, of("case#a"), ({ starts }) => starts === ten.starts);
    expect(await taken()).toEqual({ "2027-02-03T10:00 Ona Onaitė": "case#a" });
  });

  it("name nobody in their keys", async () => {
    await claimSlot(house, of("case#a"), ten);
    const [item] = await house.table.query("slots#talks");
    expect(String(item?.sk)).toMatch(/^slot#2027-02-03T10:00#[\w-]{22}$/);
  });
});

/** A process that has slots, whichever. */
const loaded = {
  process: { ...firstYear, slots: { offered: () => [ten, eleven], bookUntilHours: () => 24 } },
  file: { callId: "talks" } satisfies Partial<CaseFile> as CaseFile,
};
