import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { taskPath } from "../../../functions/links.ts";
import type { Task } from "../../../functions/store/items.ts";
import type { Field } from "../../../workflows/kernel/field.ts";
import { file, money, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { demoApplication } from "../../functions/demo-house.ts";
import { openStage, type Stage } from "./stage.ts";

/** Each cost that is claimed comes with its evidence [processes, part 6: reports with rows of costs with evidence]. */
const costs = rows({
  max: 5,
  optional: true,
  columns: {
    what: text({ max: 60 }),
    cents: money({}),
    evidence: file({ types: ["pdf"], maxBytes: 4_000_000 }),
  },
  sums: { of: ["cents"] },
});

/** The internship as it is, except that its report and its application ask for costs as well. */
vi.mock("../../../workflows/catalogue.ts", async (original) => {
  const real = await original<typeof import("../../../workflows/catalogue.ts")>();
  const asking = (form: Form): Form => {
    const fields: Readonly<Record<string, Field<unknown>>> = { ...form.fields, costs };
    const [last] = form.pages.slice(-1);
    return {
      ...form,
      fields,
      pages: form.pages.map((page) =>
        page === last ? { ...page, fields: [...page.fields, "costs"] } : page,
      ),
    };
  };
  const labels = (id: string) => ({
    [`${id}.costs.label`]: "Išlaidos",
    [`${id}.costs.row`]: "Išlaida {row}",
    [`${id}.costs.what.label`]: "Kas",
    [`${id}.costs.cents.label`]: "Suma",
    [`${id}.costs.evidence.label`]: "Pagrindimas",
  });
  const withCosts = (process: Process): Process => {
    const { report } = process.states;
    if (report?.kind !== "ask" || !process.application) return process;
    const more = { ...labels("report"), ...labels("application") };
    return {
      ...process,
      application: asking(process.application),
      states: { ...process.states, report: { ...report, form: asking(report.form) } },
      words: {
        lt: async () => ({ ...(await process.words.lt()), ...more }),
        en: async () => ({ ...(await process.words.en()), ...more }),
      },
    };
  };
  return { ...real, processOf: async (id: string) => withCosts(await real.processOf(id)) };
});

let stage: Stage;
afterEach(() => stage.close());

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", "latin1");
const report = {
  learned: "Daug.",
  use: "Pamokose.",
  exitMethods: "4",
  exitLanguage: "4",
  exitCooperation: "3",
  exitConfidence: "4",
  satisfaction: "5",
  recommends: "yes",
};
const address = (task: Task) => taskPath(stage.world.house.config.linkSecret, task);
const toReport = async () => {
  stage = await openStage();
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, "report");
  return { ref, task: await stage.openTask(ref, "report") };
};

const asked = async (method: "GET" | "POST", target: string, type?: string, body = Buffer.alloc(0)) => {
  const headers = { host: ["127.0.0.1"], ...(type ? { "content-type": [type] } : {}) };
  const answered = await stage.world.asked({ method, target, headers, body });
  const location = answered.headers.find(([name]) => name === "location")?.[1] ?? "";
  return { status: answered.status, location, html: String(answered.body) };
};
const get = (target: string) => asked("GET", target);
const post = (target: string, said: Readonly<Record<string, string>>) =>
  asked(
    "POST",
    target,
    "application/x-www-form-urlencoded",
    Buffer.from(new URLSearchParams({ ...said }).toString()),
  );
const send = async ({ url, fields }: { url: string; fields: Record<string, string> }, body = pdf) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([new Uint8Array(body)], "kvitas.pdf"));
  const wrapped = new Response(form);
  const type = wrapped.headers.get("content-type") ?? "";
  return asked("POST", new URL(url).pathname, type, Buffer.from(await wrapped.arrayBuffer()));
};
/** The form for a file, as the page shows it to a browser. */
const formOn = (html: string) => ({
  url: /<form method="post" action="([^"]*)" enctype/i.exec(html)?.[1] ?? "",
  fields: Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  ),
});
/** What a page's hidden inputs say of the files of rows: a browser sends it along. */
const cellsOn = (html: string): Record<string, string> =>
  Object.fromEntries(Object.entries(formOn(html).fields).filter(([name]) => name.startsWith("costs-")));
