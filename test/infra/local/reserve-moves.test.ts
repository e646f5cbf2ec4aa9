import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { casePath } from "../../../functions/links.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

describe("the reserve list", () => {
  let stage: Stage;
  const refs: string[] = [];
  const ownPage = async (ref: string) => {
    const { house } = stage.world;
    await house.keepLines();
    return (await visitor(house).get(casePath(house.config.linkSecret, ref))).text;
  };
  const [first, second, third, fourth] = [0, 1, 2, 3].map((index) => () => refs[index] ?? "") as [
    () => string,
    () => string,
    () => string,
    () => string,
  ];

  beforeAll(async () => {
    stage = await openStage();
    for (const [name, score] of [
      ["pirma", 90],
      ["antra", 85],
      ["trecia", 80],
      ["ketvirta", 75],
    ] as const)
      refs.push(await stage.apply(`${name}@mokykla.example`, score));
    await stage.goOnUntil(first(), "offer");
    for (let turns = 0; turns < 20 && (await stage.standing(fourth())) !== "onReserveList"; turns++)
      await stage.world.settle();
  });
  afterAll(() => stage.close());

  it("is a position that its reader sees", async () => {
    expect(await ownPage(second())).toContain("Jūsų vieta rezerviniame sąraše dabar – 1.");
    expect(await ownPage(fourth())).toContain("Jūsų vieta rezerviniame sąraše dabar – 3.");
  });

  it("moves when a place falls free: the next is offered it with a day, who has come up by much is told once", async () => {
    await stage.answer(await stage.openTask(first(), "offer"), { outcome: "declined" });
    for (let turns = 0; turns < 20 && (await stage.standing(second())) !== "offer"; turns++)
      await stage.world.settle();
    expect(await ownPage(second())).toContain("Laukiame jūsų atsakymo iki 2027 m.");
    expect(await ownPage(third())).toContain("Jūsų vieta rezerviniame sąraše dabar – 1.");
    expect(await ownPage(fourth())).toContain("Jūsų vieta rezerviniame sąraše dabar – 2.");
    const told = await stage.mailsTo(third(), "trecia@mokykla.example");
    expect(told.filter((template) => template === "reserveMoved")).toHaveLength(1);
    expect(await stage.mailsTo(fourth(), "ketvirta@mokykla.example")).not.toContain("reserveMoved");
    const loaded = await stage.load(third());
    const mail = loaded.mails.find(({ template }) => template === "reserveMoved");
    if (!mail) throw new Error("no mail");
    const { text, subject } = await renderMail(stage.world.house.config, mail, loaded);
    expect(text).toContain("dabar jūsų vieta jame – 1.");
    expect(subject).toBe("Jūsų vieta rezerviniame sąraše");
  });
});
