import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it } from "vitest";
import { keyInPath } from "../../../functions/addresses/address.ts";
import { makeDocument } from "../../../functions/documents/documents.ts";
import { taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let cookie: readonly string[];
afterEach(() => stage.close());

const scan = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", "latin1");
const dayIn = ({ year, month, day }: Temporal.PlainDate) => ({
  "signedOn-year": String(year),
  "signedOn-month": String(month),
  "signedOn-day": String(day),
});
const typed = { method: "paper", signedOn: "2027-03-03" };

const ask = (method: string, target: string, body: Buffer, type: string) =>
  stage.world.asked({
    method,
    target,
    headers: { host: ["127.0.0.1"], "content-type": [type], cookie: [...cookie] },
    body,
  });
const headerOf = (answered: Awaited<ReturnType<typeof ask>>, wanted: string) =>
  answered.headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
const get = async (target: string) => {
  const answered = await ask("GET", target, Buffer.alloc(0), "text/plain");
  return { status: answered.status, html: String(answered.body) };
};
const post = async (target: string, said: Readonly<Record<string, string>>) => {
  const body = Buffer.from(new URLSearchParams(said).toString());
  const answered = await ask("POST", target, body, "application/x-www-form-urlencoded");
  await stage.world.settle();
  return {
    status: answered.status,
    location: headerOf(answered, "location")[0],
    html: String(answered.body),
  };
};

/** Somebody whose agreement waits for signatures, and a member of the staff in the console. */
async function toSign(member = "coordinator@agency.example") {
  stage = await openStage();
  cookie = [];
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, "agreement");
  const { config, clock } = stage.world.house;
  const until = Math.floor(Date.parse(clock.now()) / 1000) + 3600;
  const entered = await ask(
    "POST",
    enterPath(config.linkSecret, member, until),
    Buffer.alloc(0),
    "application/x-www-form-urlencoded",
  );
  cookie = headerOf(entered, "set-cookie").map((set) => set.split(";")[0] ?? "");
  const task = await stage.openTask(ref, "agreement");
  const page = `/console/cases/${idOf(ref)}/signatures/${keyInPath(task.sk)}`;
  const today = localDay(Temporal.Instant.from(clock.now()));
  return { ref, task, page, today };
}

async function bring(page: string, file: Buffer): Promise<number> {
  const { html } = await get(`${page}/upload/document`);
  const posted = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  ))
    posted.set(name, value);
  posted.set("file", new File([new Uint8Array(file)], "sutartis.pdf"));
  const [, url = ""] = /<form method="post" action="([^"]*)" enctype/i.exec(html) ?? [];
  const wrapped = new Response(posted);
  const type = wrapped.headers.get("content-type") ?? "";
  const body = Buffer.from(await wrapped.arrayBuffer());
  return (await ask("POST", new URL(url).pathname, body, type)).status;
}
const stored = async (task: Task) =>
  taskItem.parse(await stage.world.house.table.get({ pk: task.pk, sk: task.sk }));

describe("an agreement that was signed on paper", () => {
  it("is recorded by the coordinator with its file, day and version, and the agreement says so", async () => {
    const { ref, task, page, today } = await toSign();
    const went = await post(page, { ...typed, signedOn: "", upload: "document" });
    expect(went.location).toBe(`${page}/upload/document`);
    expect(await bring(page, scan)).toBe(303);
    expect((await get(page)).html).toContain("Įkeltas failas: PDF");
    const said = { method: "paper", version: "1", ...dayIn(today) };
    expect(await post(page, said)).toMatchObject({ status: 303 });
    expect(await post(page, said)).toMatchObject({ status: 303 });
    expect((await post(page, { ...said, method: "qualified" })).status).not.toBe(303);
    const { values, by, status } = await stored(task);
    expect(status).toBe("answered");
    expect(by).toBe("coordinator@agency.example");
    expect(values).toMatchObject({ method: "paper", signedOn: today.toString(), version: 1 });
    const loaded = await stage.load(ref);
    const pdf = await makeDocument(stage.world.house, "agreement", "applicant", loaded, "lt");
    expect(await textOf(pdf ?? new Uint8Array())).toContain("ant popieriaus");
    const caseUpload = `/console/cases/${idOf(ref)}/uploads/${values?.document}`;
    expect((await get(caseUpload)).status).toBe(200);
    await stage.goOnUntil(ref, "advance");
  });

  it("is not without its file, nor of an older version, nor on a day to come or before the version was made", async () => {
    const { task, page, today } = await toSign();
    const said = { method: "paper", version: "1", ...dayIn(today) };
    expect((await post(page, said)).html).toContain("#document");
    expect(await bring(page, scan)).toBe(303);
    expect((await post(page, { ...said, version: "0" })).html).toContain("nauja sutarties redakcija (1)");
    expect((await post(page, { ...said, ...dayIn(today.add({ days: 1 })) })).html).toContain(
      "ši diena dar neatėjo",
    );
    expect((await post(page, { ...said, ...dayIn(today.subtract({ days: 1 })) })).html).toContain(
      "tą dieną šios sutarties redakcijos dar nebuvo",
    );
    expect((await stored(task)).status).toBe("open");
  });

  it("is recorded once: whoever comes second is told that it is too late", async () => {
    const { task, page, today } = await toSign();
    await bring(page, scan);
    const said = { method: "paper", version: "1", ...dayIn(today) };
    const both = await Promise.all([post(page, said), post(page, { ...said, method: "qualified" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await stored(task)).status).toBe("answered");
    expect((await get(page)).status).toBe(409);
  });

  it("is nobody's to record but the call's coordinator's; whoever signs by link brings no file in its place", async () => {
    const { task, page } = await toSign("finance@agency.example");
    expect((await get(page)).status).toBe(409);
    expect((await post(page, { method: "paper", version: "1" })).status).toBe(403);
    const link = taskPath(stage.world.house.config.linkSecret, task).slice("/t".length);
    const form = await stage.world.request("POST", `/api/tasks${link}/uploads/document`, {}, {});
    expect(form.status).toBe(404);
    expect((await stored(task)).status).toBe("open");
  });
});
