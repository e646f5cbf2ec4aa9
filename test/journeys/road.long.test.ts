import type { Browser, Page } from "playwright-core";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { application } from "./application.ts";
import { fillAndSend, openBrowser, picture, reloadUntil, send, type Typed, upload } from "./browser.ts";
import { comeIn, comeInByCode } from "./come-in.ts";
import { faultsOn } from "./looking.ts";
import { type Product, type ReadMail, startProduct } from "./product.ts";

let product: Product;
let browser: Browser;
let page: Page;
/** Where time is moved, apart from the person whose way is gone: it takes one of the staff. */
let control: Page;
let read = 0;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1100, height: 900 }, locale: "lt-LT" });
  control = await (await browser.newContext({ locale: "lt-LT" })).newPage();
});
afterAll(async () => {
  await browser?.close();
  product?.close();
});

/** Waits until a mail to somebody arrives that was not read before, as people wait for theirs. */
async function newMail(to: string | undefined, subject: RegExp, since = read): Promise<ReadMail> {
  for (let tries = 0; tries < 300; tries++) {
    const mails = await product.mails();
    const found = mails.findIndex(
      (mail, at) => at >= since && (to === undefined || mail.to === to) && subject.test(mail.subject),
    );
    const mail = mails[found];
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const all = (await product.mails()).slice(since).map((mail) => `${mail.to}: ${mail.subject}`);
  throw new Error(`no mail to ${to} like ${subject}; there were\n${all.join("\n")}`);
}

/** From now on only later mails are new. */
const allRead = async (): Promise<void> => {
  read = (await product.mails()).length;
};

const linkIn = (mail: ReadMail, path: RegExp): string => {
  const found = mail.text.split(/\s+/).find((word) => word.startsWith("http") && path.test(word));
  if (!found) throw new Error(`no link ${path} in: ${mail.text}`);
  return found;
};

/** Opens the one link of a task's mail, answers, and is thanked. */
async function answerByMail(to: string, subject: RegExp, typed: Typed, name?: string): Promise<void> {
  const mail = await newMail(to, subject);
  await allRead();
  await answerAt(linkIn(mail, /\/t\//), typed, name);
}

async function answerAt(link: string, typed: Typed, name?: string): Promise<void> {
  await page.goto(link);
  if (name) await picture(page, name);
  const signs = (await page.locator(getCode).count()) > 0;
  await fillAndSend(page, signs ? { ...typed, code: await codeByMail() } : typed);
  expect(await page.textContent("main")).toMatch(/Ačiū|Thank you/);
}

const getCode = "form[action$='/code'] button";

/** Asks for a code to sign with and reads it in the mail that brings it. */
async function codeByMail(): Promise<string> {
  const since = (await product.mails()).length;
  await send(page, getCode);
  const [code] = (await newMail(undefined, /^(Kodas|Code): /, since)).text.match(/\b\d{6}\b/) ?? [];
  if (!code) throw new Error("a mail with a code, but without the code");
  return code;
}

/** A digest has many tasks; the one whose title is asked for is answered. */
async function answerByDigest(to: string, title: string, typed: Typed, name?: string): Promise<void> {
  const mail = await nextDigest(to);
  await allRead();
  const lines = mail.text.split("\n");
  const at = lines.findIndex((line) => line.endsWith(title));
  const link = lines.slice(at).find((line) => line.startsWith("http"));
  if (at < 0 || !link) throw new Error(`no task „${title}“ in: ${mail.text}`);
  await answerAt(link, typed, name);
}

/** The coordinator prepares a run of what waits; finance, who comes in by the digest, approves it and marks it. */
async function payInRun(paidOn: string, name: string): Promise<void> {
  const digest = await nextDigest(finance);
  await allRead();
  const enter = digest.text.split("\n").find((line) => line.includes("/console/enter/"));
  if (!enter) throw new Error(`no way into the console in: ${digest.text}`);
  await comeInByCode(page, product, coordinator);
  await page.click(".kelias-calls a");
  await page.click("a[href$='/payments']");
  await picture(page, `${name}-waiting`);
  await send(page);
  const run = page.url();
  await comeIn(page, enter);
  await page.goto(run);
  await picture(page, `${name}-prepared`);
  await send(page, "form[action$='/approve'] button");
  await picture(page, `${name}-approved`);
  await fillAndSend(page, { paidOn });
  await picture(page, `${name}-marked`);
}

/** There are no digests at weekends. */
async function nextDigest(to: string): Promise<ReadMail> {
  for (let morning = 0; morning < 4; morning++) {
    await skip("morning");
    const mails = (await product.mails()).slice(read);
    const digest = mails.find((mail) => mail.to === to && /užduot/.test(mail.subject));
    if (digest) return digest;
  }
  throw new Error(`no digest for ${to}`);
}

/** Moves time by the console's control and waits until it has come there. */
async function skip(to: string): Promise<void> {
  await comeInByCode(control, product, coordinator);
  await control.goto(`${product.portal}console/time`);
  if (/^\d/.test(to)) {
    await control.fill("#until", to);
    await send(control, "form:has(#until) button");
  } else await send(control, `button[name=skip][value=${to}]`);
  await control.waitForFunction(() => document.querySelector("progress") === null, undefined, {
    timeout: 150_000,
  });
}

/** A local day, as the dates of the demonstration call are: near midnight it is another one than in UTC. */
const inDays = (days: number): string => Temporal.Now.plainDateISO("Europe/Vilnius").add({ days }).toString();
/** A day of a week, 1 for Monday, so many weeks from this one: journeys of the demonstration call begin and end by weeks. */
const inWeeks = (weeks: number, day: number): string => {
  const today = Temporal.Now.plainDateISO("Europe/Vilnius");
  return today
    .add({ weeks })
    .add({ days: day - today.dayOfWeek })
    .toString();
};
const before = { entryMethods: "2", entryLanguage: "3", entryCooperation: "2", entryConfidence: "3" };
const after = {
  exitMethods: "4",
  exitLanguage: "4",
  exitCooperation: "3",
  exitConfidence: "4",
  satisfaction: "5",
  recommends: "yes",
};
const teacher = "zydrune@mokykla.example";
const principal = "vadovas@mokykla.example";
const host = "aino.virtanen@host-fi.example";
const coordinator = "rasa.jankauskiene@agentura.example";
const agency = "daiva.stankeviciute@agentura.example";
const commission = [
  "vytautas.petrauskas@agentura.example",
  "genovaite.kazlauskiene@komisija.example",
  "mindaugas.urbonas@komisija.example",
] as const;
const finance = "algirdas.zukauskas@agentura.example";

test("a school is found and picked with the keyboard alone, and no fault is seen by who cannot see", async () => {
  await page.goto(product.portal);
  await page.click("main a");
  await send(page);
  await page.goto(page.url().replace(/[^/]+$/, "school"));
  await page.focus("#schoolCode");
  await page.keyboard.type("svenciu sventosios");
  await page.keyboard.press("Tab");
  const searched = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await searched;
  expect(await page.textContent("main")).toContain("Nieko panašaus neradome");
  await page.fill("#schoolCode", "rusne");
  await send(page, "button[name=search][value=schoolCode]");
  await picture(page, "03-schools-found");
  expect(await faultsOn(page)).toEqual([]);
  await page.focus("#schoolCode-pick");
  await page.keyboard.press("Space");
  await page.fill("#experienceYears", "12");
  await send(page);
  expect(page.url()).toMatch(/\/principal$/);
  await page.goBack();
  expect(await page.textContent("main")).toContain("Rusnės „Atmatos“ mokykla");
  expect(await faultsOn(page)).toEqual([]);
});

describe("one application's whole road, by the links of mails, in a real browser", () => {
  test("a teacher applies page by page, checks the answers, and is told that the application came", async () => {
    await page.goto(product.portal);
    await picture(page, "01-home");
    await page.click("main a");
    await picture(page, "02-call");
    await send(page);
    for (const [name, typed] of Object.entries(application)) {
      await picture(page, `03-application-${name}`);
      if (name === "language") {
        await upload(page, "languageProofFile", "<html>", "03-upload-refused");
        expect(await page.textContent("[role=alert]")).toContain("Tokio tipo");
        await page.click("text=Grįžti nesiuntus");
        await upload(page, "languageProofFile", "%PDF-1.7\nstartxref\n9\n%%EOF\n", "03-upload");
      }
      await fillAndSend(page, typed);
    }
    expect(page.url()).toMatch(/\/check$/);
    await picture(page, "04-check");
    expect(await page.textContent("main")).toContain("<b>iš arti</b>");
    await send(page);
    await picture(page, "05-submitted");
    const mail = await newMail(teacher, /paraiška gauta/);
    expect(mail.text).toContain(page.url().split("?")[0]);
  });

  test("a second application from the same address is taken alike, and gives way once the first one's owner confirms it", async () => {
    const first = await newMail(teacher, /paraiška gauta/);
    const since = (await product.mails()).length;
    await page.goto(product.portal);
    await page.click("main a");
    await send(page);
    for (const typed of Object.values(application))
      await fillAndSend(page, "fullName" in typed ? { ...typed, fullName: "Kažkas Kitas" } : typed);
    await send(page);
    expect(await page.textContent("h1")).toBe("Paraiška pateikta");
    await newMail(teacher, /paraiška gauta/, since);
    await page.goto(linkIn(first, /\/confirm\//));
    expect(await page.textContent("main")).toContain("Kažkas Kitas");
    await picture(page, "05-which-counts");
    await send(page, ".kelias-own:has-text('Žydrūnė') button");
    expect(await page.textContent(".kelias-own:has-text('Žydrūnė')")).toContain("galioja ši paraiška");
    await newMail(teacher, /nebegalioja/, since);
  });

  test("the process is killed and started again, and everything goes on where it was", async () => {
    await product.killAndStart();
    await answerByMail(
      principal,
      /pritariate/,
      { outcome: "endorsed", substitute: "Pavaduos kolegė" },
      "06-endorsement",
    );
  });

  test("the coordinator screens by the morning's digest, and two reviewers score without knowing whom", async () => {
    await answerByDigest(
      coordinator,
      "Įvertinkite, ar paraiška atitinka sąlygas",
      { outcome: "eligible" },
      "07-screening",
    );
    for (const language of ["3", "4"]) {
      const mail = await unreadReview();
      await page.goto(linkIn(mail, /\/t\//));
      const shown = (await page.textContent("main")) ?? "";
      expect(shown).not.toContain("Šiaučiūnienė");
      expect(shown).not.toContain("Molėtų");
      await picture(page, "08-review");
      await fillAndSend(page, {
        criterion_motivation: "4",
        criterion_sharing: "3",
        criterion_language: language,
        comment: "Aiškus planas.",
        panelComment: "Siūlau skirti vietą.",
      });
    }
    await allRead();
  });

  test("when the call is over, the commission approves the ranking and the teacher is offered a place", async () => {
    await skip(inDays(46));
    for (const member of commission) {
      const mail = await newMail(member, /nešališki/);
      await answerAt(linkIn(mail, /\/t\//), { outcome: "impartial" }, "09-impartiality");
    }
    await answerByMail(
      commission[0],
      /pirmumo eilę/,
      { outcome: "approved", impartial: "yes" },
      "09-ranking",
    );
    await answerByDigest(agency, "Pasirašykite įsakymą dėl atrankos rezultatų", {
      outcome: "signed",
      number: "V-1",
    });
    await answerByMail(teacher, /vietos pasiūlymą/, { outcome: "accepted" }, "10-offer");
  });

  test("the coordinator makes a group whose tickets the agency buys, and the teacher who leads it is told", async () => {
    await comeInByCode(page, product, coordinator);
    await page.click(".kelias-calls a");
    await page.click("a[href*='/console/calls/'][href$='/groups']");
    await reloadUntil(page, "a[href*='/groups/new/']");
    await page.click("a[href*='/groups/new/']");
    await page.check("input[name=member]");
    const leader = (await page.getAttribute("input[name=leader]", "value")) ?? "";
    const details = { name: "Pavasario grupė", tickets: "agency", leader, meeting: "Vilniaus oro uostas" };
    await picture(page, "10-group-new");
    await fillAndSend(page, details);
    await picture(page, "10-group");
    await page.click("a[href$='/rooms']");
    await fillAndSend(page, { "room-1-name": "204", "room-1-beds": "2", [`sleeps-${leader}`]: "1" });
    expect(await page.textContent("main")).toContain("204");
    await picture(page, "10-group-rooms");
    await page.goto(linkIn(await newMail(teacher, /Vykstate su grupe/), /\/c\//));
    expect(await page.textContent("main")).toContain("Jūs vadovaujate šiai grupei.");
    await picture(page, "10-group-own");
  });

  test("host, teacher, school, agency and finance agree on plan, agreement and advance", async () => {
    await answerByMail(
      host,
      /host an intern/,
      { outcome: "confirmed", contactPerson: "Aino Virtanen" },
      "11-host",
    );
    const plan = { goals: "Projektų metodas", activities: "Stebėsiu pamokas ir vesiu dvi.", green: "yes" };
    await answerByMail(teacher, /planą/, plan, "12-plan");
    await answerByMail(host, /internship plan/, { outcome: "agreed" });
    const mail = await newMail(teacher, /sutartį/);
    await answerAt(linkIn(mail, /\/t\//), { agreed: "yes" }, "13-agreement");
    await answerByMail(principal, /sutartį/, { agreed: "yes" });
    await answerByDigest(agency, "Patvirtinkite stažuotės sutartį", { agreed: "yes" });
    await payInRun(inDays(50), "14-advance");
    const ready = { insurance: "yes", healthCard: "yes", tickets: "yes", ...before };
    await answerByMail(teacher, /kelionę/, ready);
  });

  test("after the journey: attendance, report, balance, sharing, and the end", async () => {
    await skip(inWeeks(33, 3));
    await answerByMail(host, /attendance/, { outcome: "full" }, "15-attendance");
    await answerByMail(teacher, /ataskaitą/, { learned: "Daug.", use: "Pamokose.", ...after }, "16-report");
    await answerByDigest(coordinator, "Įvertinkite ataskaitą", { outcome: "accepted" }, "17-report-review");
    await payInRun(inWeeks(33, 5), "18-balance");
    const shared = {
      publication: "https://moletai.example/straipsnis",
      sessionOn: inWeeks(33, 5),
      colleagues: "14",
    };
    await answerByMail(teacher, /sklaid/, shared, "19-dissemination");
    const last = await newMail(teacher, /stažuotė baigta/);
    await page.goto(linkIn(last, /\/c\//));
    expect(await page.textContent("main")).toContain("Stažuotė baigta");
    await picture(page, "20-completed");
    await page.goto(linkIn(last, /\/certificates\//));
    expect(await page.textContent("main")).toContain("Pažymėjimas galioja");
    await picture(page, "20-certificate");
    await comeInByCode(page, product, coordinator);
    await picture(page, "21-console");
    await page.click("text=Mokytojų stažuotės užsienyje");
    await picture(page, "22-console-call");
    await page.click("text=Žydrūnė Šiaučiūnienė");
    await picture(page, "23-console-case");
    expect(await page.textContent("main")).toContain("Byla baigta: Stažuotė baigta");
  });

  test("a link that was used shows the answer and takes no other", async () => {
    const mails = await product.mails();
    const old = mails.find((mail) => mail.to === principal && /pritariate/.test(mail.subject));
    if (!old) throw new Error("the principal had no mail");
    await page.goto(linkIn(old, /\/t\//));
    expect(await page.textContent("h1")).toBe("Į šią užduotį jau atsakyta");
    expect(await page.locator("main form").count()).toBe(0);
  });
});

const reviewers = new Set<string>();
/** The next reviewer who has not answered yet. */
async function unreadReview(): Promise<ReadMail> {
  for (let tries = 0; tries < 300; tries++) {
    const mails = (await product.mails()).filter((mail) =>
      /^Įvertinkite paraišką \([A-Z0-9-]+\)$/.test(mail.subject),
    );
    const mail = mails.find(({ to }) => !reviewers.has(to));
    if (mail) {
      reviewers.add(mail.to);
      return mail;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no reviewer was asked");
}
