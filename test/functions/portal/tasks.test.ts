import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let guest: Visitor;
let ref: string;
let link: string;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  ref = await submit("austeja@mokykla.example", "vadovas@mokykla.example");
  link = await openEndorsement(ref);
  guest = visitor(house);
});

async function submit(email: string, principalEmail: string): Promise<string> {
  const raw = { ...demoApplication, email, principalEmail };
  const submitted = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: email });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  return submitted.ref;
}

/** The principal of a case is asked; the answer is the link in their mail. */
async function openEndorsement(of: string): Promise<string> {
  const due = "2027-01-17T21:59:59.000Z";
  const event = { ref: of, state: "endorsement", visit: 1, arm: 0, due, token: `token-${of}` };
  await openTask(house)(event, lambdaContext);
  return taskPath(house.config.linkSecret, await stored(of));
}

const stored = async (of = ref) =>
  taskItem.parse(await house.table.get({ pk: of, sk: "task#000001#endorsement" }));
const everything = () => JSON.stringify(house.table.all());

describe("a task behind its link", () => {
  it("says who asks what of whom, why, by when, and takes the answer once", async () => {
    const page = await guest.get(link);
    expect(page.status).toBe(200);
    for (const said of [
      "Austėja Žukauskaitė",
      "Jonas Petraitis",
      "2027 m. sausio 17 d. 23.59 val.",
      "Be jūsų pritarimo paraiška toliau nenagrinėjama.",
    ])
      expect(page.text).toContain(said);
    const answer = await guest.post(link, { outcome: "endorsed", substitute: "Kolegė" });
    expect(answer.status).toBe(303);
    expect((await guest.get(answer.location)).text).toContain("Ačiū, atsakymas gautas");
    expect((await stored()).outcome).toBe("endorsed");
  });

  it("begins with the question and what it needs; the long application folds, and its answer follows at once", async () => {
    const { body } = await guest.get(link);
    const order = ["<h1", "Be jūsų pritarimo", "2027 m. sausio 17", "<details", "Jūsų atsakymas"];
    const places = order.map((said) => body.replace(/\u00a0/g, " ").indexOf(said));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    const [folded = ""] = /<details.*?<\/details>/s.exec(body) ?? [];
    expect(folded).toContain("Paraiška</span></summary>");
    expect(folded).not.toMatch(/<details[^>]* open/);
  });

  it("leads staff who are in the console on to the whole case and back to their tasks, and nobody else", async () => {
    const due = "2027-01-17T21:59:59.000Z";
    const event = { ref, state: "screening", visit: 1, arm: 0, due, token: "token" };
    await openTask(house)(event, lambdaContext);
    const task = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000001#screening" }));
    const screening = taskPath(house.config.linkSecret, task);
    expect((await guest.get(screening)).body).not.toContain("/console");
    await guest.post(enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
    for (const page of [screening, (await guest.post(screening, { outcome: "eligible" })).location]) {
      const { body } = await guest.get(page);
      expect(body).toContain(`href="/console/cases/${ref.slice("case#".length)}"`);
      expect(body).toContain(`href="/console"`);
    }
    expect((await guest.get(link)).body).not.toContain("/console");
  });

  it("is not touched by a mail scanner that opens the link, in whatever way it only reads", async () => {
    const before = everything();
    await guest.get(link);
    await guest.ask("HEAD", link);
    await guest.get(`${link}?outcome=endorsed`);
    expect(everything()).toBe(before);
    expect(house.delivered).toEqual([]);
  });

  it("asks again, with all that was typed, when the answer cannot be taken", async () => {
    const answer = await guest.post(link, { outcome: "refused", reason: "" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Įrašykite atsakymą: „Kodėl nepritariate?“");
    expect((await stored()).status).toBe("open");
  });

  it("shows what was answered to whoever comes back, and takes nothing more", async () => {
    await guest.post(link, { outcome: "endorsed" });
    const again = await guest.get(link);
    expect(again.status).toBe(410);
    expect(again.text).toContain("Į šią užduotį jau atsakyta");
    expect((await guest.post(link, { outcome: "refused", reason: "Ne" })).text).toContain("jau atsakyta");
    expect((await stored()).outcome).toBe("endorsed");
  });

  it("says after its last instant that the time is over, and whom to write to", async () => {
    house.at("2027-01-17T22:00:00.000Z");
    const late = await guest.post(link, { outcome: "endorsed" });
    expect(late.status).toBe(410);
    expect(late.text).toContain("Laikas atsakyti baigėsi");
    expect(late.text).toContain("coordinator@agency.example");
    expect((await stored()).status).toBe("open");
  });

  it.each<[string, (own: string, others: string) => string]>([
    ["an unknown secret", (own) => `${own.slice(0, -4)}AAAA`],
    ["an unknown case", (own) => own.replace(/case\/[^/]+/, "case/000000000000000000000000")],
    ["another person's secret", (own, others) => own.replace(/[^/]+$/, others.split("/").at(-1) ?? "")],
    [
      "a case's link in the place of a task's",
      (own) => own.replace(/[^/]+$/, casePath(house.config.linkSecret, ref).split("/").at(-1) ?? ""),
    ],
    ["a call's task", (own) => own.replace("/t/case/", "/t/call/")],
    ["no task at all", () => "/t/else/x/y/z"],
  ])("opens nothing by %s", async (_title, forge) => {
    const other = await openEndorsement(await submit("kitas@mokykla.example", "kita-vadove@mokykla.example"));
    const forged = forge(link, other);
    for (const answer of [await guest.get(forged), await guest.post(forged, { outcome: "endorsed" })]) {
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain("Austėja");
    }
    expect((await stored()).status).toBe("open");
  });

  it("takes no answer that another site's page sends", async () => {
    const body = "outcome=endorsed";
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" };
    expect((await guest.ask("POST", link, { headers, body })).status).toBe(403);
    expect((await stored()).status).toBe("open");
  });
});

describe("an applicant's own page", () => {
  it("withdraws only after it was asked, and only once", async () => {
    const mine = casePath(house.config.linkSecret, ref);
    expect((await guest.get(mine)).text).toContain("Laukiame mokyklos vadovo pritarimo");
    expect((await guest.get(`${mine}/say/withdrawn`)).text).toContain("Atsiimti paraišką");
    expect(house.interrupted).toEqual([]);
    await guest.post(`${mine}/say/withdrawn`, { reason: "Persigalvojau" });
    expect(house.interrupted).toHaveLength(1);
    expect((await guest.post(`${mine}/say/withdrawn`, { reason: "Dar kartą" })).status).toBe(409);
    expect(house.interrupted).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    expect((await guest.get("/c/000000000000000000000000/AAAA")).status).toBe(404);
    expect((await guest.get(`${casePath(house.config.linkSecret, ref)}x`)).status).toBe(404);
  });
});

describe("every answer", () => {
  it("keeps links from caches, other sites and search engines, and runs nothing but its own files", async () => {
    const { headers } = await guest.get(link);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it.each([
    ["PUT", "/", 405],
    ["DELETE", "/calls/demo", 405],
    ["GET", "/drafts/x/submit", 404],
    ["GET", "/no/such/page", 404],
    ["GET", "/calls/none", 404],
    ["GET", "/calls/%E0%A4%A", 404],
  ])("%s %s is answered by %i with a page in both languages", async (method, path, status) => {
    const answer = await guest.ask(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('<html lang="lt"');
    expect(answer.body).toContain('<section lang="en"');
  });
});
