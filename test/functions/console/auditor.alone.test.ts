import { beforeEach, describe, expect, it, vi } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { refusedByControl } from "../../../workflows/blocks/control.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { readPage } from "../web/page-forms.ts";
import { visitor } from "../web/visitor.ts";

/** The whole console with a process that no folder has. */
vi.mock("../../../workflows/catalogue.ts", async (original) => {
  const { visitedGrant } = await import("./visited-grant.ts");
  const { withOneMore } = await import("../../workflows/one-more.ts");
  return withOneMore(await original(), visitedGrant);
});

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const roles = ["coordinator", "agency", "finance", "auditor"] as const;
const staff: Readonly<Record<string, ReturnType<typeof person>>> = Object.fromEntries(
  roles.map((role) => [role, person(role)]),
);
const call = {
  process: "visited-grant",
  title: { lt: "Dotacijos", en: "Grants" },
  opensAt: "2027-01-04T06:00:00.000Z",
  closesAt: "2027-01-31T21:59:59.000Z",
};
const seen = {
  "visitedOn-year": "2027",
  "visitedOn-month": "1",
  "visitedOn-day": "8",
  refusedCents: "1200,50",
  finding: "Pirkti trys kompiuteriai, rastas vienas.",
};

let house: DemoHouse;
let ref: string;
async function open(members = staff): Promise<void> {
  house = demoHouse("2027-01-10T08:00:00.000Z");
  await publishCall(house, { ...call, staff: members });
  const raw = { fullName: "Ona Kalnietė", email: "ona@mokykla.example" };
  const sent = await submitApplication(house, { callId: "dotacijos", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  ref = sent.ref;
}
beforeEach(() => open());

async function enter(role: string) {
  const browser = visitor(house);
  await browser.post(enterPath(house.config.linkSecret, `${role}@agency.example`, 2_000_000_000));
  return browser;
}
const fileNow = async () => {
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error("no case");
  return loaded.file;
};
const here = () => paths.say(idOf(ref), "controlled");

describe("an auditor", () => {
  it("is led from the case to the form of the visit, and to no other word", async () => {
    const auditor = await enter("auditor");
    const page = await auditor.get(paths.consoleCase(idOf(ref)));
    expect(page.body).toContain(`href="${here()}"`);
    expect(page.text).toContain("Patikra vietoje");
    expect(page.body).not.toContain(`href="${paths.notes(idOf(ref))}"`);
    expect(page.body).not.toContain(paths.say(idOf(ref), "stopped"));
    const asked = await auditor.get(here());
    expect(asked.text).toContain("Kiek išlaidų nepripažįstama (eurais)?");
    expect(asked.text).toContain("Jei viskas tvarkoje, įrašykite 0.");
  });

  it("notes a visit, by which costs are not accepted, and the record says who found what", async () => {
    const auditor = await enter("auditor");
    const [form] = readPage((await auditor.get(here())).body, here()).forms.filter(
      ({ action }) => action === here(),
    );
    const typed = { ...Object.fromEntries(form?.inputs ?? []), ...seen };
    expect(await auditor.post(here(), typed)).toMatchObject({ status: 303 });
    expect(await auditor.post(here(), typed)).toMatchObject({ status: 303 });
    const file = await fileNow();
    expect(file.interruptions).toMatchObject([
      {
        name: "controlled",
        by: "auditor@agency.example",
        values: { visitedOn: "2027-01-08", refusedCents: 120_050, finding: seen.finding },
      },
    ]);
    expect(refusedByControl(file, "controlled")).toBe(120_050);
    const record = (await auditor.get(paths.consoleCase(idOf(ref)))).text;
    expect(record).toContain("Patikra vietoje. Pranešė auditor@agency.example");
    expect(record).toContain(seen.finding);
  });

  it("is told at the field what is wrong with the visit", async () => {
    const auditor = await enter("auditor");
    const wrong = [
      [{ "visitedOn-day": "11" }, "„Kada lankytasi?“"],
      [{ refusedCents: "daug" }, "„Kiek išlaidų nepripažįstama (eurais)?“"],
      [{ finding: "" }, "„Ką nustatėte?“"],
    ] as const;
    for (const [said, where] of wrong) {
      const answer = await auditor.post(here(), { ...seen, ...said });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(where);
    }
    expect((await fileNow()).interruptions).toEqual([]);
  });

  it("says nobody else's word, and nobody else says the auditor's", async () => {
    const auditor = await enter("auditor");
    expect((await auditor.post(paths.say(idOf(ref), "stopped"), {})).status).toBe(403);
    expect((await auditor.post(paths.notes(idOf(ref)), { text: "x" })).status).toBe(403);
    for (const role of ["coordinator", "agency", "finance"]) {
      const browser = await enter(role);
      expect((await browser.post(here(), seen)).status, role).toBe(403);
      expect((await browser.get(paths.consoleCase(idOf(ref)))).body, role).not.toContain(here());
    }
    expect((await fileNow()).interruptions).toEqual([]);
  });

  it("does not speak who has a part in what is audited", async () => {
    await open({ ...staff, auditor: person("finance") });
    const both = await enter("finance");
    expect((await both.get(paths.consoleCase(idOf(ref)))).body).not.toContain(here());
    expect((await both.post(here(), seen)).status).toBe(403);
    expect((await fileNow()).interruptions).toEqual([]);
  });
});
