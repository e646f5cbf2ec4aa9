import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { slot } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { Slot } from "../../../workflows/kernel/slot.ts";
import {
  earliestFor,
  heldBy,
  isInTime,
  moveCloses,
  openBook,
  type Slots,
  slotsListed,
} from "../../../workflows/kernel/slots.ts";

/** Winter time: ten o'clock in Vilnius is eight in UTC. */
const ten = (day: number, by = "Ona"): Slot => ({ starts: `2027-02-0${day}T10:00`, by });

const slots: Slots = { offered: () => [ten(4), ten(2), ten(3)], bookUntilHours: () => 24 };
const file = (taken: Readonly<Record<string, string>>): CaseFile => ({
  ref: "case#own",
  process: "talks",
  language: "lt",
  application: {},
  submittedAt: "2027-01-10T08:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: {},
  callId: "talks-2027",
  slots: { now: "2027-02-01T12:00:00.000Z", taken },
});

describe("rule S", () => {
  it("books the earliest free slot, of equal starts by the name of who offers", () => {
    const book = openBook([ten(3, "Žygis"), ten(3, "Ona"), ten(2, "Žygis")], 24);
    for (const line of ["2", "3", "4", "5"])
      book.book(line, `${line}@x.example`, {}, "2027-01-31T08:00:00.000Z");
    expect(["2", "3", "4", "5"].map((line) => book.slotOf(line))).toEqual([
      ten(2, "Žygis"),
      ten(3, "Ona"),
      ten(3, "Žygis"),
      undefined,
    ]);
  });

  it("takes a slot at exactly so many hours from now, and none a minute nearer", () => {
    expect(isInTime(ten(3), 24, "2027-02-02T08:00:59.999Z")).toBe(true);
    expect(isInTime(ten(3), 24, "2027-02-02T08:01:00.000Z")).toBe(false);
    expect(moveCloses(ten(3), 24)).toBe("2027-02-02T08:00:59.000Z");
  });

  it("counts hours that pass, and not those of a clock that is put forward", () => {
    const monday: Slot = { starts: "2027-03-28T10:00", by: "Ona" };
    expect(isInTime(monday, 24, "2027-03-27T07:00:00.000Z")).toBe(true);
    expect(isInTime(monday, 24, "2027-03-27T08:00:00.000Z")).toBe(false);
  });

  it("keeps the old slot of whoever finds none, and gives it back only with the new one", () => {
    const book = openBook([ten(2), ten(4)], 24);
    const now = "2027-01-31T08:00:00.000Z";
    book.book("2", "a@x.example", {}, now);
    book.move("2", { notBefore: "2027-02-05" }, now);
    expect(book.slotOf("2")).toEqual(ten(2));
    book.move("2", { notBefore: "2027-02-01" }, now);
    expect([book.slotOf("2"), book.isTaken(ten(2))]).toEqual([ten(4), false]);
  });

  it("moves nothing for a second line of an address, nor for whoever moves too late", () => {
    const book = openBook([ten(2), ten(4), ten(6)], 24);
    const now = "2027-01-31T08:00:00.000Z";
    expect(book.book("2", "a@x.example", {}, now)).toBe("booked");
    expect(book.book("3", "a@x.example", {}, now)).toBe("duplicate");
    book.move("3", {}, now);
    book.move("2", {}, "2027-02-01T08:01:00.000Z");
    expect([book.slotOf("2"), book.slotOf("3")]).toEqual([ten(2), undefined]);
  });

  it("is what the text says, whatever is booked and moved", () => {
    fc.assert(
      fc.property(
        offers,
        fc.array(word, { maxLength: 14 }),
        fc.integer({ min: 0, max: 30 }),
        (slots, words, hours) => {
          const book = openBook(slots, hours);
          for (const { line, kind, by, notBefore, at } of words) {
            const wish = { by, notBefore: notBefore === undefined ? undefined : dayOf(notBefore) };
            if (kind === "book") book.book(line, addressOf(line), wish, instantOf(at));
            else book.move(line, wish, instantOf(at));
          }
          const expected = asTheTextSays(slots, words, hours);
          for (const line of lines) expect(book.slotOf(line)).toEqual(expected.get(line));
        },
      ),
    );
  });
});