/** Presses the button of a row, brings a file and comes back. */
const bring = async (page: string, said: Readonly<Record<string, string>>, row: number, body = pdf) => {
  const went = await post(page, { ...said, upload: `costs-${row}-evidence` });
  expect(went.status).toBe(303);
  await send(formOn((await get(went.location)).html), body);
  return { place: went.location, page: (await get(page)).html };
};
const costsIn = async (ref: string) => {
  const { file: known } = await stage.load(ref);
  const held = known.answers.findLast(({ form }) => form === "report")?.values.costs;
  return z.array(z.object({ what: z.string(), cents: z.number(), evidence: z.string() })).parse(held);
};
const cost = (row: number, what: string, euros: string) => ({
  [`costs-${row}-what`]: what,
  [`costs-${row}-cents`]: euros,
});

describe("a file for a row, on pages without scripts", () => {
  it("comes in for its row alone, goes with the answer, and only those read it who may read the answer", async () => {
    const { ref, task } = await toReport();
    const said = { ...report, ...cost(1, "Bilietai", "120"), ...cost(2, "Viešbutis", "300,50") };
    const first = await bring(address(task), said, 2);
    expect(first.place).toMatch(/\/upload\/costs\.evidence\.[A-Za-z0-9_-]{24}$/);
    expect(first.page).toContain("Viešbutis");
    expect(first.page.match(/Įkeltas failas/g)).toHaveLength(1);
    const missing = await post(address(task), { ...said, ...cellsOn(first.page) });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('href="#costs-1-evidence"');
    const second = await bring(address(task), { ...said, ...cellsOn(first.page) }, 1);
    expect((await post(address(task), { ...said, ...cellsOn(second.page) })).location).toContain("?done");

    const [tickets, hotel] = await costsIn(ref);
    expect([tickets?.cents, hotel?.cents]).toEqual([12_000, 30_050]);
    expect(tickets?.evidence).not.toBe(hotel?.evidence);
    const review = await stage.openTask(ref, "reportReview");
    const { html } = await get(address(review));
    expect(html).toContain("Išlaida 1: Pagrindimas");
    expect(html).toContain("Išlaida 2: Pagrindimas");
    for (const id of [tickets?.evidence, hotel?.evidence])
      expect((await get(`${address(review)}/uploads/${id}`)).status).toBe(200);
    const reviewer = (await stage.load(ref)).tasks.find(({ state }) => state === "review");
    if (!reviewer) throw new Error("nobody reviewed");
    expect((await get(`${address(reviewer)}/uploads/${hotel?.evidence}`)).status).toBe(404);
  });

  it("stays with its row when another goes, and goes when it is taken out", async () => {
    const { ref, task } = await toReport();
    const said = { ...report, ...cost(1, "Bilietai", "120"), ...cost(2, "Viešbutis", "300") };
    const first = await bring(address(task), said, 2);
    const cells = cellsOn((await bring(address(task), { ...said, ...cellsOn(first.page) }, 1)).page);
    // The first row is emptied; the second becomes the first, and its file with it.
    const emptied = { ...said, ...cells, ...cost(1, "", ""), "costs-1-evidence-out": "yes" };
    await post(address(task), { ...emptied, later: "yes" });
    const { html } = await get(address(task));
    expect(html).toMatch(/name="costs-1-what"[^>]*value="Viešbutis"/);
    expect(cellsOn(html)).toEqual({ "costs-1-evidence": cells["costs-2-evidence"] });
    await post(address(task), { ...report, ...cost(1, "Viešbutis", "300"), ...cellsOn(html) });
    const [hotel, ...others] = await costsIn(ref);
    expect([hotel?.what, others]).toEqual(["Viešbutis", []]);
  });

  it("may be brought before the row says anything, be refused and be replaced", async () => {
    const { ref, task } = await toReport();
    const refused = await bring(address(task), report, 1, Buffer.from("<html></html>"));
    expect(refused.page).not.toContain("Įkeltas failas");
    await send(formOn((await get(refused.place)).html));
    const page = await get(address(task));
    expect(page.html).toContain("Įkeltas failas");
    // Who goes for another file has not meant the box that takes the first one out.
    const ticked = { ...report, ...cellsOn(page.html), "costs-1-evidence-out": "yes" };
    const again = await bring(address(task), ticked, 1);
    expect(again.place).toBe(refused.place);
    await post(address(task), { ...report, ...cost(1, "Kuras", "10"), ...cellsOn(again.page) });
    expect(await costsIn(ref)).toHaveLength(1);
  });

  it("is in its row again when the report is returned, and need not be brought twice", async () => {
    const { ref, task } = await toReport();
    const said = { ...report, ...cost(1, "Bilietai", "120") };
    const { page } = await bring(address(task), said, 1);
    await post(address(task), { ...said, ...cellsOn(page) });
    const before = await costsIn(ref);
    const review = await stage.openTask(ref, "reportReview");
    const returned = { ...(await stage.usual(review)), outcome: "returned", reasons: "Papildykite." };
    expect(await stage.answer(review, returned)).toBe(200);
    const again = await stage.openTask(ref, "report");
    expect(again.sk).not.toBe(task.sk);
    const { html } = await get(address(again));
    expect(html).toContain("Įkeltas failas");
    expect(cellsOn(html)).toEqual({ "costs-1-evidence": before[0]?.evidence });
    const done = await post(address(again), { ...said, ...cellsOn(html) });
    expect(done.location).toContain("?done");
    expect(await costsIn(ref)).toEqual(before);
  });
});

