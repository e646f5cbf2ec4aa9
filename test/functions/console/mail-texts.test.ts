import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { casePath } from "../../../functions/links.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const list = "/console/calls/demo/mails";
const received = `${list}/foreign-internship/mail.received`;
const endorsement = `${list}/foreign-internship/task.endorsement`;

const texts = {
  "subject.lt": "Jūsų paraiška pas mus",
  "body.lt": "Ačiū už paraišką „{call}“.\n\nPavasarį skambinsime.",
  "subject.en": "We have your application",
  "body.en": "Thank you for applying to “{call}”.\n\nWe shall call in spring.",
};

let house: DemoHouse;
let coordinator: Visitor;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  await publishCall(house, { ...demoCall, id: "other" });
  coordinator = await enter("coordinator");
});

async function enter(name: string): Promise<Visitor> {
  const who = visitor(house);
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await who.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
  return who;
}

async function apply(callId = "demo", email = "austeja@mokykla.example") {
  const raw = { ...demoApplication, email };
  const sent = await submitApplication(house, { callId, language: "lt", raw, draftId: `${callId}${email}` });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  await house.keepLines();
  return sent.ref;
}

const keep = (said: Readonly<Record<string, string>>, version = "0") =>
  coordinator.post(received, { ...said, version, do: "keep" });

