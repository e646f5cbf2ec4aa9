import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { digest } from "../../../functions/events/digest.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { casePath } from "../../../functions/links.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let ref: string;
let own: string;
let applicant: Visitor;
let coordinator: Visitor;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const raw = { ...demoApplication };
  const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  ref = sent.ref;
  own = casePath(house.config.linkSecret, ref);
  applicant = visitor(house);
  coordinator = await enter("coordinator");
  await sweeper(house)({}, lambdaContext);
  house.sent.length = 0;
});

async function enter(name: string): Promise<Visitor> {
  const who = visitor(house);
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await who.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
  return who;
}

const asks = (text: string, after = "0") => applicant.post(`${own}/question`, { text, after });
const page = () => `/console/cases/${idOf(ref)}/questions`;
const answers = (text: string, number = "1", who = coordinator) => who.post(page(), { number, text });
const asked = "Ar galiu keisti šalį?\nNorėčiau į Airiją.";

describe("a question of whoever applied", () => {
  it("is asked on the page of the case, and stands in the coordinator's inbox until it is answered", async () => {
    expect((await applicant.get(own)).body).toContain(`href="${own}/question"`);
    const sent = await asks(asked);
    expect([sent.status, sent.location]).toEqual([303, `${own}#questions`]);
    expect((await applicant.get(own)).text).toContain("Atsakymo dar laukiama");
    const inbox = await coordinator.get("/console");
    expect(inbox.text).toContain("Pareiškėjų klausimai");
    expect(inbox.body).toContain(`href="${page()}"`);
    expect((await coordinator.get(`/console/cases/${idOf(ref)}`)).text).toContain(
      "Atsakymo laukia 1 pareiškėjo klausimas",
    );
    await answers("Taip, iki kvietimo pabaigos.");
    expect((await coordinator.get("/console")).text).not.toContain("Pareiškėjų klausimai");
  });

  it("is answered by mail, with what was asked, and the answer stays on both pages and in the record", async () => {
    await asks(asked);
    expect((await answers("Taip, iki kvietimo pabaigos.")).status).toBe(303);
    await sweeper(house)({}, lambdaContext);
    const [mail, ...others] = house.sent;
    expect(others).toEqual([]);
    expect(mail?.to).toBe(demoApplication.email);
    expect(mail?.subject).toBe("Atsakymas į jūsų klausimą: Stažuotės užsienyje");
    expect(mail?.text).toContain("> Ar galiu keisti šalį?\n> Norėčiau į Airiją.");
    expect(mail?.text).toContain("Taip, iki kvietimo pabaigos.");
    for (const seen of [await applicant.get(own), await coordinator.get(page())])
      expect(seen.text).toContain("Taip, iki kvietimo pabaigos. Atsakė coordinator");
    expect((await coordinator.get(`/console/cases/${idOf(ref)}?record=mail`)).text).toContain(
      "Austėja Žukauskaitė klausė koordinatoriaus",
    );
  });

  it("is one question and one mail however often either page is sent", async () => {
    await Promise.all([asks(asked), asks(asked)]);
    await asks(asked);
    expect(await house.table.query(ref, "question#")).toHaveLength(1);
    await answers("Taip.");
    await answers("Taip.");
    await sweeper(house)({}, lambdaContext);
    expect(house.sent).toHaveLength(1);
  });

  it("keeps the first of two answers, and says to the other that nothing was sent", async () => {
    await asks(asked);
    await answers("Taip.");
    const late = await answers("Ne.");
    expect([late.status, late.text.includes("Jūsų atsakymas neišsiųstas.")]).toEqual([409, true]);
    await sweeper(house)({}, lambdaContext);
    expect(house.sent.map(({ text }) => text.includes("Taip."))).toEqual([true]);
  });

  it("is in the morning's mail, also where no task waits", async () => {
    await asks(asked);
    await digest(house)({}, lambdaContext);
    const [mail] = house.sent.filter(({ to }) => to === "coordinator@agency.example");
    expect(mail?.text).toContain("Pareiškėjai laukia atsakymų: 1 klausimas.");
    expect(mail?.text).not.toContain("keisti šalį");
  });

  it("says what is missing or too long, and keeps what was typed", async () => {
    expect((await asks("  ")).text).toContain("Parašykite klausimą.");
    const long = await asks("ž".repeat(2001));
    expect([long.status, long.body.includes("ž".repeat(2001))]).toEqual([422, true]);
    expect(long.text).toContain("parašyta 2 001, o gali būti iki 2 000 ženklų");
    await asks(asked);
    expect((await answers(" ")).text).toContain("Parašykite atsakymą.");
  });

  it("waits with two others at most", async () => {
    for (const [after, text] of ["Viena?", "Antra?", "Trečia?"].entries()) await asks(text, String(after));
    expect((await asks("Ketvirta?", "3")).status).toBe(409);
    expect((await applicant.get(`${own}/question`)).text).toContain("palaukite, kol bus atsakyta");
    await answers("Atsakymas.");
    expect((await asks("Ketvirta?", "3")).status).toBe(303);
  });

  it("is escaped, and nothing in it becomes a link of a mail", async () => {
    await asks("<script>alert(1)</script> https://evil.example/x");
    await answers("Gerai.");
    await sweeper(house)({}, lambdaContext);
    expect((await coordinator.get(page())).body).not.toContain("<script>alert(1)");
    expect(house.sent[0]?.text).not.toContain("https://evil.example");
  });

  it("is read by all staff of the call, answered by its coordinator, and seen by nobody of another", async () => {
    await asks(asked);
    const finance = await enter("finance");
    expect((await finance.get(page())).text).toContain("Ar galiu keisti šalį?");
    expect((await answers("Taip.", "1", finance)).status).toBe(403);
    expect((await answers("Taip.", "7")).status).toBe(404);
  });
});
