import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entriesIn } from "../../../functions/cases/load.ts";
import { applicationsIn } from "../../../functions/cases/people/mine.ts";
import { addressIdOf, casePath } from "../../../functions/links.ts";
import { idOf, refOfCall } from "../../../functions/store/keys.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { waysOf } from "../../../workflows/kernel/states.ts";
import { demoApplication } from "../../functions/demo-house.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const owner = "austeja@mokykla.example";
const day = 86_400_000;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Somebody applies with the owner's address; whoever it was. */
async function apply(key: string, settles = true): Promise<string> {
  const minute = new Date(Date.parse(stage.world.house.clock.now()) + 60_000).toISOString();
  await stage.world.advanceTo(minute);
  const body = { ...demoApplication, email: owner, countries: ["FI"] };
  const { status, body: said } = await stage.world.request("POST", "/api/calls/demo/applications", body, {
    "idempotency-key": `${key}-of-the-owner`,
  });
  expect(status).toBe(201);
  if (settles) await stage.world.settle();
  return typeof said === "object" && said && "ref" in said ? String(said.ref) : "";
}

/** What the owner of the address was mailed, as it was sent. */
async function mailOf(ref: string, name: string): Promise<string> {
  const { renderMail } = await import("../../../functions/mails/render.ts");
  const loaded = await stage.load(ref);
  const mail = loaded.mails.find(({ template }) => template === name);
  if (!mail) throw new Error(`${ref}: no mail ${name}`);
  return (await renderMail(stage.world.house.config, mail, loaded)).text;
}
const receiptOf = (ref: string): Promise<string> => mailOf(ref, "received");
const linkIn = (mail: string): string => /\/confirm\/\S+/.exec(mail)?.[0] ?? "";

async function pass(days: number): Promise<void> {
  const { clock } = stage.world.house;
  await stage.world.advanceTo(new Date(Date.parse(clock.now()) + days * day).toISOString());
  await stage.world.settle();
}

const noticesToOwner = () =>
  stage.world.house.table
    .query(`address#${ownerId()}`, "mail#gaveWay")
    .then((items) => items.map(({ notice }) => notice));
const ownerId = () => addressIdOf(stage.world.house.config.linkSecret, owner);

describe("two applications of one address", () => {
  it("both run as any other, and the mail of the second says that there is another", async () => {
    const [first, second] = [await apply("first"), await apply("second")];
    for (const ref of [first, second])
      expect((await stage.load(ref)).tasks.map(({ state }) => state)).toEqual(["endorsement"]);
    expect(await stage.standing(second)).toBe(await stage.standing(first));
    expect(await receiptOf(first)).toContain("Nieko patvirtinti nereikia");
    expect(await receiptOf(second)).toContain("gauta ir kita paraiška");
  });

  it("lets the one that its owner confirms stand; the other is withdrawn, and the owner reads why", async () => {
    const [false_, own] = [await apply("false"), await apply("own")];
    const mailbox = visitor(stage.world.house);
    const link = linkIn(await receiptOf(own));
    const before = JSON.stringify(await stage.load(false_));
    const shown = await mailbox.get(link);
    expect(shown.text).toContain("Ši paraiška yra mano");
    expect(shown.text).toContain("bus atsiimtos");
    expect(JSON.stringify(await stage.load(false_))).toBe(before);

    expect((await mailbox.post(link)).status).toBe(303);
    await stage.world.settle();
    expect(await stage.standing(false_)).toBe("withdrawn");
    expect((await stage.load(own)).entry).toMatchObject({ ended: false });
    expect(await noticesToOwner()).toHaveLength(1);
    const after = (await mailbox.get(link)).text;
    expect(after).toContain("Patvirtinta: galioja ši paraiška");
    expect(after).not.toContain("bus atsiimtos");
  });

  it("is confirmed once: pressed again it changes nothing, and the other can no longer be confirmed", async () => {
    const [first, second] = [await apply("first"), await apply("second")];
    const mailbox = visitor(stage.world.house);
    const [one, other] = [linkIn(await receiptOf(first)), linkIn(await receiptOf(second))];
    const answers = await Promise.all([mailbox.post(one), mailbox.post(one)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await stage.world.settle();
    expect((await mailbox.post(other)).status).toBe(409);
    expect(await stage.standing(second)).toBe("withdrawn");
    expect((await stage.load(second)).head.interruptions).toHaveLength(1);
    expect(await noticesToOwner()).toHaveLength(1);
  });

  it("is withdrawn also where the first was confirmed before the second one's road began", async () => {
    const first = await apply("first");
    const second = await apply("second", false);
    await visitor(stage.world.house).post(linkIn(await receiptOf(first)));
    await pass(0.01);
    expect(await stage.standing(second)).toBe("withdrawn");
    expect(await noticesToOwner()).toHaveLength(1);
  });

  it("keeps the first where the owner says nothing for a week, and its place in time", async () => {
    const first = await apply("first");
    const second = await apply("second");
    const waiting = await entriesIn(stage.world.house.table, refOfCall("demo"));
    expect(waiting.find(({ ref }) => ref === second)?.bid).toBeUndefined();
    await pass(8);
    expect(await stage.standing(second)).toBe("withdrawn");
    expect(await mailOf(second, "withdrawn"), "the owner asked for nothing").not.toContain("prašėte");
    expect((await stage.load(first)).entry?.ended).toBe(false);
  });

  it("counts for nothing any more once it was withdrawn", async () => {
    const false_ = await apply("false");
    await stage.say(false_, "withdrawn");
    const own = await apply("own");
    expect((await stage.load(own)).entry?.contested).toBeUndefined();
    await pass(8);
    expect((await stage.load(own)).entry?.ended).toBe(false);
  });

  it("is confirmed by the mailbox alone: not by the link of the own page, nor by another's", async () => {
    const [first, second] = [await apply("first"), await apply("second")];
    const { linkSecret } = stage.world.house.config;
    const own = casePath(linkSecret, second).split("/").at(-1) ?? "";
    const others =
      linkIn(await receiptOf(first))
        .split("/")
        .at(-1) ?? "";
    for (const secret of [own, others, "x"])
      expect((await visitor(stage.world.house).post(`/confirm/${idOf(second)}/${secret}`)).status).toBe(404);
  });

  it("are both among the applications of whoever signs in", async () => {
    await apply("first");
    await apply("second");
    expect(await applicationsIn(stage.world.house, "demo", owner)).toHaveLength(2);
  });
});

/** Where a case stands first, beyond the steps that its machine only passes through. */
function firstStops({ states }: Pick<Process, "states">, from: string): readonly string[] {
  const state = states[from];
  if (state === undefined || state.kind === "end") return [];
  return state.kind === "step"
    ? Object.values(waysOf(state)).flatMap((to) => firstStops({ states }, to))
    : [from];
}

describe("the word with which an application gives way", async () => {
  const withApplications = (await everyProcess()).filter(
    ({ application, call }) => application && !call?.isRepeatable,
  );
  it.each(withApplications.map((process) => [process.id, process] as const))(
    "%s lets its applicant withdraw, from the first question or wait on",
    (_id, process) => {
      const { withdrawn } = process.interruptions;
      expect(withdrawn).toMatchObject({ by: "applicant" });
      expect(withdrawn?.during).toEqual(expect.arrayContaining([...firstStops(process, process.start)]));
      const raw = { outcome: "withdrawn", reason: "Taip nusprendė savininkas." };
      expect(withdrawn && parseAnswer(withdrawn.form, raw).outcome).toBe("valid");
    },
  );
});
