import { afterEach, describe, expect, it } from "vitest";
import { makeDocument } from "../../../functions/documents/documents.ts";
import { countFigures } from "../../../functions/lines/figures.ts";
import { taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { callFile } from "../../../workflows/foreign-internship/call.ts";
import { demoCall } from "../../functions/demo-house.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { pretendThousands } from "./pretend-thousands.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const call = refOfCall("demo");
const member = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@commission.example`,
  language: "lt",
});
const commission = ["Pirma", "Antra", "Trecias"].map(member);

/** A call of two places and three applicants whose ranking is made; the commission has three members. */
async function ranked(more = {}): Promise<readonly string[]> {
  stage = await openStage({ places: { FI: 1, IE: 1 }, commission, ...more });
  const refs = [
    await stage.apply("pirma@mokykla.example", 90),
    await stage.apply("antra@mokykla.example", 80, { countries: ["FI", "IE"] }),
    await stage.apply("trecia@mokykla.example", 70),
  ];
  await stage.goOnUntil(refs[2] ?? "", "awaitingRanking");
  await stage.world.advanceTo((await stage.load(call)).tasks.at(-1)?.dueAt ?? "");
  await stage.world.settle();
  return refs;
}

const openTo = async (email: string): Promise<Task> => {
  const tasks = (await stage.world.house.table.query(call, "task#")).map((item) => taskItem.parse(item));
  const task = tasks.find(({ status, assignee }) => status === "open" && assignee?.email === email);
  if (!task) throw new Error(`${email} is asked nothing`);
  return task;
};
const declare = async (name: string, said: Readonly<Record<string, unknown>>): Promise<number> =>
  stage.answer(await openTo(member(name).email), said);
const state = async () => (await stage.load(call)).head.state;
const approval = { outcome: "approved", impartial: "yes" };

describe("the selection commission", () => {
  it("declares impartiality, member by member; then the chair approves, and the director orders", async () => {
    const [first] = await ranked();
    expect(await state()).toBe("impartiality");
    for (const { name } of commission) await declare(name, { outcome: "impartial" });
    expect(await state()).toBe("approval");
    await stage.answer(await openTo("pirma@commission.example"), approval);
    expect(await state()).toBe("order");
    expect(await stage.standing(first ?? "")).toBe("awaitingRanking");
    await stage.answer(await openTo("agency@agency.example"), { outcome: "signed", number: "V-17" });
    await stage.goOnUntil(first ?? "", "offer");
  });

  it("a chair with a conflict does not approve: the first impartial member does", async () => {
    await ranked();
    await declare("Pirma", { outcome: "conflict", conflict: "Trečia pareiškėja – sesuo." });
    await declare("Antra", { outcome: "impartial" });
    await declare("Trecias", { outcome: "impartial" });
    expect((await openTo("antra@commission.example")).state).toBe("approval");
    await expect(openTo("pirma@commission.example")).rejects.toThrow();
  });

  it("with no more than half impartial cannot decide: the coordinator appoints another, who is asked", async () => {
    await ranked();
    await declare("Pirma", { outcome: "conflict", conflict: "Kolegė." });
    await declare("Antra", { outcome: "conflict", conflict: "Giminaitė." });
    await declare("Trecias", { outcome: "impartial" });
    expect(await state()).toBe("anotherMember");
    const task = await openTo("coordinator@agency.example");
    const appoint = (email: string) =>
      stage.answer(task, { outcome: "appointed", name: "Nauja", email, language: "lt" });
    expect(await appoint("first@agency.example")).toBe(422);
    expect(await appoint("coordinator@agency.example")).toBe(422);
    expect(await appoint("nauja@commission.example")).toBe(200);
    await stage.answer(await openTo("nauja@commission.example"), { outcome: "impartial" });
    expect(await state()).toBe("anotherMember");
  });

  it("whoever is silent takes no part, and is asked again when the coordinator says so", async () => {
    await ranked({ commission: commission.slice(0, 2) });
    await declare("Pirma", { outcome: "impartial" });
    await stage.world.advanceTo((await openTo("antra@commission.example")).dueAt ?? "");
    await stage.world.settle();
    expect(await state()).toBe("anotherMember");
    await stage.answer(await openTo("coordinator@agency.example"), { outcome: "askAgain" });
    await declare("Antra", { outcome: "impartial" });
    expect(await state()).toBe("approval");
  });

  it("two approving at once: one approves, the other is told that it was done", async () => {
    await ranked();
    for (const { name } of commission) await declare(name, { outcome: "impartial" });
    const task = await openTo("pirma@commission.example");
    const said = await Promise.all([stage.answer(task, approval), stage.answer(task, approval)]);
    expect(said.toSorted()).toEqual([200, 409]);
  });

  it("sees who applied before it declares anything, and no scores", async () => {
    await ranked();
    const task = await openTo("antra@commission.example");
    const path = taskPath(stage.world.house.config.linkSecret, task);
    await stage.world.house.keepLines();
    const page = String((await stage.world.request("GET", path, {}, {})).body);
    expect(page).toContain("Kėdainių „Atžalyno“ gimnazija");
    expect(page).not.toContain("90,00");
  });

  it("decides with all declarations and earlier decisions before it, which members do not see of each other", async () => {
    await ranked();
    await declare("Pirma", { outcome: "impartial" });
    await declare("Trecias", { outcome: "conflict", conflict: "Kaimynė iš trečio aukšto." });
    const read = async (task: Task) =>
      String(
        (await stage.world.request("GET", taskPath(stage.world.house.config.linkSecret, task), {}, {})).body,
      );
    expect(await read(await openTo("antra@commission.example"))).not.toContain("Kaimynė");
    await declare("Antra", { outcome: "impartial" });
    expect(await read(await openTo("pirma@commission.example"))).toContain("Kaimynė iš trečio aukšto.");
  });

  it("decides with everybody before it who has a place in the order, and with what reviewers wrote to it", async () => {
    stage = await openStage({ places: { FI: 1, IE: 1 }, commission: commission.slice(0, 1) });
    const refs = [
      await stage.apply("pirma@mokykla.example", 90),
      await stage.apply("antra@mokykla.example", 80),
      await stage.apply("trecia@mokykla.example", 70),
    ];
    await stage.goOnUntil(refs[0] ?? "", "review");
    const review = await stage.openTask(refs[0] ?? "", "review");
    const said = {
      outcome: "scored",
      score: 90,
      comment: "Gerai.",
      panelComment: "Planas aiškus, bet ankštas.",
    };
    expect(await stage.answer(review, said)).toBe(200);
    await stage.goOnUntil(refs[2] ?? "", "awaitingRanking");
    await stage.world.advanceTo((await stage.load(call)).tasks.at(-1)?.dueAt ?? "");
    await stage.world.settle();
    await declare("Pirma", { outcome: "impartial" });
    await stage.world.house.keepLines();
    const path = taskPath(stage.world.house.config.linkSecret, await openTo("pirma@commission.example"));
    const page = String((await stage.world.request("GET", path, {}, {})).body);
    for (const score of ["90,00", "80,00", "70,00"]) expect(page).toContain(score);
    expect(page).toContain("Ekspertų pastabos komisijai");
    expect(page).toContain("Planas aiškus, bet ankštas.");
    const { name = "–", email = "–" } = review.assignee ?? {};
    expect(page).not.toContain(email);
    expect(page.replaceAll(/<[^>]*>/g, " ")).not.toContain(name);
  });

  it("sees whoever does not stand in the order, too: who was given too few points and who did not meet the rules", async () => {
    stage = await openStage({
      places: { FI: 1, IE: 1 },
      minimumScore: 60,
      commission: commission.slice(0, 1),
    });
    const first = await stage.apply("pirma@mokykla.example", 90, { fullName: "Ona Pirmoji" });
    const weak = await stage.apply("silpna@mokykla.example", 40, { fullName: "Rita Silpnoji" });
    const barred = await stage.apply("netinka@mokykla.example", 80, { fullName: "Jonas Netinkamas" });
    await stage.goOnUntil(barred, "screening");
    const reason = "Dirba ne mokykloje.";
    const screening = await stage.openTask(barred, "screening");
    expect(await stage.answer(screening, { outcome: "ineligible", reason })).toBe(200);
    for (const ref of [first, weak]) await stage.goOnUntil(ref, "awaitingRanking");
    await stage.world.advanceTo((await stage.load(call)).tasks.at(-1)?.dueAt ?? "");
    await stage.world.settle();
    await declare("Pirma", { outcome: "impartial" });
    await stage.world.house.keepLines();
    const path = taskPath(stage.world.house.config.linkSecret, await openTo("pirma@commission.example"));
    const page = String((await stage.world.request("GET", path, {}, {})).body).replaceAll(/<[^>]*>/g, " ");
    const left = page.slice(page.indexOf("Į eilę neįrašyti"));
    expect(left).not.toContain("Ona Pirmoji");
    expect(left).toMatch(/Rita Silpnoji.*40,00.*Nesurinktas mažiausias balas/s);
    expect(left).toMatch(/Jonas Netinkamas.*Neatitinka sąlygų/s);
  });

  it("a director who does not sign sends the ranking back to be made and approved again", async () => {
    await ranked({ commission: commission.slice(0, 1) });
    await declare("Pirma", { outcome: "impartial" });
    await stage.answer(await openTo("pirma@commission.example"), approval);
    await stage.answer(await openTo("agency@agency.example"), {
      outcome: "returned",
      reason: "Trūksta vieno.",
    });
    expect(await state()).toBe("approval");
  });
});

describe("minutes and order", () => {
  const textIn = async (name: string, language: "lt" | "en"): Promise<string> => {
    const bytes = await makeDocument(
      stage.world.house,
      name,
      "coordinator",
      await stage.load(call),
      language,
    );
    return bytes ? textOf(bytes) : "";
  };

  it("are made from the record: who sat, who had a conflict, the order with scores, who got a place", async () => {
    const [first = "", second = ""] = await ranked({
      payer: { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" },
    });
    expect(await textIn("minutes", "lt")).toBe("");
    await declare("Pirma", { outcome: "impartial" });
    await declare("Antra", { outcome: "impartial" });
    await declare("Trecias", { outcome: "conflict", conflict: "Antroji pareiškėja – kaimynė." });
    await stage.answer(await openTo("pirma@commission.example"), approval);
    expect(await textIn("order", "lt")).toContain("Projektas");
    await stage.answer(await openTo("agency@agency.example"), { outcome: "signed", number: "V-17" });
    const minutes = await textIn("minutes", "lt");
    expect(minutes).toContain("Nacionalinė švietimo agentūra");
    expect(minutes).toContain("Pirma (pirmininkauja)");
    expect(minutes).toContain("Antroji pareiškėja – kaimynė.");
    expect(minutes).toContain("90,00");
    const order = await textIn("order", "lt");
    expect(order).toContain("Nacionalinė švietimo agentūra");
    expect(order).toContain("Nr. V-17");
    expect(order).toContain("Suomija");
    expect(order).toContain("Airija");
    expect(order).not.toContain("90,00");
    expect(await textIn("order", "en")).toContain("No. V-17");
    await stage.say(first, "withdrawn");
    await stage.goOnUntil(second, "offer");
    expect(await textIn("order", "lt")).toBe(order);
    expect(await textIn("minutes", "lt")).toBe(minutes);
  });

  it("are drawn at once by the link of a task, but of a call with thousands of cases ordered in the console", async () => {
    await ranked();
    for (const { name } of commission) await declare(name, { outcome: "impartial" });
    await stage.answer(await openTo("pirma@commission.example"), approval);
    const { house, asked } = stage.world;
    const task = await openTo("agency@agency.example");
    const target = `${taskPath(house.config.linkSecret, task)}/documents/order.pdf`;
    const ask = () =>
      asked({ method: "GET", target, headers: { host: ["127.0.0.1"] }, body: Buffer.alloc(0) });
    expect((await ask()).status).toBe(200);
    await pretendThousands(stage);
    const { status, headers } = await ask();
    expect([status, new Map(headers).get("location")]).toEqual([
      303,
      "/console/calls/demo/documents/order.pdf",
    ]);
    await countFigures(house, "demo");
  });
});

it("a call whose commission also ranks is refused, naming the member", async () => {
  stage = await openStage();
  const wrong = { ...demoCall, commission: [member("Pirma"), demoCall.reviewers[0]] };
  const read = callFile.safeParse(wrong);
  expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(["commission.1.email"]);
});
