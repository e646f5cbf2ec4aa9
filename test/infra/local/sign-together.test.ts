import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mailer } from "../../../functions/adapters/mailer.ts";
import { signingOfSeveral } from "../../../functions/cases/people/sign-several.ts";
import { signingCodeOfSeveral } from "../../../functions/links.ts";
import { renderSigning } from "../../../functions/mails/signing-mail.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const agency = "agency@agency.example";
const list = "/console/signatures";
const together = "/console/signatures/together";
const names = ["pirma", "antra", "trecia"];

let stage: Stage;
let refs: string[];

const enter = async (email: string) => {
  const browser = visitor(stage.world.house);
  const until = Math.floor(Date.parse(stage.world.house.clock.now()) / 1000) + 30 * 86_400;
  await browser.post(enterPath(stage.world.house.config.linkSecret, email, until));
  return browser;
};

/** Somebody comes in by a code to their mailbox, and reads what is mailed to them meanwhile. */
async function signIn(email: string) {
  const sent: string[] = [];
  const mailer: Mailer = {
    send: async ({ text }) => {
      sent.push(text);
      return { outcome: "sent", providerId: "1" };
    },
  };
  const codeInMail = () => /\b\d{6}\b/.exec(sent.at(-1) ?? "")?.[0] ?? "";
  const browser = visitor({ ...stage.world.house, mailer });
  await browser.post("/sign-in", { email });
  await browser.post("/sign-in/code", { code: codeInMail() });
  return { browser, codeInMail };
}

beforeAll(async () => {
  stage = await openStage({ places: { FI: 3 } });
  refs = [];
  for (const name of names)
    refs.push(await stage.apply(`${name}@mokykla.example`, 90, { fullName: `Ona ${name}` }));
  const [first = ""] = refs;
  await stage.goOnUntil(first, "agreement");
  for (const ref of refs) await bringToAgreement(ref);
});
afterAll(() => stage.close());

/** Everybody answers what is asked in a case before the agreement waits for its signatures. */
async function bringToAgreement(ref: string): Promise<void> {
  for (let turns = 0; (await stage.standing(ref)) !== "agreement" && turns < 50; turns++) {
    await stage.world.settle();
    const open = (await stage.world.house.table.query(ref, "task#"))
      .map((item) => taskItem.parse(item))
      .find(({ status, kind }) => status === "open" && kind === "ask");
    if (open) await stage.answer(open, await stage.usual(open));
  }
}

const keysOf = (body: string): readonly string[] =>
  [...body.matchAll(/name="task"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="task"/g)].map(
    ([, one = "", other = ""]) => (one || other).replaceAll("&#x7C;", "|"),
  );

const codeNow = async (): Promise<string> => {
  const known = await signingOfSeveral(stage.world.house, { email: agency });
  return known ? signingCodeOfSeveral(stage.world.house.config.linkSecret, agency, known) : "";
};

const signedBy = async (ref: string) => {
  const { file } = await stage.load(ref);
  return file.answers.filter(({ form, part }) => form === "signature" && part === "agency");
};

