import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { taskPath } from "../../../functions/links.ts";
import { uploadItem } from "../../../functions/store/applicant-items.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { checkUpload } from "../../../functions/uploads/check-upload.ts";
import { demoApplication } from "../../functions/demo-house.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", "latin1");
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

const toReport = async (): Promise<{ readonly ref: string; readonly task: Task }> => {
  stage = await openStage();
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, "report");
  return { ref, task: await stage.openTask(ref, "report") };
};
const address = (task: Task) => taskPath(stage.world.house.config.linkSecret, task);
const postForm = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });
const formFor = async (task: Task, field = "attachment1") => {
  const answered = await stage.world.request(
    "POST",
    `/api/tasks${address(task).slice("/t".length)}/uploads/${field}`,
    {},
    {},
  );
  return answered.status === 200 ? postForm.parse(answered.body) : undefined;
};
const send = async (form: z.infer<typeof postForm>, body: Buffer, change: Record<string, string> = {}) => {
  const posted = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...change })) posted.set(name, value);
  posted.set("file", new File([new Uint8Array(body)], "../..\\ataskaita\u202efdp.exe"));
  const wrapped = new Response(posted);
  const type = wrapped.headers.get("content-type") ?? "";
  const { status } = await stage.world.asked({
    method: "POST",
    target: new URL(form.url).pathname,
    headers: { "content-type": [type] },
    body: Buffer.from(await wrapped.arrayBuffer()),
  });
  return status;
};
const postPage = async (target: string, body: string) => {
  const type = "application/x-www-form-urlencoded";
  const headers = { "content-type": [type], host: ["127.0.0.1"] };
  const answered = await stage.world.asked({ method: "POST", target, headers, body: Buffer.from(body) });
  return { status: answered.status, location: answered.headers.find(([name]) => name === "location")?.[1] };
};
const latest = async (task: Task) => {
  const items = await stage.world.house.table.query(task.pk, `upload#${task.sk}#`);
  return items
    .map((item) => uploadItem.parse(item))
    .toSorted((a, b) => (a.at < b.at || a.status === "refused" ? -1 : 1))
    .at(-1);
};
const pageAt = async (target: string) => {
  const headers = { host: ["127.0.0.1"] };
  const answered = await stage.world.asked({ method: "GET", target, headers, body: Buffer.alloc(0) });
  return { status: answered.status, html: String(answered.body) };
};
/** The form for a file, as the page shows it to a browser. */
const formOn = (html: string): z.infer<typeof postForm> => {
  const url = /<form method="post" action="([^"]*)" enctype/i.exec(html)?.[1] ?? "";
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return { url, fields: Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value])) };
};
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