const lines = ["2", "3", "4", "5", "6"];
/** The last two lines are one person's. */
const addressOf = (line: string): string => (line === "6" ? "a5@x.example" : `a${line}@x.example`);
const dayOf = (day: number): string => `2027-02-0${day}`;
/** So many hours after midnight of the first of February in Vilnius. */
const instantOf = (hours: number): string =>
  new Date(Date.UTC(2027, 0, 31, 22) + hours * 3_600_000).toISOString();
const hourOf = ({ starts }: Slot): number =>
  (Number(starts.slice(8, 10)) - 1) * 24 + Number(starts.slice(11, 13));

const offers = fc.uniqueArray(
  fc.record({
    starts: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("09", "10"))
      .map(([day, hour]) => `${dayOf(day)}T${hour}:00`),
    by: fc.constantFrom("Ona", "Ąžuolas", "Petras"),
  }),
  { selector: ({ starts, by }) => `${starts} ${by}`, maxLength: 8 },
);
const word = fc.record({
  line: fc.constantFrom(...lines),
  kind: fc.constantFrom("book", "move"),
  by: fc.option(fc.constantFrom("Ona", "Petras"), { nil: undefined }),
  notBefore: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  at: fc.integer({ min: 0, max: 80 }),
});
type Said = Parameters<typeof asTheTextSays>[1][number];

/** Rule S written down from the text once more, over hours: everybody's slot after some bookings and moves. */
function asTheTextSays(
  slots: readonly Slot[],
  words: readonly {
    readonly line: string;
    readonly kind: string;
    readonly by: string | undefined;
    readonly notBefore: number | undefined;
    readonly at: number;
  }[],
  hours: number,
): ReadonlyMap<string, Slot> {
  const has = new Map<string, Slot>();
  const moved = new Set<string>();
  const found = ({ by, notBefore, at }: Said): Slot | undefined => {
    let best: Slot | undefined;
    for (const slot of slots) {
      if ([...has.values()].includes(slot)) continue;
      if (by !== undefined && slot.by !== by) continue;
      if (notBefore !== undefined && hourOf(slot) < (notBefore - 1) * 24) continue;
      if (hourOf(slot) - at < hours) continue;
      const isBetter =
        best === undefined ||
        hourOf(slot) < hourOf(best) ||
        (hourOf(slot) === hourOf(best) && slot.by < best.by);
      if (isBetter) best = slot;
    }
    return best;
  };
  for (const said of words) {
    const own = has.get(said.line);
    if (said.kind === "book") {
      if (lines.some((line) => has.has(line) && addressOf(line) === addressOf(said.line))) continue;
      const slot = found(said);
      if (slot) has.set(said.line, slot);
    } else if (own && !moved.has(said.line) && hourOf(own) - said.at >= hours) {
      const slot = found(said);
      if (!slot) continue;
      has.set(said.line, slot);
      moved.add(said.line);
    }
  }
  return has;
}

describe("a question with slots", () => {
  it("offers what is free and in time, in order", () => {
    const values = slotsListed(slots, file({ "2027-02-03T10:00 Ona": "case#other" }));
    expect(values).toEqual([
      {
        value: "2027-02-04T10:00 Ona",
        label: {
          lt: "2027 m. vasario 4 d., ketvirtadienis, 10.00 val., laukia Ona",
          en: "Thursday 4 February 2027, 10:00 Vilnius time, with Ona",
        },
      },
    ]);
    expect(earliestFor(slots, file({}), {})).toEqual(ten(3));
  });

  it("takes no other answer than one of these", () => {
    const asks = defineForm({
      id: "talk",
      outcomes: ["chosen"],
      fields: { talk: slot({}) },
      given: (known) => ({ lists: { slots: slotsListed(slots, known) } }),
    });
    const asked = formIn(asks, file({ "2027-02-03T10:00 Ona": "case#other" }));
    expect(parseAnswer(asked, { talk: "2027-02-04T10:00 Ona" }).outcome).toBe("valid");
    expect(parseAnswer(asked, { talk: "2027-02-03T10:00 Ona" })).toMatchObject({
      errors: [{ field: "talk", problem: "unknownOption" }],
    });
  });

  it("knows whether the case has what was chosen", () => {
    expect(heldBy(slots, file({ "2027-02-03T10:00 Ona": "case#own" }), "2027-02-03T10:00 Ona")).toEqual(
      ten(3),
    );
    expect(
      heldBy(slots, file({ "2027-02-03T10:00 Ona": "case#other" }), "2027-02-03T10:00 Ona"),
    ).toBeUndefined();
    expect(heldBy(slots, file({}), "2027-02-09T10:00 Ona")).toBeUndefined();
  });
});
