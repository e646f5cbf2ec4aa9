import { describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { demoCall, demoHouse } from "../demo-house.ts";

describe("a call from a file", () => {
  it("with half a character in a text is refused, naming where: no mail could be made of it", async () => {
    const house = demoHouse();
    const staff = { ...demoCall.staff, coordinator: { ...demoCall.staff.coordinator, name: "Rasa \ud800" } };
    await expect(publishCall(house, { ...demoCall, staff })).rejects.toThrow("staff.coordinator.name");
    expect(house.table.all()).toEqual([]);
  });
});
