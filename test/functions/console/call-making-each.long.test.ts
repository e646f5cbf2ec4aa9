import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { printDay } from "../../../workflows/kernel/facts/print.ts";
import { dayAfter, everyMaker } from "../../workflows/made-calls.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { postedForm } from "../web/posted.ts";
import { visitor } from "../web/visitor.ts";

const makers = await everyMaker();

/** What people paste, and what attackers send. */
const said = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1e400",
    "NaN",
    "2027-02-31",
    ";;;;;;;;;",
    "\t\t\n;\n",
    "'\"><b>",
    "\u0000\u202e",
  ),
  fc.constantFrom("__proto__", "constructor", "9".repeat(400), "ą".repeat(5000), "a@b.lt; c@d.lt; e@f.lt"),
);

async function atTheConsole(now: string) {
  const house = demoHouse(now);
  await publishCall(house, demoCall);
  return { house, coordinator: await enterAs(house, "coordinator@agency.example") };
}

async function enterAs(house: DemoHouse, email: string) {
  const one = visitor(house);
  const until = Date.parse(house.clock.now()) / 1000 + 7 * 86_400;
  await one.post(enterPath(house.config.linkSecret, email, until));
  return one;
}

describe.each(makers)("the pages of a call of $id", ({ id, process, callForm, typed, open, closesOn }) => {
  it("lead to a call that everybody sees and its coordinator can change", async () => {
    const { house, coordinator } = await atTheConsole(open);
    const { location: draft } = await coordinator.post("/console/calls/new", { source: `template:${id}` });
    for (const part of callForm.form.pages) {
      const posted = postedForm(callForm.form, part.fields, typed);
      const { status } = await coordinator.post(`${draft}/${part.id}`, { ...posted, seenVersion: "0" });
      expect([part.id, status]).toEqual([part.id, 303]);
    }
    for (const preview of ["lt", "en", "lt/application", "en/application"])
      expect((await coordinator.get(`${draft}/preview/${preview}`)).status).toBe(200);
    expect((await coordinator.post(`${draft}/publish`)).location).toBe("/console/calls/pavasaris-2027");
    const offered = (await visitor(house).get("/calls/pavasaris-2027")).body.includes('/drafts"');
    expect(offered).toBe(process.application !== undefined);
    if (offered)
      expect((await visitor(house).post("/calls/pavasaris-2027/drafts")).location).toMatch(/^\/drafts\//);
    const later = dayAfter(closesOn, 1);
    const dates = callForm.form.pages.find(({ fields }) => fields.includes("closesOn"));
    const own = await enterAs(house, String(typed.coordinatorEmail));
    const changed = await own.post(`/console/calls/pavasaris-2027/change/${dates?.id}`, {
      ...postedForm(callForm.form, dates?.fields ?? [], { ...typed, closesOn: later }),
      reason: "Prašo mokyklos.",
      seenVersion: "0",
    });
    expect(changed.location).toBe("/console/calls/pavasaris-2027");
    expect((await visitor(house).get("/calls/pavasaris-2027")).text).toContain(printDay(later, "lt"));
    const { location: copy } = await own.post("/console/calls/new", { source: "call:pavasaris-2027" });
    const again = await own.post(`${copy}/publish`);
    // Of its days those are asked again that no template can count from today.
    const asked = / Pataisykite, kas nurodyta (.*?) Patikrinkite kvietimą /.exec(again.text)?.[1] ?? "";
    expect(asked.replaceAll(/Įrašykite datą: „[^“]+“\.\s*/g, "")).toBe("");
    expect(again.status).toBe(asked === "" ? 303 : 422);
  });

  it("take whatever is typed into them: it is kept or told what is wrong, and nothing breaks", async () => {
    const { coordinator } = await atTheConsole(open);
    const { location: draft } = await coordinator.post("/console/calls/new", { source: `template:${id}` });
    const versions = new Map<string, number>();
    const page = fc.constantFrom(...callForm.form.pages);
    await fc.assert(
      fc.asyncProperty(page, fc.array(said, { minLength: 1, maxLength: 12 }), async (part, texts) => {
        const right = postedForm(callForm.form, part.fields, typed);
        const wrong = Object.fromEntries(
          Object.entries(right).map(([name, value], index) => [
            name,
            index % 3 === 0 ? (texts[index % texts.length] ?? "") : value,
          ]),
        );
        const version = String(versions.get(part.id) ?? 0);
        const answer = await coordinator.post(`${draft}/${part.id}`, { ...wrong, seenVersion: version });
        // What is too long altogether is refused before it is read, and nothing of it is kept.
        expect([303, 413, 422]).toContain(answer.status);
        if (answer.status !== 413) versions.set(part.id, Number(version) + 1);
        for (const address of [draft, `${draft}/${part.id}?change`, `${draft}/check`])
          expect([address, (await coordinator.get(address)).status]).toEqual([address, 200]);
        expect([303, 422]).toContain((await coordinator.post(`${draft}/publish`)).status);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
