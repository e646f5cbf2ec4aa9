import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answeredBefore } from "../../../functions/cases/tasks/answer.ts";
import { taskPath } from "../../../functions/links.ts";
import { factsFor } from "../../../functions/reading/facts.ts";
import type { Task } from "../../../functions/store/items.ts";
import { uploadKey } from "../../../functions/store/keys.ts";
import { ownerKey, ownerOfTask } from "../../../functions/uploads/owner.ts";
import { uploadsSeenBy } from "../../../functions/uploads/seen.ts";
import example from "../../../workflows/career-transition/example.json" with { type: "json" };
import { portfolio } from "../../../workflows/career-transition/forms.ts";
import { readExample } from "../../examples.ts";
import { type GroupStage, openGroupStage } from "../../infra/local/group-stage.ts";

/** Reviewers read a portfolio without knowing whose it is; somebody has looked at its copy without the name before them. */

let stage: GroupStage;
/** Three who have come as far as the portfolio. */
let ona: string;
let jonas: string;
let rasa: string;
beforeAll(async () => {
  const { part } = await readExample({
    call: { ...example.call, opens: "2027-01-04T09:00" },
    people: example.people,
  });
  stage = await openGroupStage(part.cast.given);
  ona = await applies("Ona");
  jonas = await applies("Jonas");
  rasa = await applies("Rasa");
  await stage.passTo("2027-03-01T08:00:00.000Z");
  for (const ref of [ona, jonas, rasa])
    await stage.answer(ref, "conversation", { outcome: "agreed", role: "mentor" });
});
afterAll(() => stage.close());

const texts = { experience: "Dešimt metų vadovauju metodinei grupei.", example: "Padėjau kolegei." };

const applies = (name: string): Promise<string> =>
  stage.apply("example", {
    ...{
      fullName: name,
      email: `${name.toLowerCase()}@mokykla.example`,
      position: "teacher",
      experienceYears: 20,
    },
    ...{ school: "Molėtų gimnazija", municipality: "Molėtų rajono savivaldybė", town: "Molėtai" },
    ...{ principalName: "Jonas Petraitis", principalEmail: "vadovas@mokykla.example", role: "mentor" },
    ...{ motivation: "Noriu padėti.", iban: "LT121000011101001000", listed: "no", truthful: "yes" },
  });

/** Brings files for the portfolio that is asked for, and sends it. */
async function sends(ref: string, files: Readonly<Record<string, string>>): Promise<void> {
  const owner = ownerKey(ownerOfTask(await stage.openTask(ref, "portfolio")));
  const { house } = stage.world;
  for (const [field, id] of Object.entries(files))
    await house.table.put({
      ...uploadKey(owner, field, id),
      ...{ id, field, status: "released", type: "pdf", bytes: 9_000, at: house.clock.now() },
    });
  expect(await stage.answer(ref, "portfolio", texts)).toBe(200);
}

it("texts alone go to the reviewers at once", async () => {
  await sends(ona, {});
  expect(await stage.stands(ona)).toBe("review");
});

