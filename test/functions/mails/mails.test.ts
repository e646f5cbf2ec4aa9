import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { casePath } from "../../../functions/links.ts";
import { renderDigest } from "../../../functions/mails/render.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { pendingSince } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

let house: DemoHouse;
let ref: string;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "en",
    raw: demoApplication,
    draftId: "draft",
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  ref = submitted.ref;
});

const due = "2027-01-17T21:59:59.000Z";
const open = (state: string, arm = 0) =>
  openTask(house)({ ref, state, visit: 1, arm, due, token: `token-${arm}` }, lambdaContext);
const lastMail = () => {
  const mail = house.sent.at(-1);
  if (!mail) throw new Error("no mail was sent");
  return mail;
};

describe("a task's mail", () => {
  it("says who asks what, why and by when, with one link, to the person's own address", async () => {
    await open("endorsement");
    const mail = lastMail();
    expect(mail.to).toBe("vadovas@mokykla.example");
    expect(mail.subject).toBe("Atsakykite, ar pritariate mokytojo paraiškai stažuotis užsienyje");
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain("Austėja Žukauskaitė pateikė paraišką");
      expect(form).toContain("2027 m. sausio 17 d. 23.59 val.");
      expect(new Set(form.match(/https:\/\/kelias\.example\/[\w/~-]+/g))).toHaveLength(1);
    }
  });

  it("leads an applicant also to the own page, where everything said before stands; a principal to the task alone", async () => {
    await open("supplement");
    const own = `https://kelias.example${casePath(house.config.linkSecret, ref)}`;
    expect(lastMail().to).toBe(demoApplication.email);
    for (const form of [lastMail().text, lastMail().html]) expect(form).toContain(own);
    await open("endorsement");
    expect(lastMail().text).not.toContain("/c/");
  });

  it("reminds with the same link", async () => {
    await open("endorsement");
    const first = /https:\S+/.exec(lastMail().text)?.[0];
    house.at("2027-01-13T08:00:00.000Z");
    await open("endorsement", 1);
    await sweeper(house)({}, lambdaContext);
    const reminder = house.sent.findLast(({ to }) => to === "vadovas@mokykla.example");
    expect(reminder?.subject).toBe(
      "Primename: Atsakykite, ar pritariate mokytojo paraiškai stažuotis užsienyje",
    );
    expect(reminder?.text).toContain(first);
  });

  it("escapes what people wrote", async () => {
    const submitted = await submitApplication(house, {
      callId: "demo",
      language: "lt",
      raw: { ...demoApplication, email: "kita@mokykla.example", fullName: "<b>Ona</b> & Ko" },
      draftId: "draft-2",
    });
    ref = "ref" in submitted ? submitted.ref : "";
    await open("endorsement");
    expect(lastMail().html).toContain("&lt;b>Ona&lt;/b> &amp; Ko");
    expect(lastMail().html).not.toContain("<b>Ona");
  });
});

describe("the acknowledgement", () => {
  const sweep = () => sweeper(house)({}, lambdaContext);
  /** As the head is when whoever followed it up was cut off before the end. */
  const again = {
    toStart: { from: "endorsement", visit: 1 },
    ...pendingSince("", "2027-01-10T08:00:00.000Z"),
  };

  it("is in the applicant's language, leads to the own page, and is sent once however often it is tried", async () => {
    await sweep();
    await house.table.change({ pk: ref, sk: "head" }, { set: again });
    await sweep();
    expect(house.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ["austeja@mokykla.example", "We have your application"],
    ]);
    expect(lastMail().text).toMatch(/https:\/\/kelias\.example\/c\/[0-9a-f]{24}\//);
  });

  it("waits while the mail service is out of order, and is not lost", async () => {
    house.mailSays("outage");
    await sweep();
    const [mail] = await house.table.query(ref, "mail#");
    expect(mail).toMatchObject({ template: "received", pending: expect.any(String) });
    expect(mail?.sentAt).toBeUndefined();
  });
});