describe("papers that wait for the signature of whoever is signed in", () => {
  it("are listed with what is signed and for whom, and told of where the day begins", async () => {
    const browser = await enter(agency);
    expect((await browser.get("/console")).text).toContain("Jūsų parašo laukia 3 dokumentai");
    const { body, text } = await browser.get(list);
    expect(keysOf(body)).toHaveLength(3);
    for (const name of names) expect(text).toContain(`Ona ${name}`);
    expect(text).toContain("1-oji redakcija");
    const [paper = ""] = /\/console\/cases\/[^"]+agreement\.pdf[^"]*/.exec(body) ?? [];
    expect((await browser.get(paper.replaceAll("&amp;", "&"))).status).toBe(200);
  });

  it("are nobody else's: the coordinator, who is not asked, sees none and can sign none", async () => {
    const keys = keysOf((await (await enter(agency)).get(list)).body);
    const other = await enter("coordinator@agency.example");
    expect(keysOf((await other.get(list)).body)).toHaveLength(0);
    expect((await other.post(list, { task: keys })).status).toBe(422);
  });

  it("are signed by no code of others, by none that was made for other papers, and not without one", async () => {
    const browser = await enter(agency);
    const keys = keysOf((await browser.get(list)).body);
    expect((await browser.post(list, {})).status).toBe(422);
    expect((await browser.post(list, { task: keys.slice(0, 1) })).location).toBe(together);
    const codeOfOne = await codeNow();
    await browser.post(list, { task: keys.slice(0, 2) });
    const preview = await browser.get(together);
    expect(preview.text).toContain("Pasirašysite 2 dokumentus");
    expect(keysOf(preview.body)).toHaveLength(0);
    expect(preview.body).not.toContain(await codeNow());
    for (const code of ["", codeOfOne]) {
      const { status, body } = await browser.post(together, { code });
      expect(status).toBe(422);
      // Heard beside the code, too, and not only seen in red.
      expect(body).toMatch(/id="code-error"[^>]*><span[^>]*>Klaida:/);
    }
    for (const ref of refs) expect(await signedBy(ref)).toEqual([]);
  });

  it("are signed by the head of a school, too, who came in by a code: those of their teachers, and nothing of the house's", async () => {
    const { browser: head, codeInMail } = await signIn("vadovas@mokykla.example");
    expect((await head.get("/my")).text).toContain("Jūsų parašo laukia 3 dokumentai");
    const listed = await head.get("/my/signatures");
    for (const name of names) expect(listed.text).toContain(`Ona ${name}`);
    expect(listed.body).not.toContain("/console");
    const [paper = ""] = /\/t\/[^"]+agreement\.pdf[^"]*/.exec(listed.body) ?? [];
    expect((await head.get(paper.replaceAll("&amp;", "&"))).status).toBe(200);
    const { location } = await head.post("/my/signatures", { all: "yes" });
    expect(location).toBe("/my/signatures/together");
    const preview = await head.get(location);
    expect(preview.text).toContain("Pasirašysite 3 dokumentus");
    expect((await head.post(location, { code: "000000" })).status).toBe(422);
    expect((await head.post(location, { code: codeInMail() })).location).toBe(location);
    expect((await head.get(location)).text).toContain("Pasirašyta 3 iš 3.");
    for (const ref of refs) {
      const { file } = await stage.load(ref);
      const signed = file.answers.filter(({ form }) => form === "signature").map(({ part }) => part);
      expect(signed).toEqual(["school"]);
    }
    const { browser: own } = await signIn(agency);
    expect(keysOf((await own.get("/my/signatures")).body)).toEqual([]);
    expect((await visitor(stage.world.house).get("/my/signatures")).location).toBe("/sign-in");
  });

  it("are each signed by an act of its own, once, however often the page is sent; a version that is outdated is not, and why is said", async () => {
    const browser = await enter(agency);
    const keys = keysOf((await browser.get(list)).body);
    await browser.post(list, { task: keys });
    const code = await codeNow();
    const [first = "", second = "", third = ""] = refs;
    await stage.staffSays(third, "changed", {
      starts: "2027-06-07",
      ends: "2027-06-13",
      reason: "Įstaiga paprašė kitų datų.",
    });
    const sent = await Promise.all([browser.post(together, { code }), browser.post(together, { code })]);
    for (const { location } of sent) expect(location).toBe(together);
    await browser.post(together, { code });
    await stage.world.settle();
    for (const ref of [first, second])
      expect((await signedBy(ref)).map(({ values }) => values)).toEqual([{ agreed: true, version: 1 }]);
    expect(await signedBy(third)).toEqual([]);
    const { text } = await browser.get(together);
    expect(text).toContain("Pasirašyta 2 iš 3.");
    expect(text).toContain("Nepasirašyta: 1.");
    expect(keysOf((await browser.get(list)).body)).toEqual([expect.stringContaining(idOf(third))]);
  });

  it("come one by one from the list of cases, too, with what would be signed", async () => {
    const coordinator = await enter("coordinator@agency.example");
    const asked = new URLSearchParams([["act", "sign"], ...refs.map((ref) => ["case", idOf(ref)])]);
    const { text } = await coordinator.get(`/console/calls/demo/acts?${asked}`);
    expect(text).toContain("Šiose bylose nėra dokumentų, laukiančių jūsų parašo.");
  });
});

it("the mail with a code names the papers that it is good for, and of many how many more there are", async () => {
  const papers = Array.from({ length: 23 }, (_, index) => ({ title: "Sutartis", about: `Ona ${index}` }));
  const sent = { code: "012345", sentAt: "2027-01-10T08:00:00.000Z", papers };
  const { subject, text } = await renderSigning(sent, "lt");
  expect(subject).toBe("Kodas 23 dokumentams pasirašyti");
  expect(subject).not.toContain("012345");
  for (const said of ["012345", "Ona 19: Sutartis", "Ir dar 3 dokumentai"]) expect(text).toContain(said);
  expect(text).not.toContain("Ona 20");
});