describe("a file for a task", () => {
  it("comes in by a signed form, is looked at, and goes with the answer; only those who may see it can read it", async () => {
    const { ref, task } = await toReport();
    const form = await formFor(task);
    if (!form) throw new Error("no form");
    expect(await send(form, pdf)).toBe(303);
    expect(await latest(task)).toMatchObject({ status: "released", type: "pdf", bytes: pdf.byteLength });
    expect(await stage.answer(task, { ...report, attachment1: "somebody-elses-file-00001" })).toBe(200);
    const [answer] = (await stage.load(ref)).file.answers.filter((given) => given.form === "report");
    const id = (await latest(task))?.id;
    expect(answer?.values.attachment1).toBe(id);
    const review = await stage.openTask(ref, "reportReview");
    const get = (path: string) => stage.world.request("GET", path, {}, {});
    expect((await get(`${address(review)}/uploads/${id}`)).status).toBe(200);
    expect((await get(`${address(review)}/uploads/another-file-000000000000`)).status).toBe(404);
    const reviewer = (await stage.load(ref)).tasks.find(({ state }) => state === "review");
    expect((await get(`${address(reviewer ?? task)}/uploads/${id}`)).status).toBe(404);
  });

  it.each([
    ["an empty one", Buffer.alloc(0), "empty"],
    ["one with malware", Buffer.concat([pdf, Buffer.from(eicar)]), "malware"],
    ["a script that calls itself a PDF", Buffer.from("#!/bin/sh\nrm -rf /\n"), "otherType"],
    ["a PDF that did not arrive whole", pdf.subarray(0, 20), "damaged"],
    ["a page", Buffer.from("<html><script>alert(1)</script>"), "otherType"],
  ])("%s is refused and says why, and the form is not lost", async (_, body, fault) => {
    const { task } = await toReport();
    const form = await formFor(task);
    if (!form) throw new Error("no form");
    expect(await send(form, body)).toBe(303);
    expect(await latest(task)).toMatchObject({ status: "refused", fault });
    const again = await formFor(task);
    if (!again) throw new Error("no form");
    expect(await send(again, pdf)).toBe(303);
    expect(await latest(task)).toMatchObject({ status: "released" });
  });

  it("that is larger than its field takes leads back to the form with a sentence", async () => {
    const { task } = await toReport();
    const form = await formFor(task);
    if (!form) throw new Error("no form");
    expect(await send(form, Buffer.concat([pdf, Buffer.alloc(4_000_001)]))).toBe(303);
    expect(await latest(task)).toMatchObject({ status: "refused", fault: "tooLarge" });
    const { html } = await pageAt(`${address(task)}/upload/attachment1`);
    expect(html).toContain("Failas per didelis. Įkelkite mažesnį.");
    expect(html).toMatch(/data-most="4000000" data-too-large="Failas per didelis/);
    expect(html).toContain('enctype="multipart/form-data"');
  });

  it("does not come in by a form that was changed, that is over, or that was used", async () => {
    const { task } = await toReport();
    const form = await formFor(task);
    if (!form) throw new Error("no form");
    expect(await send(form, pdf, { key: `${form.fields.key}x` })).toBe(403);
    expect(await send(form, pdf, { policy: Buffer.from("{}").toString("base64") })).toBe(403);
    expect(await send(form, pdf)).toBe(303);
    expect(await send(form, pdf)).toBe(409);
    const now = Date.parse(stage.world.house.clock.now());
    const late = await formFor(task);
    await stage.world.advanceTo(new Date(now + 61 * 60_000).toISOString());
    if (!late) throw new Error("no form");
    expect(await send(late, pdf)).toBe(403);
  });

  it("that comes after the answer is refused as late; there is no form for it any more", async () => {
    const { task } = await toReport();
    const form = await formFor(task);
    expect(await stage.answer(task, report)).toBe(200);
    if (!form) throw new Error("no form");
    expect(await send(form, pdf)).toBe(303);
    expect(await latest(task)).toMatchObject({ status: "refused", fault: "late" });
    expect(await formFor(task)).toBeUndefined();
  });

  it("is looked at once, however often the scan is told of", async () => {
    const { task } = await toReport();
    const form = await formFor(task);
    if (!form) throw new Error("no form");
    await send(form, pdf);
    const before = await latest(task);
    const event = {
      detail: {
        s3ObjectDetails: { objectKey: form.fields.key },
        scanResultDetails: { scanResultStatus: "THREATS_FOUND" },
      },
    };
    expect(await checkUpload(stage.world.house)(event, lambdaContext)).toEqual({ outcome: "known" });
    expect(await latest(task)).toEqual(before);
  });

  it("has no form for a field that takes none, and none by a link that is not the task's", async () => {
    const { task } = await toReport();
    expect(await formFor(task, "learned")).toBeUndefined();
    expect(await formFor(task, "__proto__")).toBeUndefined();
  });

  it("what was typed is there again when somebody comes back from the file", async () => {
    const { task } = await toReport();
    const body = new URLSearchParams({ ...report, upload: "attachment1" }).toString();
    const went = await postPage(address(task), body);
    expect(went).toMatchObject({ status: 303, location: `${address(task)}/upload/attachment1` });
    const page = String((await stage.world.request("GET", address(task), {}, {})).body);
    expect(page).toContain("Daug.");
    expect(taskItem.parse(await stage.world.house.table.get({ pk: task.pk, sk: task.sk })).status).toBe(
      "open",
    );
  });
});

describe("a file for an application", () => {
  const typed = { languageLevel: "B2", languageProof: "Egzaminas" };
  const toLanguagePage = async () => {
    stage = await openStage();
    const first = (await postPage("/calls/demo/drafts", "")).location ?? "";
    return first.replace(/\/[^/]+$/, "");
  };
  const goForFile = async (draft: string) => {
    const body = new URLSearchParams({ ...typed, upload: "languageProofFile" }).toString();
    const { location = "" } = await postPage(`${draft}/language`, body);
    return location;
  };

  it("is kept with the draft, shown among the answers, and can be taken back out; what was typed stays", async () => {
    const draft = await toLanguagePage();
    const there = await goForFile(draft);
    expect(there).toBe(`${draft}/upload/languageProofFile`);
    expect(await send(formOn((await pageAt(there)).html), pdf)).toBe(303);
    const { html } = await pageAt(`${draft}/language`);
    expect(html).toContain("Egzaminas");
    expect(html).toContain("Įkeltas failas: PDF, 1 kB");
    expect((await pageAt(`${draft}/check`)).html).toContain("Pridėtas failas");
    expect((await postPage(there, "")).location).toBe(`${draft}/language`);
    expect((await pageAt(`${draft}/language`)).html).not.toContain("Įkeltas failas");
  });

  it("that is taken back out is gone, for whoever knows its name too", async () => {
    const { task } = await toReport();
    const form = await formFor(task);
    await send(form ?? { url: "", fields: {} }, pdf);
    await stage.world.settle();
    const id = (await latest(task))?.id;
    const { documents } = stage.world.house;
    expect(await documents.read(`uploads/${id}`)).toBeDefined();
    const page = `${address(task)}/upload/attachment1`;
    for (let pressed = 0; pressed < 2; pressed++) expect((await postPage(page, "")).status).toBe(303);
    expect(await documents.read(`uploads/${id}`)).toBeUndefined();
    expect(await latest(task)).toMatchObject({ status: "removed" });
    expect((await pageAt(`${address(task)}/uploads/${id}`)).status).toBe(404);
  });

  it("that was refused can be sent again, and the page says why it was", async () => {
    const draft = await toLanguagePage();
    const there = await goForFile(draft);
    await send(formOn((await pageAt(there)).html), Buffer.from("<html></html>"));
    const { html } = await pageAt(there);
    expect(html).toContain('role="alert"');
    expect(await send(formOn(html), pdf)).toBe(303);
    expect((await pageAt(`${draft}/language`)).html).toContain("Įkeltas failas: PDF");
  });

  it("does not come in after the call has closed: the page says so, and a form that was got before is of no more use", async () => {
    const draft = await toLanguagePage();
    const there = await goForFile(draft);
    const form = formOn((await pageAt(there)).html);
    await stage.world.advanceTo("2027-06-01T08:00:00.000Z");
    expect(await send(form, pdf)).toBe(403);
    const late = await pageAt(there);
    expect(late.status).toBe(410);
    expect(late.html).toContain("Čia failo įkelti nebegalima");
  });

  it("of somebody else cannot be named: neither on a page nor by a program", async () => {
    const draft = await toLanguagePage();
    const there = await goForFile(draft);
    const form = formOn((await pageAt(there)).html);
    await send(form, pdf);
    const id = form.fields.key?.split("/").at(-1) ?? "";
    const [, , other = ""] = (await postPage("/calls/demo/drafts", "")).location?.split("/") ?? [];
    const body = new URLSearchParams({ ...typed, languageProofFile: id }).toString();
    expect((await postPage(`/drafts/${other}/language`, body)).status).toBe(303);
    expect((await pageAt(`/drafts/${other}/check`)).html).not.toContain("Pridėtas failas");
    const said = { ...demoApplication, countries: ["FI"], languageProofFile: id };
    const key = { "idempotency-key": "application-with-a-file" };
    const answered = await stage.world.request("POST", "/api/calls/demo/applications", said, key);
    expect(answered.status).toBe(422);
    expect(JSON.stringify(answered.body)).toContain("languageProofFile");
  });
});