it("a copy that tells whose the document is goes back with the reason, and a better one on to the reviewers, who see it alone", async () => {
  const [document, bad, good] = ["a".repeat(24), "b".repeat(24), "c".repeat(24)];
  await sends(jonas, { evidence: document, evidenceNameless: bad });
  expect(await stage.stands(jonas)).toBe("copyCheck");
  const task = await stage.openTask(jonas, "copyCheck");
  expect(task.role).toBe("coordinator");
  expect(uploadsSeenBy("coordinator", await stage.load(jonas)).map(({ id }) => id)).toEqual([document, bad]);

  expect(await stage.answer(jonas, "copyCheck", { outcome: "returned" })).toBe(422);
  const reason = "Parašas neuždengtas.";
  await stage.answer(jonas, "copyCheck", { outcome: "returned", reason });
  const again = await stage.openTask(jonas, "portfolio");
  expect(JSON.stringify(factsFor("applicant", await stage.load(jonas), again))).toContain(reason);

  const { linkSecret } = stage.world.house.config;
  const form = String((await stage.world.request("GET", taskPath(linkSecret, again), {}, {})).body);
  expect(form.match(/Failas jau pridėtas: PDF, 9 kB/g)).toHaveLength(2);
  // Only what was remarked on is brought anew; the document itself stays.
  await sends(jonas, { evidenceNameless: good });
  expect(uploadsSeenBy("coordinator", await stage.load(jonas)).map(({ id }) => id)).toEqual(
    expect.arrayContaining([document, good]),
  );
  const { answers } = (await stage.load(jonas)).file;
  expect(answers.findLast((one) => one.form === "portfolio")?.values).toMatchObject({
    evidence: document,
    evidenceNameless: good,
  });
  await stage.answer(jonas, "copyCheck", { outcome: "covered" });
  expect(await stage.stands(jonas)).toBe("review");
  const review = await stage.openTask(jonas, "review");
  expect(uploadsSeenBy("reviewer", await stage.load(jonas), review).map(({ id }) => id)).toEqual([good]);
  const page = taskPath(stage.world.house.config.linkSecret, review);
  const { body } = await stage.world.request("GET", page, {}, {});
  expect(String(body)).toContain(`/uploads/${good}`);
  expect(String(body)).not.toContain(document);
  await stage.world.house.documents.keep(`uploads/${good}`, "%PDF-", "application/pdf");
  expect((await stage.world.request("GET", `${page}/uploads/${good}`, {}, {})).status).toBe(200);
  expect((await stage.world.request("GET", `${page}/uploads/${document}`, {}, {})).status).toBe(404);
});

describe("a file of an answer that is asked for again", () => {
  const [document, copy] = ["d".repeat(24), "e".repeat(24)];
  const sent = async () =>
    (await stage.load(rasa)).file.answers.filter((one) => one.form === "portfolio").map((one) => one.values);
  const removes = async (task: Task, field: string) => {
    const { linkSecret } = stage.world.house.config;
    const place = `${taskPath(linkSecret, task)}/upload/${field}`;
    expect((await stage.world.request("POST", place, {}, {})).status).toBe(303);
  };

  it("is not there for somebody else who is asked in their place, though the texts are", async () => {
    await sends(rasa, { evidence: document, evidenceNameless: copy });
    await stage.world.house.documents.keep(`uploads/${document}`, "%PDF-", "application/pdf");
    await stage.answer(rasa, "copyCheck", { outcome: "returned", reason: "Parašas neuždengtas." });
    const [task, loaded] = [await stage.openTask(rasa, "portfolio"), await stage.load(rasa)];
    const other = { name: "Kita", email: "kita@mokykla.example", language: "lt" } as const;
    expect(answeredBefore(task, portfolio, loaded)).toMatchObject({ ...texts, evidence: document });
    expect(answeredBefore({ ...task, assignee: other }, portfolio, loaded)).toEqual(texts);
  });

  it("is left out once it is removed, and the earlier answer keeps it", async () => {
    await removes(await stage.openTask(rasa, "portfolio"), "evidence");
    await sends(rasa, {});
    expect(await sent()).toMatchObject([{ evidence: document }, { evidenceNameless: copy }]);
    expect((await sent())[1]).not.toHaveProperty("evidence");
    expect(await stage.world.house.documents.read(`uploads/${document}`)).toBeDefined();
  });

  it("cannot be removed any more once it was sent", async () => {
    const { tasks } = await stage.load(rasa);
    const first = tasks.find(({ state }) => state === "portfolio");
    if (!first) throw new Error("no portfolio was asked for");
    await removes(first, "evidence");
    expect(await stage.world.house.documents.read(`uploads/${document}`)).toBeDefined();
  });
});
