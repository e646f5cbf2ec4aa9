import { describe, expect, it } from "vitest";
import { bookingOf } from "../../../workflows/blocks/booking.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";

const slots = [
  { starts: "2027-03-10T09:00", by: "Rasa" },
  { starts: "2027-03-10T10:00", by: "Rasa" },
];
const [nine = slots[0], ten = slots[1]] = slots;
const { states, word, slotOf } = bookingOf({ offered: () => slots, bookUntilHours: () => 24 });
const { settlingBooking, moving, bookedWaiting, booking } = states({
  next: "conversation",
  none: "conversation",
});
const now = "2027-03-01T08:00:00.000Z";

const fileOf = (taken: Readonly<Record<string, string>>, more: Partial<CaseFile> = {}): CaseFile => ({
  ...{ ref: "case#1", process: "example", language: "lt", application: {}, submittedAt: now, answers: [] },
  ...{ records: [], interruptions: [], diary: [], call: {}, callId: "kvietimas", slots: { now, taken } },
  ...more,
});
const chose = (slot: string) => ({
  ...{ state: "booking", visit: 3, form: "booking", outcome: "booked", at: now, by: "" },
  values: { slot },
});
const has = (slot: string) => ({
  ...{ state: "settlingBooking", visit: 4, step: "booked", outcome: "held", at: now },
  data: { slot },
});
const moves = (slot: string) => ({
  ...{ name: "moved", at: now, by: "", state: "bookedWaiting", visit: 5, values: { slot } },
});

describe("a time that somebody books", () => {
  it("is theirs once the step has settled it, and asked for again where somebody else has it by then", () => {
    const file = fileOf({ "2027-03-10T09:00 Rasa": "case#1" }, { answers: [chose("2027-03-10T09:00 Rasa")] });
    expect(settlingBooking.run(file, now)).toMatchObject({ outcome: "held", books: [nine] });
    const late = { ...file, slots: { now, taken: { "2027-03-10T09:00 Rasa": "case#2" } } };
    expect(settlingBooking.on[settlingBooking.run(late, now).outcome]).toBe("booking");
  });

  it("is not needed: who finds none, or says nothing, comes to the conversation all the same", () => {
    expect(booking.on).toMatchObject({ none: "conversation", expired: "conversation" });
    expect(bookedWaiting.on).toEqual({ expired: "conversation" });
  });

  it("is moved once, as long as there is time, and stays where somebody else was quicker", () => {
    const file = fileOf(
      {},
      { records: [has("2027-03-10T09:00 Rasa")], interruptions: [moves("2027-03-10T10:00 Rasa")] },
    );
    expect(slotOf(file)).toEqual(nine);
    expect(word).toMatchObject({ once: true, during: ["bookedWaiting"], to: "moving" });
    // Until 9:00 of the day before, with the whole of that minute; Vilnius is two hours ahead.
    expect(word.until(file, now)).toBe("2027-03-09T07:00:59.000Z");
    expect(moving.run(file, now)).toMatchObject({ outcome: "settled", books: [ten] });
    const late = { ...file, slots: { now, taken: { "2027-03-10T10:00 Rasa": "case#2" } } };
    expect(moving.run(late, now)).toMatchObject({
      books: [nine],
      tell: [{ role: "applicant", template: "notMoved" }],
    });
  });
});