describe("a file for a row, by a program", () => {
  it("comes in under a name that the program makes up and says in the row; any other name is no file", async () => {
    const { ref, task } = await toReport();
    const target = (field: string) => `/api/tasks${address(task).slice("/t".length)}/uploads/${field}`;
    const formAt = async (field: string) => stage.world.request("POST", target(field), {}, {});
    const slot = "bilietai-2027-001";
    for (const wrong of ["costs", "costs.what.bilietai-2027-001", "costs.evidence.x", "costs.evidence"])
      expect((await formAt(wrong)).status).toBe(404);
    const answered = await formAt(`costs.evidence.${slot}`);
    await send(z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }).parse(answered.body));
    const row = { what: "Bilietai", cents: 12_000 };
    const say = (evidence: string) => stage.answer(task, { ...report, costs: [{ ...row, evidence }] });
    expect(await say("somebody-elses-file-00001")).toBe(422);
    expect(await stage.answer(task, { ...report, costs: `Bilietai; 120; ${slot}` })).toBe(422);
    expect(await say(slot)).toBe(200);
    const [held] = await costsIn(ref);
    expect(held).toMatchObject(row);
    expect(held?.evidence).not.toBe(slot);
  });
});

describe("a file for a row of an application", () => {
  it("is kept with the draft and shown among the answers; a program cannot name one", async () => {
    stage = await openStage();
    const draft = (await post("/calls/demo/drafts", {})).location.replace(/\/[^/]+$/, "");
    const check = await get(`${draft}/check`);
    const last = /href="([^"?]*)\?change#costs"/.exec(check.html)?.[1] ?? "";
    expect(last).toContain(draft);
    const { place, page } = await bring(last, cost(1, "Bilietai", "120"), 1);
    expect(place).toMatch(/\/upload\/costs\.evidence\./);
    expect(page).toContain("Įkeltas failas: PDF");
    expect((await get(`${draft}/check`)).html).toContain("Pagrindimas: Pridėtas failas");
    const foreign = { ...cellsOn(page), "costs-1-evidence": "somebody-elses-file-00001" };
    await post(last, { ...cost(1, "Bilietai", "120"), ...foreign, later: "yes" });
    expect((await get(`${draft}/check`)).html).not.toContain("Pagrindimas: Pridėtas failas");
    const named = { ...demoApplication, costs: [{ what: "Bilietai", cents: 1, evidence: "a".repeat(24) }] };
    const key = { "idempotency-key": "application-with-a-file-in-a-row" };
    const answered = await stage.world.request("POST", "/api/calls/demo/applications", named, key);
    expect(answered.status).toBe(422);
    expect(JSON.stringify(answered.body)).toContain("costs");
  });
});
