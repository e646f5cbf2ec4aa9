import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { loadCall } from "../../../functions/calls/calls.ts";
import { amendGrants } from "../../../functions/groups/amend.ts";
import { addMembers, dissolve, makeGroup, takeOut } from "../../../functions/groups/arrange.ts";
import { loadGroup } from "../../../functions/groups/groups.ts";
import { membersOf } from "../../../functions/groups/members.ts";
import { describeGroup } from "../../../functions/groups/plan.ts";
import { groupKey } from "../../../functions/store/keys.ts";
import { hostOf } from "../../../workflows/foreign-internship/journey.ts";
import { money } from "../../../workflows/foreign-internship/ledger.ts";
import type { Tickets } from "../../../workflows/kernel/case-file.ts";
import { paidInAll, postingsOf, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let [ona, rasa] = ["", ""];
beforeEach(async () => {
  stage = await openStage({ places: { FI: 2 } });
  ona = await stage.apply("ona@mokykla.example", 90);
  rasa = await stage.apply("rasa@mokykla.example", 80);
});
afterEach(() => stage.close());

const coordinator = { name: "coordinator", email: "coordinator@agency.example", language: "lt" } as const;

const theCall = async () => {
  const call = await loadCall(stage.world.house, "demo");
  if (!call) throw new Error("no call");
  return call;
};
const theGroup = async () => {
  const group = await loadGroup(stage.world.house, "demo", 1);
  if (!group) throw new Error("no group");
  return group;
};
const makes = async (tickets: Tickets, ...members: readonly [string, ...string[]]) => {
  const wanted = { name: "Tamperė", country: "FI", tickets, meeting: undefined, leader: members[0], members };
  const { outcome } = await makeGroup(stage.world.house, await theCall(), coordinator, wanted);
  await stage.world.settle();
  return outcome;
};
const bothHavePlaces = async () => {
  await stage.goOnUntil(ona, "hostConfirmation");
  await stage.answer(await stage.openTask(rasa, "offer"), { outcome: "accepted" });
};
const groupMailsTo = async (ref: string, email: string) =>
  (await stage.mailsTo(ref, email)).filter((template) => template.startsWith("group"));

const sheet = z.object({
  grantCents: z.number(),
  travelCents: z.number(),
  lines: z.array(z.object({ label: z.string() })),
});
const grantsOf = async (ref: string) =>
  (await stage.load(ref)).file.records
    .filter(({ step }) => step === "grant")
    .map(({ data }) => sheet.parse(data));

describe("where the agency buys the tickets of a group", () => {
  it("no travel band is paid, and the sheet says why; whoever travels alone has it as ever", async () => {
    await bothHavePlaces();
    expect(await makes("agency", ona)).toBe("made");
    await stage.goOnUntil(ona, "advance");
    await stage.goOnUntil(rasa, "advance");
    const [[inGroup], [alone]] = [await grantsOf(ona), await grantsOf(rasa)];
    expect(inGroup).toMatchObject({ grantCents: 7 * 11_000, travelCents: 0 });
    expect(inGroup?.lines.map(({ label }) => label)).toEqual(["travelByAgency", "daily"]);
    expect(alone?.travelCents).toBeGreaterThan(0);
    expect(alone?.lines.map(({ label }) => label)).toEqual(["travel", "daily"]);
  });

  it("a grant that was worked out before gets a new version of the agreement on the same days, and the money follows it", async () => {
    await stage.goOnUntil(ona, "departure");
    expect(await makes("agency", ona)).toBe("made");
    const [before] = await membersOf(stage.world.house, await theGroup());
    expect(before?.isOutdated).toBe(true);
    const [house, call] = [stage.world.house, await theCall()];
    const outdated = await membersOf(house, await theGroup());
    const reason = "Bilietus perka agentūra.";
    expect(await amendGrants(house, call, coordinator, outdated, reason)).toEqual({ outcome: "amended" });
    await stage.world.settle();
    expect(await stage.standing(ona)).toBe("agreement");
    const [after] = await membersOf(stage.world.house, await theGroup());
    expect(after?.isOutdated).toBe(false);
    expect(hostOf((await stage.load(ona)).file)).toMatchObject({ starts: "2027-05-03", ends: "2027-05-07" });
    const [first, second] = await grantsOf(ona);
    expect((first?.grantCents ?? 0) - (second?.grantCents ?? 0)).toBe(first?.travelCents);
    await stage.goOnUntil(ona, "completed");
    const sums = sumsOf(postingsOf(money, (await stage.load(ona)).file));
    expect(paidInAll(sums) - sums.recovered).toBe(second?.grantCents);
  });

  it("and nothing can change any more once the journey has begun", async () => {
    await bothHavePlaces();
    await makes("agency", ona, rasa);
    await stage.goOnUntil(ona, "travelling");
    const [house, call] = [stage.world.house, await theCall()];
    const refused = { outcome: "settled" };
    expect(await takeOut(house, call, await theGroup(), coordinator, ona)).toMatchObject(refused);
    expect(await dissolve(house, call, await theGroup(), coordinator)).toMatchObject(refused);
    const group = await theGroup();
    const own = { ...group, tickets: "own", meeting: undefined } as const;
    expect(await describeGroup(house, call, group, coordinator, own)).toMatchObject(refused);
  });
});

describe("the case stays each person's own", () => {
  it("a withdrawal takes that person out of the group, and the others go on", async () => {
    await bothHavePlaces();
    await makes("agency", ona, rasa);
    await stage.say(ona, "withdrawn", { reason: "Susirgau." });
    const members = await membersOf(stage.world.house, await theGroup());
    expect(members.map(({ ref }) => ref)).toEqual([rasa]);
    expect(await stage.standing(ona)).toBe("withdrawn");
    expect(await stage.standing(rasa)).toBe("hostConfirmation");
    expect(await groupMailsTo(ona, "ona@mokykla.example")).toEqual(["groupJoined"]);
  });

  it("another person who goes instead travels with the group, without the first one's telephone", async () => {
    await bothHavePlaces();
    await makes("own", ona, rasa);
    const successor = {
      fullName: "Jūratė Naujokė",
      email: "jurate@mokykla.example",
      municipality: "Kėdainių r.",
      town: "Kėdainiai",
      iban: "LT12 1000 0111 0100 1000",
      reason: "Susirgo.",
    };
    expect(await stage.staffSays(rasa, "replaced", successor)).toBe("accepted");
    const members = await membersOf(stage.world.house, await theGroup());
    const went = members.find(({ ref }) => ref === rasa)?.traveller;
    expect(went).toMatchObject({ name: "Jūratė Naujokė", email: "jurate@mokykla.example" });
    expect(went?.phone).toBeUndefined();
  });
});

describe("the members of a group are told", () => {
  it("that they came in, that its plans changed and that they left it: of each once, whoever asks again", async () => {
    await bothHavePlaces();
    await makes("own", ona, rasa);
    const [house, call] = [stage.world.house, await theCall()];
    const leader = { name: "Tamperė", tickets: "own", meeting: "Vilnius", leader: rasa } as const;
    const { version } = await theGroup();
    await describeGroup(house, call, await theGroup(), coordinator, { ...leader, version });
    await stage.world.settle();
    await takeOut(house, call, await theGroup(), coordinator, ona);
    await stage.world.settle();
    await house.table.change(groupKey("demo", 1), {
      set: { pending: "pending#0", pendingAt: house.clock.now() },
    });
    await stage.world.settle();
    expect(await groupMailsTo(ona, "ona@mokykla.example")).toEqual([
      "groupChanged",
      "groupJoined",
      "groupLeft",
    ]);
    expect(await groupMailsTo(rasa, "rasa@mokykla.example")).toEqual(["groupChanged", "groupJoined"]);
  });

  it("again when they come back, but not of what was news before they came", async () => {
    await bothHavePlaces();
    await makes("own", rasa);
    const [house, call] = [stage.world.house, await theCall()];
    const { version } = await theGroup();
    const details = {
      name: "Tamperė II",
      tickets: "own",
      meeting: undefined,
      leader: rasa,
      version,
    } as const;
    await describeGroup(house, call, await theGroup(), coordinator, details);
    for (let times = 0; times < 2; times++) {
      await addMembers(house, call, await theGroup(), coordinator, [ona]);
      await stage.world.settle();
      await takeOut(house, call, await theGroup(), coordinator, ona);
      await stage.world.settle();
    }
    expect(await groupMailsTo(ona, "ona@mokykla.example")).toEqual([
      "groupJoined",
      "groupJoined",
      "groupLeft",
      "groupLeft",
    ]);
  });
});