describe("the text of a call's mail", () => {
  it("is listed with all others of the call, and who changed it", async () => {
    expect((await coordinator.get(list)).body).toContain(`href="${received}"`);
    expect((await keep(texts)).location).toBe(`${received}?kept`);
    expect((await coordinator.get(list)).text).toContain("Pakeistas (coordinator, 2027 m. sausio 10 d.");
    expect((await coordinator.get("/console/calls/demo/settings")).body).toContain(`href="${list}"`);
  });

  it("is what this call's mails say from then on, and nobody else's", async () => {
    await keep(texts);
    await apply();
    await apply("other");
    await sweeper(house)({}, lambdaContext);
    const [own, other] = house.sent;
    expect(own?.subject).toBe("Jūsų paraiška pas mus");
    expect(own?.text).toContain("Ačiū už paraišką „Stažuotės užsienyje“.\n\nPavasarį skambinsime.");
    expect(own?.html).toContain("Pavasarį skambinsime.");
    expect(other?.subject).not.toBe("Jūsų paraiška pas mus");
    expect(other?.text).not.toContain("Pavasarį");
  });

  it("is written once more into the record with the subject that was sent, whatever it is later", async () => {
    await keep(texts);
    const ref = await apply();
    await sweeper(house)({}, lambdaContext);
    await keep({ ...texts, "subject.lt": "Kitaip" }, "1");
    const own = await visitor(house).get(casePath(house.config.linkSecret, ref));
    expect(own.text).toContain("Jūsų paraiška pas mus");
    expect(own.text).not.toContain("Kitaip");
    expect((await coordinator.get(`/console/cases/${idOf(ref)}`)).text).toContain("Jūsų paraiška pas mus");
  });

  it("is shown in both languages as the mail of a real case would say it, and nothing is kept", async () => {
    const ref = await apply();
    const body = { ...texts, "body.lt": "Sveiki,\nkvietimas „{call}“ dar vyksta." };
    const shown = await coordinator.post(received, { ...body, version: "0", case: idOf(ref), do: "preview" });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Taip laišką perskaitytų gavėjas: Austėja Žukauskaitė");
    expect(shown.text).toContain("kvietimas „Stažuotės užsienyje“ dar vyksta.");
    expect(shown.text).toContain("Thank you for applying to “Internships abroad”.");
    expect(await house.table.query("texts#demo")).toHaveLength(0);
  });

  it("is shown by no case of another call", async () => {
    const ref = await apply("other");
    await apply();
    const shown = await coordinator.post(received, {
      ...texts,
      version: "0",
      case: idOf(ref),
      do: "preview",
    });
    expect(shown.text).not.toContain("Taip laišką perskaitytų");
  });

  it("goes back to the standard, and what it said before stays on record", async () => {
    await keep(texts);
    await coordinator.post(received, { version: "1", do: "standard" });
    await apply();
    await sweeper(house)({}, lambdaContext);
    expect(house.sent[0]?.subject).not.toBe("Jūsų paraiška pas mus");
    expect((await coordinator.get(received)).text).toContain("Pavasarį skambinsime.");
    expect((await coordinator.get(list)).text).toContain("Grąžintas įprastas (coordinator");
  });

  it("is kept once when it is sent twice, and not over what a colleague wrote meanwhile", async () => {
    await keep(texts);
    expect((await keep(texts)).location).toBe(`${received}?kept`);
    const late = await keep({ ...texts, "body.lt": "Mano tekstas {call}" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Kol rašėte, šį tekstą pakeitė coordinator");
    expect(late.body).toContain("Mano tekstas {call}");
  });

  it("of a question says why it is asked; its title stays", async () => {
    const page = await coordinator.get(endorsement);
    expect(page.body).not.toContain('name="subject.lt"');
    expect(page.body).toContain('name="body.en"');
  });

  it("is escaped: a tag is a text", async () => {
    await keep({ ...texts, "body.lt": "{call} <script>alert(1)</script>" });
    await apply();
    await sweeper(house)({}, lambdaContext);
    expect(house.sent[0]?.html).toContain("&lt;script>");
    expect((await coordinator.get(received)).body).not.toContain("<script>alert(1)");
  });

  it("is its coordinator's alone", async () => {
    const finance = await enter("finance");
    expect((await finance.get(list)).status).toBe(403);
    expect((await finance.get(received)).status).toBe(403);
    expect((await finance.post(received, { ...texts, version: "0", do: "keep" })).status).toBe(403);
    expect((await coordinator.get(`${list}/foreign-internship/mail.nothing`)).status).toBe(404);
  });
});

describe("a text that cannot be taken says where and what is expected", () => {
  const refused = async (change: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await keep({ ...texts, ...change });
    expect(answer.status).toBe(422);
    expect(await house.table.query("texts#demo")).toHaveLength(0);
    return answer.text;
  };

  it("when it names what nobody fills in", async () => {
    expect(await refused({ "body.en": "Thank you, {applicnt} of {call}." })).toContain(
      "Tekstas angliškai: Sistema nežino, kas yra {applicnt}. Galima rašyti: {",
    );
  });

  it("when it leaves out a place of the standard", async () => {
    const without = {
      "body.lt": "Prašome pritarti.",
      "body.en": "{applicant} asks you.",
      version: "0",
      do: "keep",
    };
    const answer = await coordinator.post(endorsement, without);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Tekstas lietuviškai: Tekste turi likti {applicant}.");
    expect(answer.text).not.toContain("Tekstas angliškai: Tekste");
  });

  it("when choices of the standard are others", async () => {
    const typed = (options: string) => `{score} {position} {appeal, select, ${options}}`;
    const reserve = `${list}/foreign-internship/mail.onReserveList`;
    const said = { "subject.lt": "Rezervas", "subject.en": "Reserve", version: "0", do: "keep" };
    const lt = typed("no {} other {Iki {appeal}}");
    const answer = await coordinator.post(reserve, {
      ...said,
      "body.lt": lt,
      "body.en": typed("other {Until {appeal}}"),
    });
    expect(answer.text).toContain("Tekstas angliškai: Ties {appeal} palikite tuos pačius pasirinkimus");
    expect(answer.text).not.toContain("Tekstas lietuviškai: Ties");
  });

  it("when braces are not closed, by line and column", async () => {
    expect(await refused({ "body.lt": "Ačiū.\nJūsų {call" })).toContain(
      "Tekstas lietuviškai: 2 eilutėje, 6 ženkle neužbaigti riestiniai skliaustai",
    );
  });

  it("when it is empty, too long, or a subject of two lines", async () => {
    expect(await refused({ "body.lt": " " })).toContain("Tekstas lietuviškai: Parašykite tekstą.");
    expect(await refused({ "subject.en": "x".repeat(151) })).toContain(
      "Tema angliškai: Parašyta 151, o gali būti iki 150 ženklų.",
    );
    expect(await refused({ "subject.lt": "Viena\nDvi" })).toContain("Tema turi būti viena eilutė.");
  });

  it.each([
    "Rašykite ona@mokykla.example",
    "Skambinkite +370 600 00000",
    "49001010000 paraiška",
    "LT12 1000",
  ])("when a subject holds what tells somebody: %s", async (subject) => {
    expect(await refused({ "subject.lt": subject })).toContain("Temoje negali būti el. pašto adreso");
  });

  it("when a subject names the applicant or a reason", async () => {
    expect(await refused({ "subject.lt": "Paraiška: {applicant}" })).toContain(
      "Sistema nežino, kas yra {applicant}",
    );
  });
});
