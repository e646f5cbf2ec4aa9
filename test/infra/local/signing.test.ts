import { afterEach, describe, expect, it } from "vitest";
import { documentsFor, makeDocument } from "../../../functions/documents/documents.ts";
import { signingCodeOf, taskPath } from "../../../functions/links.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Somebody whose agreement waits for signatures; the applicant's task. */
async function toSign(): Promise<{ readonly ref: string; readonly task: Task }> {
  stage = await openStage();
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, "agreement");
  const task = await stage.openTask(ref, "agreement");
  return { ref, task };
}

const address = (task: Task) =>
  `/api/tasks${taskPath(stage.world.house.config.linkSecret, task).slice("/t".length)}`;
const post = async (task: Task, said: Readonly<Record<string, unknown>>) => {
  const answered = await stage.world.request("POST", address(task), said, {});
  await stage.world.settle();
  return answered;
};
const askForCode = async (task: Task): Promise<number> =>
  (await stage.world.request("POST", `${address(task)}/code`, {}, {})).status;
const stored = async (task: Task): Promise<Task> =>
  taskItem.parse(await stage.world.house.table.get({ pk: task.pk, sk: task.sk }));
const codeOf = async (task: Task): Promise<string> => {
  const { code, assignee } = await stored(task);
  return signingCodeOf(stage.world.house.config.linkSecret, task, assignee?.email ?? "", code?.sentAt ?? "");
};
const later = async (minutes: number): Promise<void> => {
  const now = Date.parse(stage.world.house.clock.now());
  await stage.world.advanceTo(new Date(now + minutes * 60_000).toISOString());
};
const wrong = (code: string): string => (code === "000000" ? "000001" : "000000");

describe("an agreement is signed with a code", () => {
  it("that is mailed to whoever is asked, in the text and never in the subject", async () => {
    const { ref, task } = await toSign();
    expect(await askForCode(task)).toBe(202);
    const code = await codeOf(task);
    const loaded = await stage.load(ref);
    const mail = loaded.mails.find(({ template }) => template === "agreement.code");
    expect(mail?.to.email).toBe(task.assignee?.email);
    if (!mail) throw new Error("no mail with a code");
    const { subject, text } = await renderMail(stage.world.house.config, mail, loaded);
    expect(text).toContain(code);
    expect(subject).not.toContain(code);
    expect(JSON.stringify(await stored(task))).not.toContain(code);
  });

  it("and the version that was read is kept with the signature, the code is not", async () => {
    const { ref, task } = await toSign();
    await askForCode(task);
    const code = await codeOf(task);
    expect(await post(task, { agreed: true, version: 1, code })).toMatchObject({ status: 200 });
    const [answer] = (await stage.load(ref)).file.answers.filter(({ form }) => form === "signature");
    expect(answer?.values).toEqual({ agreed: true, version: 1 });
  });

  it("not without one, not with a wrong one, and not after five wrong tries even with the right one", async () => {
    const { task } = await toSign();
    expect(await post(task, { agreed: true, version: 1 })).toMatchObject({ status: 422 });
    expect(await post(task, { agreed: true, version: 1, code: "123456" })).toMatchObject({ status: 422 });
    await askForCode(task);
    const code = await codeOf(task);
    for (let tries = 0; tries < 5; tries++) {
      const { status, body } = await post(task, { agreed: true, version: 1, code: wrong(code) });
      expect(status).toBe(422);
      expect(JSON.stringify(body)).toContain("wrongCode");
    }
    const spent = await post(task, { agreed: true, version: 1, code });
    expect(JSON.stringify(spent.body)).toContain("codeSpent");
    await later(2);
    expect(await askForCode(task)).toBe(202);
    expect(await post(task, { agreed: true, version: 1, code: await codeOf(task) })).toMatchObject({
      status: 200,
    });
  });

  it("many wrong tries at once are no more than five", async () => {
    const { task } = await toSign();
    await askForCode(task);
    const code = await codeOf(task);
    await Promise.all(
      Array.from({ length: 20 }, () => post(task, { agreed: true, version: 1, code: wrong(code) })),
    );
    expect((await stored(task)).code?.tries).toBeLessThanOrEqual(5);
  });

  it("within a quarter of an hour; a slip elsewhere in the form costs no try", async () => {
    const { task } = await toSign();
    await askForCode(task);
    const code = await codeOf(task);
    expect(await post(task, { version: 1, code })).toMatchObject({ status: 422 });
    expect((await stored(task)).code?.tries).toBe(0);
    await later(16);
    const late = await post(task, { agreed: true, version: 1, code });
    expect(JSON.stringify(late.body)).toContain("codeOver");
  });

  it("of which one is sent a minute, and ten for a task", async () => {
    const { task } = await toSign();
    expect(await askForCode(task)).toBe(202);
    expect(await askForCode(task)).toBe(429);
    for (let codes = 1; codes < 10; codes++) {
      await later(2);
      expect(await askForCode(task)).toBe(202);
    }
    await later(2);
    expect(await askForCode(task)).toBe(429);
  });

  it("which nobody gets for a task that signs nothing, or by a link that is not theirs", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "endorsement");
    const task = await stage.openTask(ref, "endorsement");
    expect(await askForCode(task)).toBe(404);
    expect((await stage.world.request("POST", `${address(task)}x/code`, {}, {})).status).toBe(404);
  });
});

describe("an agreement has versions", () => {
  const moved = { starts: "2027-06-07", ends: "2027-06-13", reason: "Įstaiga paprašė kitų datų." };

  it("who read the first cannot sign it once there is a second: the answer says so, and nothing is stored", async () => {
    const { ref } = await toSign();
    await stage.staffSays(ref, "changed", moved);
    const task = await stage.openTask(ref, "agreement");
    await askForCode(task);
    const outdated = await post(task, { agreed: true, version: 1, code: await codeOf(task) });
    expect(outdated.status).toBe(422);
    expect(JSON.stringify(outdated.body)).toContain("outdated");
    expect((await stored(task)).status).toBe("open");
    expect(await post(task, { agreed: true, version: 2, code: await codeOf(task) })).toMatchObject({
      status: 200,
    });
  });

  it("the link to the first leads to the second", async () => {
    const { ref, task } = await toSign();
    await stage.staffSays(ref, "changed", moved);
    const next = await stage.openTask(ref, "agreement");
    const { linkSecret } = stage.world.house.config;
    const page = String((await stage.world.request("GET", taskPath(linkSecret, task), {}, {})).body);
    expect(page).toContain("nauja sutarties redakcija");
    expect(page).toContain(taskPath(linkSecret, next));
  });

  it("all can be read: each says the days and the grant that were agreed then", async () => {
    const { ref } = await toSign();
    await stage.staffSays(ref, "changed", moved);
    await stage.goOnUntil(ref, "advance");
    const loaded = await stage.load(ref);
    expect(documentsFor("applicant", loaded).map(({ name }) => name)).toEqual([
      "agreement",
      "agreement-1",
      "calculation",
    ]);
    const [first, second] = await Promise.all(
      ["agreement-1", "agreement"].map(async (name) =>
        textOf((await makeDocument(stage.world.house, name, "applicant", loaded, "lt")) ?? new Uint8Array()),
      ),
    );
    expect(first).toContain("1-oji redakcija");
    expect(first).toContain("gegužės 3 d.");
    expect(first).toContain("1 079,00 Eur");
    expect(second).toContain("2-oji redakcija");
    expect(second).toContain("birželio 7 d.");
    expect(second).toContain("1 299,00 Eur");
  });
});
