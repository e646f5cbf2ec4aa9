import { expect, it } from "vitest";
import { atEvent, atOnce } from "./event.ts";

const people = Array.from(
  { length: 12 },
  (_, index) => `asmuo-${String(index).padStart(2, "0")}@pastas.example`,
);

it("an event that is called off tells everybody who has a seat, is offered one or waits, each once, and nobody who left", async () => {
  await atEvent(8, async ({ world, register, say, takeBack, mailed, stands }) => {
    for (const email of people) await register(email);
    await say("asmuo-00@pastas.example", "cancel");
    await say("asmuo-11@pastas.example", "cancel");
    await world.settle();
    expect((await stands())["asmuo-08@pastas.example"]).toBe("offered");
    await takeBack();
    expect(await mailed("seatsCalledOff")).toEqual(people.slice(1, 11));
    // The seat that was offered is nobody's any more, when its time comes.
    await world.advanceTo("2027-04-20T09:00:00.000Z");
    expect(await mailed("seatRanOut")).toEqual([]);
    expect(await mailed("seatOffered")).toEqual(["asmuo-08@pastas.example"]);
    expect((await register("pavelavo@pastas.example")).status).toBe(409);
  });
});

it("whoever registers while it is called off is told of it, too, or does not get in", async () => {
  await atEvent(100, async ({ world, register, takeBack, mailed, stands }) => {
    await Promise.all([atOnce(people, 6, register), takeBack()]);
    await world.settle();
    expect(await mailed("seatsCalledOff")).toEqual(Object.keys(await stands()).toSorted());
  });
});
