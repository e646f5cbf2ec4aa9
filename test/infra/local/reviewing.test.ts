import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadsBeside } from "../../../functions/cases/people/loads.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import type { Task } from "../../../functions/store/items.ts";
import { headKey, refOfCall } from "../../../functions/store/keys.ts";
import { demoCall } from "../../functions/demo-house.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const expert = (name: string, more: object = {}) => ({
  name,
  email: `${name}@agency.example`,
  language: "lt",
  ...more,
});
const words = (said: string) => ({ lt: said, en: said });
const rubric = [
  {
    id: "need",
    title: words("Poreikis"),
    weight: 60,
    anchors: ["nėra", "bendras", "aiškus"].map(words),
  },
  { id: "plan", title: words("Planas"), weight: 40, anchors: ["nėra", "yra"].map(words) },
];

/** The page of a task, as whoever has its link sees it. */
async function pageOf(stage: Stage, task: Task): Promise<string> {
  const path = taskPath(stage.world.house.config.linkSecret, task);
  return (await visitor(stage.world.house).ask("GET", path)).body;
}

const reviewsOf = async (stage: Stage, ref: string): Promise<readonly Task[]> =>
  (await stage.load(ref)).tasks.filter(({ state }) => state === "review");

/** How many cases of its call each person has a share in, this one with the others. */
async function loadsOf(stage: Stage, ref: string) {
  const loaded = await stage.load(ref);
  return loadsBeside(stage.world.house, { ...loaded, head: { ...loaded.head, pk: "case#none" } });
}

describe("reviewers who review at most two applications each", () => {
  let stage: Stage;
  const refs: string[] = [];

  beforeAll(async () => {
    stage = await openStage({
      rubric,
      reviewers: ["a", "b", "c", "d"].map((name) => expert(name, { limit: 2 })),
    });
    for (const name of ["viena", "dvi", "trys", "keturios"])
      refs.push(await stage.apply(`${name}@mokykla.example`, 80));
    for (const ref of refs) await stage.goOnUntil(ref, "review");
    const fifth = await stage.apply("penkta@mokykla.example", 80);
    await stage.goOnUntil(fifth, "appointment");
    refs.push(fifth);
  });
  afterAll(() => stage.close());

  it("get two each, and each is mailed at the assignment", async () => {
    expect(Object.values(await loadsOf(stage, refs[0] ?? ""))).toEqual([2, 2, 2, 2]);
    for (const ref of refs.slice(0, 4)) {
      const reviews = await reviewsOf(stage, ref);
      expect(reviews).toHaveLength(2);
      for (const { assignee } of reviews)
        expect(await stage.mailsTo(ref, assignee?.email ?? "")).toEqual(["review.task"]);
    }
  });

  it("and the coordinator reads of the fifth application why nobody can be asked", async () => {
    const task = await stage.openTask(refs[4] ?? "", "appointment");
    const page = await pageOf(stage, task);
    expect(page).toContain("Ko negalima prašyti vertinti ir kodėl");
    expect(page.match(/Jau vertina tiek paraiškų, kiek sutarta/g)).toHaveLength(4);
  });
});

