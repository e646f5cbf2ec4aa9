import { expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Row } from "../../../workflows/kernel/rehearsal.ts";
import example from "../../../workflows/way-into-teaching/example.json" with { type: "json" };
import { nothingYet, readExample } from "../../examples.ts";

/** Slots are booked in the order of submission, then moved in the same order [processes.md, 12.2]. */
it("nobody moves before everybody has booked, though a rehearsal that goes on meets them at once", async () => {
  const { cast } = (await readExample(example)).part;
  const { rows } = cast;
  const known = { ...nothingYet, rows };
  const standsIn = (state: string, row: Row | undefined) =>
    ({ ...{ ref: "", state, isAsked: true, openedAt: known.now() }, row }) as const;
  const file: CaseFile = {
    ...{ ref: "", process: "way-into-teaching", language: "lt", application: {}, submittedAt: "" },
    ...{ answers: [], records: [], interruptions: [], diary: [], call: {}, callId: "" },
  };
  const last = rows.at(-1);
  const booking = cast.answer(
    { ...standsIn("booking", last), form: "booking", file, decides: () => ({}) },
    known,
  );
  expect(booking?.order).toBeGreaterThan(0);
  expect(cast.meets(standsIn("bookedWaiting", rows[0]), known)).toMatchObject([
    { does: "says", word: "moved", order: expect.toSatisfy((order) => order > (booking?.order ?? 0)) },
  ]);
});
