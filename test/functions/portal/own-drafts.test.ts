import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { application } from "../../../workflows/foreign-internship/forms.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { typedOn } from "../web/demo-pages.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const owner = "austeja@mokykla.example";
let house: DemoHouse;
let teacher: Visitor;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  teacher = visitor(house);
});

const sweep = () => sweeper(house)({}, lambdaContext);
const quarterLater = async () => {
  house.at("2027-01-10T08:15:00.000Z");
  await sweep();
};
const begin = async () => (await teacher.post("/calls/demo/drafts")).location.split("/")[2] ?? "";
const save = (draft: string, page: string, change = {}) =>
  teacher.post(`/drafts/${draft}/${page}`, typedOn(page, change));
const mailsTo = (email: string) => house.sent.filter(({ to }) => to === email);

/** Somebody signs in with a code that was mailed; what the page of their applications says. */
async function mine(email: string): Promise<{ readonly text: string; readonly body: string }> {
  const somebody = visitor(house);
  const { location } = await somebody.post("/sign-in", { email });
  await sweep();
  const [, code = ""] = /(\d{6})/.exec(mailsTo(email).at(-1)?.text ?? "") ?? [];
  await somebody.post(location, { code });
  return somebody.get("/my");
}

describe("a saved draft", () => {
  it("is mailed to its owner once the address is known, and not on each save", async () => {
    const draft = await begin();
    await save(draft, "person", { email: "austeja" });
    await sweep();
    expect(house.sent).toEqual([]);
    await save(draft, "person");
    await save(draft, "school");
    await save(draft, "person");
    await quarterLater();
    expect(mailsTo(owner).map(({ subject }) => subject)).toEqual(["Jūsų paraiškos juodraštis išsaugotas"]);
    expect(house.sent[0]?.text).toContain("Stažuotės užsienyje");
  });

  it("has no link in its mail that opens it: the address may be somebody else's", async () => {
    const draft = await begin();
    await save(draft, "person");
    await quarterLater();
    expect(house.sent).toHaveLength(1);
    expect(JSON.stringify(house.sent)).not.toContain(draft);
  });

  it("is kept though the mail cannot be sent", async () => {
    house.mailSays("outage");
    expect((await save(await begin(), "person")).status).toBe(303);
  });

  it("is mailed of once in a call, however many drafts somebody begins with an address", async () => {
    for (let count = 0; count < 5; count++) await save(await begin(), "person");
    await quarterLater();
    expect(mailsTo(owner)).toHaveLength(1);
  });

  it("is not mailed of when it was sent within a quarter of an hour", async () => {
    const draft = await begin();
    for (const { id } of application.pages) await save(draft, id);
    await teacher.post(`/drafts/${draft}/submit`);
    await quarterLater();
    expect(house.sent.map(({ subject }) => subject)).not.toContain("Jūsų paraiškos juodraštis išsaugotas");
  });

  it("is listed after its owner signed in, with the way back to it", async () => {
    const draft = await begin();
    await save(draft, "person");
    const { text, body } = await mine(owner);
    expect(text).toContain("Juodraštis: Stažuotės užsienyje");
    expect(body).toContain(`href="/drafts/${draft}/check"`);
  });

  it("is listed no more once it was sent, or once another address stands in it", async () => {
    const draft = await begin();
    await save(draft, "person");
    await save(draft, "person", { email: "kita@mokykla.example" });
    const other = await begin();
    for (const { id } of application.pages) await save(other, id);
    await teacher.post(`/drafts/${other}/submit`);
    expect((await mine(owner)).text).not.toContain("Juodraštis:");
    expect((await mine("kita@mokykla.example")).text).toContain("Juodraštis:");
  });
});