describe("reviews by a rubric", () => {
  let stage: Stage;
  let ref: string;

  beforeAll(async () => {
    stage = await openStage({ rubric, scoreGap: 40 });
    ref = await stage.apply("austeja@mokykla.example", 80);
    await stage.goOnUntil(ref, "review");
  });
  afterAll(() => stage.close());

  it("are scores by the call's criteria, in words, and the points are made of the weights", async () => {
    const [first, second] = await reviewsOf(stage, ref);
    if (!first || !second) throw new Error("two reviews");
    const page = await pageOf(stage, first);
    expect(page).toContain("Poreikis (60 %)");
    expect(page).toContain("2 – aiškus");
    expect(page).not.toContain('name="score"');
    expect(page).toContain("Kiek dar laukia jūsų vertinimo");
    expect(page).toContain("nė vienos paraiškos be šios");
    const said = {
      outcome: "scored",
      criterion_need: "2",
      comment: "Puiku.",
      panelComment: "Tik komisijai.",
    };
    expect(await stage.answer(first, { ...said, criterion_plan: "1" })).toBe(200);
    expect(await stage.answer(second, { ...said, criterion_need: "1", criterion_plan: "1" })).toBe(200);
    const { file } = await stage.load(ref);
    expect(file.records.find(({ step }) => step === "scored")?.data).toEqual({
      score: 85 * 600,
      reviews: [100, 70],
      criteria: [
        { need: 2, plan: 1 },
        { need: 1, plan: 1 },
      ],
    });
  });

  it("and the applicant reads the decision with the own scores and what was written to applicants, nothing else", async () => {
    await stage.goOnUntil(ref, "offer");
    const { body } = await visitor(stage.world.house).get(casePath(stage.world.house.config.linkSecret, ref));
    expect(body).toContain("Puiku.");
    expect(body).not.toContain("Tik komisijai.");
    expect(body).not.toContain("@agency.example");
  });
});

describe("a reviewer whose conflict of interest comes up after the assignment", () => {
  let stage: Stage;
  let ref: string;
  let first: Task;
  let second: Task;

  beforeAll(async () => {
    stage = await openStage({ reviewers: ["a", "b", "c", "d"].map((name) => expert(name)) });
    ref = await stage.apply("austeja@mokykla.example", 80);
    await stage.goOnUntil(ref, "review");
    const [one, two] = await reviewsOf(stage, ref);
    if (!one || !two) throw new Error("two reviews");
    [first, second] = [one, two];
    const reviewers = demoCall.reviewers.map((_, index) => expert("abcd"[index] ?? ""));
    const related = reviewers.map((known) =>
      [first, second].some(({ assignee }) => assignee?.email === known.email)
        ? { ...known, relations: [{ kind: "taught", name: "Austėja Žukauskaitė" }] }
        : known,
    );
    const head = await stage.world.house.table.get(headKey(refOfCall("demo")));
    const data = { ...Object(head?.data), reviewers: related };
    await stage.world.house.table.change(headKey(refOfCall("demo")), { set: { data } });
  });
  afterAll(() => stage.close());

  it("sees nothing of the application on opening the link, and nothing is changed by that", async () => {
    const page = await pageOf(stage, first);
    expect(page).toContain("Šios paraiškos vertinti negalite");
    expect(page).not.toContain("Noriu mokytis");
    expect((await reviewsOf(stage, ref)).map(({ status }) => status)).toEqual(["open", "open"]);
  });

  it("cannot score: the task goes on to somebody else, and the record says by which rule", async () => {
    expect(await stage.answer(first, { outcome: "scored", score: 90 })).toBe(409);
    const [closed] = await reviewsOf(stage, ref);
    expect(closed).toMatchObject({ status: "answered", outcome: "conflict", values: { kind: "taught" } });
  });

  it("is not reminded: at the time of the reminder the task goes on by itself", async () => {
    for (let turns = 0; turns < 20 && (await reviewsOf(stage, ref)).length < 4; turns++) {
      await stage.world.advanceTo(stage.world.nextTimer() ?? "");
      await stage.world.settle();
    }
    const reviews = await reviewsOf(stage, ref);
    expect(reviews.map(({ status }) => status)).toEqual(["answered", "answered", "open", "open"]);
    expect(reviews[1]).toMatchObject({ outcome: "conflict", values: { kind: "taught" } });
    expect(await stage.mailsTo(ref, second.assignee?.email ?? "")).toEqual(["review.task"]);
    const people = reviews.map(({ assignee }) => assignee?.email);
    expect(new Set(people).size).toBe(4);
    const [all, beside] = [
      await loadsOf(stage, ref),
      await loadsBeside(stage.world.house, await stage.load(ref)),
    ];
    const sharing = Object.keys(all).filter((person) => all[person] !== beside[person]);
    expect(sharing.toSorted()).toEqual(people.slice(2).toSorted());
  });
});
