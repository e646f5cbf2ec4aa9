import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { notesOf } from "../../../functions/cases/tasks/notes.ts";
import { casePath } from "../../../functions/links.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let ref: string;
let coordinator: Visitor;
let finance: Visitor;

async function enter(email: string): Promise<Visitor> {
  const member = visitor(house);
  await member.post(enterPath(house.config.linkSecret, email, 2_000_000_000));
  return member;
}

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const stranger = { ...demoCall.staff.finance, email: "finance@other.example" };
  await publishCall(house, { ...demoCall, id: "other", staff: { ...demoCall.staff, finance: stranger } });
  const raw = { ...demoApplication };
  const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  ref = sent.ref;
  [coordinator, finance] = await Promise.all([
    enter("coordinator@agency.example"),
    enter("finance@agency.example"),
  ]);
});

const page = () => `/console/cases/${idOf(ref)}/notes`;
const texts = async () => (await notesOf(house, ref)).map(({ text }) => text);

describe("a note to colleagues", () => {
  it("is written by any of the call's staff, and says who wrote it and when", async () => {
    const kept = await finance.post(page(), { text: "Sąskaita patikrinta.\nViskas gerai.", after: "0" });
    expect([kept.status, kept.location]).toEqual([303, `/console/cases/${idOf(ref)}`]);
    const { text } = await coordinator.get(kept.location);
    expect(text).toContain("Sąskaita patikrinta. Viskas gerai.");
    expect(text).toContain(`${demoCall.staff.finance.name}, 2027 m. sausio 10 d. 10.00 val.`);
  });

  it("is one note when its page is sent twice, and two that are written at once are both kept", async () => {
    const said = { text: "Paskambinti mokyklai.", after: "0" };
    await Promise.all([coordinator.post(page(), said), coordinator.post(page(), said)]);
    expect(await texts()).toEqual(["Paskambinti mokyklai."]);
    await Promise.all([
      coordinator.post(page(), { text: "Viena", after: "1" }),
      finance.post(page(), { text: "Kita", after: "1" }),
    ]);
    expect((await texts()).toSorted()).toEqual(["Kita", "Paskambinti mokyklai.", "Viena"]);
    await coordinator.post(page(), { text: "Paskambinti mokyklai.", after: "3" });
    expect(await texts()).toHaveLength(4);
  });

  it("needs a text of at most 4000 characters, and what was typed is shown again", async () => {
    expect((await coordinator.post(page(), { text: " " })).status).toBe(422);
    const long = await coordinator.post(page(), { text: "ž".repeat(4001) });
    expect([long.status, long.body.includes("ž".repeat(4001))]).toEqual([422, true]);
    expect((await coordinator.post(page(), { text: ["a", "b"] })).status).toBe(400);
    expect(await texts()).toEqual([]);
    const script = await coordinator.post(page(), { text: "<script>alert(1)</script>", after: "-1e9" });
    expect((await coordinator.get(script.location)).body).not.toContain("<script>alert(1)");
  });

  it("is never shown to the applicant, nor to staff of another call", async () => {
    await coordinator.post(page(), { text: "Abejoju dėl patirties.", after: "0" });
    const applicant = await visitor(house).get(casePath(house.config.linkSecret, ref));
    expect(applicant.status).toBe(200);
    expect(applicant.text).not.toContain("Abejoju");
    const other = await enter("finance@other.example");
    expect((await other.get(page())).status).toBe(404);
    expect((await other.post(page(), { text: "Ne mano" })).status).toBe(404);
    expect((await other.get(`/console/cases/${idOf(ref)}`)).text).not.toContain("Abejoju");
    expect((await visitor(house).post(page(), { text: "Svetimas" })).status).toBe(403);
    expect(await texts()).toEqual(["Abejoju dėl patirties."]);
  });
});