describe("the digest of staff", () => {
  it("has twenty lines at most, and leads to the console for the rest", async () => {
    await open("screening");
    const task = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000001#screening" }));
    const tasks = Array.from({ length: 30 }, () => ({ ...task, process: "foreign-internship" }));
    const lines = tasks.map((one) => ({ task: one, about: "Ona", callId: "demo", callTitle: "Stažuotės" }));
    const inbox = { tasks, count: 30, overdue: 0, isMore: false };
    const to = { name: "Rasa", email: "coordinator@agency.example", language: "lt" } as const;
    const told = { inbox, lines, stranded: { lines: [], isMore: false }, hasConsole: true };
    const { text } = await renderDigest(house.config, to, told, house.clock.now());
    expect(text.match(/\/t\/case\//g)).toHaveLength(20);
    expect(text).toContain("Laiške – 20 skubiausių užduočių; kitas rasite darbo pulte.");
  });

  it("does not go when all was answered before it could", async () => {
    await open("screening");
    house.mailSays("outage");
    const { queueDigest } = await import("../../../functions/mails/digest-mail.ts");
    const member = { name: "Rasa", email: "coordinator@agency.example", language: "lt" } as const;
    await queueDigest(house, member, "2027-01-10");
    await house.table.change(
      { pk: ref, sk: "task#000001#screening" },
      { set: { status: "answered" }, remove: ["inbox"] },
    );
    house.mailSays("sent");
    await sweeper(house)({}, lambdaContext);
    expect(house.sent.map(({ to }) => to)).not.toContain("coordinator@agency.example");
  });

  it("is instead of a mail for each task", async () => {
    await open("screening");
    expect(house.sent).toEqual([]);
  });

  it("lists overdue tasks first, each with its link, and counts them in the subject", async () => {
    await open("screening");
    const task = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000001#screening" }));
    const tasks = [
      { ...task, process: "foreign-internship", dueAt: "2027-01-09T21:59:59.000Z" },
      { ...task, process: "foreign-internship", dueAt: "2027-01-20T21:59:59.000Z" },
    ];
    const inbox = { tasks, count: 2, overdue: 1, isMore: false };
    const line = { pk: "address#x", sk: ref, ref, name: "Ona", role: "principal", since: house.clock.now() };
    const stranded = { lines: [line, line], isMore: false };
    const to = { name: "Rasa", email: "coordinator@agency.example", language: "lt" } as const;
    const lines = tasks.map((one) => ({
      task: one,
      about: "Austėja Žukauskaitė (AB-12)",
      callId: "demo",
      callTitle: "Stažuotės užsienyje",
    }));
    const told = { inbox, lines, stranded, hasConsole: true };
    const digest = await renderDigest(house.config, to, told, house.clock.now());
    expect(digest.subject).toBe("2 užduotys laukia jūsų atsakymo");
    expect(digest.text.indexOf("Vėluoja")).toBeLessThan(digest.text.indexOf("sausio 20"));
    expect(digest.text).toContain("Nepristatyti laiškai: 2 bylos");
    expect(digest.subject).not.toContain("Austėja");
    expect(digest.text.match(/Stažuotės užsienyje/g)).toHaveLength(1);
    expect(digest.text).toContain("Austėja Žukauskaitė (AB-12), iki 2027 m. sausio 20 d.");
    const many = { ...inbox, count: 1000, overdue: 1000, isMore: true };
    const long = await renderDigest(house.config, to, { ...told, inbox: many }, house.clock.now());
    expect(long.subject).toBe("Jūsų atsakymo laukia daugiau kaip 1\u00a0000 užduočių");
    expect(long.text).toContain("Daugiau kaip 1\u00a0000 užduočių terminas jau praėjo.");
    expect(long.text).toContain("Laiške – 2 skubiausios užduotys; kitas rasite darbo pulte.");
  });
});
