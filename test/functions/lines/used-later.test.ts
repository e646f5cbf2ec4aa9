import { expect, it } from "vitest";
import { usedLaterIn } from "../../../functions/lines/used-later.ts";
import { processOf } from "../../../workflows/catalogue.ts";

/** A school that was asked a year later, and what it said; nothing where it stayed silent. */
const asked = async (process: string, state: string, values?: Readonly<Record<string, unknown>>) =>
  usedLaterIn({
    process: await processOf(process),
    file: { answers: values ? [{ state, values }] : [] },
    tasks: [{ state, status: values ? "answered" : "expired" }],
  });

it("an initiative's results are used where all or a part of them lasts", async () => {
  expect(await asked("school-initiative", "followUp", { used: "Dirbtuvės", isUsed: "all" })).toBe(true);
  expect(await asked("school-initiative", "followUp", { used: "Dirbtuvės", isUsed: "partly" })).toBe(true);
  expect(await asked("school-initiative", "followUp", { used: "–", isUsed: "no" })).toBe(false);
});

it("a campaign's are where the school says what it used", async () => {
  expect(await asked("assessment-campaign", "use", { used: "Planui", effect: "visible" })).toBe(true);
});

it("whoever was asked and stayed silent uses nothing; before it was asked nothing is known", async () => {
  expect(await asked("assessment-campaign", "use")).toBe(false);
  const process = await processOf("assessment-campaign");
  const file = { answers: [] };
  expect(usedLaterIn({ process, file, tasks: [] })).toBeUndefined();
  expect(usedLaterIn({ process, file, tasks: [{ state: "use", status: "open" }] })).toBeUndefined();
});

it("a process that does not ask says nothing", async () => {
  expect(await asked("supervision", "followUp", { isUsed: "all" })).toBeUndefined();
});
