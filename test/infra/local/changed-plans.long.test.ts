import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { casesOfAddress } from "../../../functions/cases/people/mine.ts";
import { casePath } from "../../../functions/links.ts";
import { hostOf } from "../../../workflows/foreign-internship/journey.ts";
import { money } from "../../../workflows/foreign-internship/ledger.ts";
import { heldBy, paidInAll, postingsOf, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const onStageAt = async (state: string, call = {}): Promise<string> => {
  stage = await openStage(call);
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, state);
  return ref;
};
const moved = { starts: "2027-06-07", ends: "2027-06-13", reason: "Įstaiga paprašė kitų datų." };
const versions = async (ref: string) => {
  const { records } = (await stage.load(ref)).file;
  const sheet = z.object({ grantCents: z.number(), advanceCents: z.number(), days: z.number() });
  return records.filter(({ step }) => step === "grant").map(({ data }) => sheet.parse(data));
};
const ledgerOf = async (ref: string) => postingsOf(money, (await stage.load(ref)).file);
const applicant = "pirma@mokykla.example";

describe("the journey moves to other days", () => {
  it("before the plan: it goes on where it was, with the new days, and nothing is signed twice", async () => {
    const ref = await onStageAt("plan");
    expect(await stage.staffSays(ref, "changed", moved)).toBe("accepted");
    expect(await stage.standing(ref)).toBe("plan");
    expect(hostOf((await stage.load(ref)).file)).toMatchObject({ starts: moved.starts, ends: moved.ends });
    expect(await stage.mailsTo(ref, applicant)).toContain("plansChanged");
  });

  it("after the agreement: a new version is worked out by the new days, and all parties sign it", async () => {
    const ref = await onStageAt("advance");
    await stage.staffSays(ref, "changed", moved);
    expect(await stage.standing(ref)).toBe("agreement");
    const [first, second] = await versions(ref);
    expect(first?.days).toBe(7);
    expect(second?.days).toBe(9);
    await stage.goOnUntil(ref, "advance");
    expect(sumsOf(await ledgerOf(ref))).toMatchObject({
      granted: second?.grantCents,
      toPay: second?.grantCents,
    });
  });

  it("after the advance was paid: it is not paid again, and what the days cost more is settled at the end", async () => {
    const ref = await onStageAt("departure");
    await stage.staffSays(ref, "changed", { ...moved, costs: "45,10" });
    const [first, second] = await versions(ref);
    await stage.goOnUntil(ref, "departure");
    expect((second?.grantCents ?? 0) - (first?.grantCents ?? 0)).toBe(2 * 11_000 + 4510);
    await stage.goOnUntil(ref, "completed");
    const sums = sumsOf(await ledgerOf(ref));
    expect(sums).toMatchObject({
      paid: { advance: first?.advanceCents },
      committed: second?.grantCents,
      toPay: 0,
    });
    expect(paidInAll(sums)).toBe(second?.grantCents);
  });

  it("to another institution: it is asked anew, the first is told, and the intern is told where to go", async () => {
    const ref = await onStageAt("departure");
    const other = {
      institution: "Hervannan koulu",
      contactName: "Aino Virtanen",
      contactEmail: "aino@koulu.example",
    };
    await stage.staffSays(ref, "changed", { ...moved, ...other });
    const task = await stage.openTask(ref, "hostConfirmation");
    expect(task.assignee?.email).toBe("aino@koulu.example");
    const { mails } = await stage.load(ref);
    expect(
      mails.filter(({ template }) => template === "hostReleased").map(({ to }) => to.email),
    ).not.toContain("aino@koulu.example");
    await stage.goOnUntil(ref, "departure");
    expect(await versions(ref)).toHaveLength(2);
  });

  it("names what is missing when only half of another institution is given", async () => {
    const ref = await onStageAt("plan");
    expect(await stage.staffSays(ref, "changed", { ...moved, institution: "Koulu" })).toBe("invalid");
    expect(await stage.staffSays(ref, "changed", { ...moved, ends: "2027-06-01" })).toBe("invalid");
    expect(await stage.standing(ref)).toBe("plan");
  });

  it("that the budget does not bear: nothing moves, and the coordinator chooses others or gives up", async () => {
    const ref = await onStageAt("advance", { budgetCents: 130_000 });
    const [first] = await versions(ref);
    await stage.staffSays(ref, "changed", { ...moved, ends: "2027-07-30" });
    expect(await stage.standing(ref)).toBe("overBudget");
    expect(sumsOf(await ledgerOf(ref)).granted).toBe(first?.grantCents);
    const task = await stage.openTask(ref, "overBudget");
    const shorter = { outcome: "otherDays", starts: "2027-06-07", ends: "2027-06-11", reason: "Trumpiau." };
    expect(await stage.answer(task, shorter)).toBe(200);
    expect(await stage.standing(ref)).toBe("agreement");
    expect(hostOf((await stage.load(ref)).file)).toMatchObject({ ends: "2027-06-11" });
  });
});

describe("another person goes instead", () => {
  const other = {
    fullName: "Rūta Žąsytė",
    email: "ruta@mokykla.example",
    municipality: "Kauno m.",
    town: "Kaunas",
    iban: "LT601010012345678901",
    reason: "Susirgo.",
  };

  it("after the tickets: the new one signs and is paid, the first keeps the costs and owes the rest until the end", async () => {
    const ref = await onStageAt("departure");
    const [first] = await versions(ref);
    const paid = first?.advanceCents ?? 0;
    expect(await stage.staffSays(ref, "replaced", { ...other, costs: "120" })).toBe("accepted");
    expect(await stage.mailsTo(ref, applicant)).toContain("replaced");
    expect(await stage.mailsTo(ref, other.email)).toContain("takesPart");
    const own = await casesOfAddress(stage.world.house, other.email);
    expect(own.map(({ head }) => head.pk)).toEqual([ref]);
    expect(await casesOfAddress(stage.world.house, applicant)).toEqual([]);
    expect((await stage.openTask(ref, "agreement")).pk).toBe(ref);
    await stage.goOnUntil(ref, "advance");
    const loaded = await stage.load(ref);
    expect(money.payee(loaded.file, "advance")).toEqual({ name: other.fullName, iban: other.iban });
    expect(heldBy("kept", await ledgerOf(ref))).toBe(12_000);
    expect(heldBy("recoverable", await ledgerOf(ref))).toBe(paid - 12_000);
    await stage.goOnUntil(ref, "replacementRecovery");
    await stage.goOnUntil(ref, "completed");
    const [, second] = await versions(ref);
    const sums = sumsOf(await ledgerOf(ref));
    expect(sums).toMatchObject({ toPay: 0, toRecover: 0, recovered: paid - 12_000 });
    expect(sums.committed).toBe((second?.grantCents ?? 0) + 12_000);
  });

  it("before anything was paid: nobody owes anything, and the plan stays", async () => {
    const ref = await onStageAt("agreement");
    await stage.staffSays(ref, "replaced", other);
    expect(await stage.standing(ref)).toBe("agreement");
    expect(heldBy("recoverable", await ledgerOf(ref))).toBe(0);
  });

  it("and withdraws in turn: what both were paid comes back together", async () => {
    const ref = await onStageAt("departure");
    await stage.staffSays(ref, "replaced", other);
    await stage.goOnUntil(ref, "departure");
    await stage.say(ref, "withdrawn");
    const [first, second] = await versions(ref);
    await stage.answer(await stage.openTask(ref, "withdrawnRecovery"), {
      recoveredOn: stage.world.house.clock.now().slice(0, 10),
    });
    expect(sumsOf(await ledgerOf(ref))).toMatchObject({
      recovered: (first?.advanceCents ?? 0) + (second?.advanceCents ?? 0),
      committed: 0,
      toRecover: 0,
    });
  });

  it("opens the own page by another link: the first one's shows nothing any more", async () => {
    const ref = await onStageAt("agreement");
    const { linkSecret } = stage.world.house.config;
    const read = async (path: string) => String((await stage.world.request("GET", path, {}, {})).body);
    await stage.staffSays(ref, "replaced", other);
    expect(await read(casePath(linkSecret, ref))).not.toContain('<h1 class="govuk-heading-l">Mano paraiška');
    const own = await read(casePath(linkSecret, ref, other.email));
    expect(own).toContain('<h1 class="govuk-heading-l">Mano paraiška');
    expect(own).not.toContain("Austėja");
  });

  it("needs an account whose number is right", async () => {
    const ref = await onStageAt("plan");
    expect(await stage.staffSays(ref, "replaced", { ...other, iban: "LT00" })).toBe("invalid");
    expect((await stage.load(ref)).file.interruptions).toEqual([]);
  });
});

describe("the journey breaks off half-way", () => {
  it("the host says which days were attended, and what it cost is borne as far as the grant goes", async () => {
    const ref = await onStageAt("travelling");
    await stage.staffSays(ref, "cutShort", { reason: "Liga šeimoje.", costs: "150" });
    const task = await stage.openTask(ref, "attendance");
    await stage.answer(task, { outcome: "partial", daysMissed: 3 });
    await stage.goOnUntil(ref, "completed");
    const [version] = await versions(ref);
    const due = (version?.grantCents ?? 0) - 3 * 11_000 + 15_000;
    expect(sumsOf(await ledgerOf(ref)).committed).toBe(due);
  });
});

describe("somebody falls silent", () => {
  it("no plan comes: the coordinator asks once more, then the place goes to the next on the list", async () => {
    const ref = await onStageAt("plan");
    const second = await stage.standing(ref);
    expect(second).toBe("plan");
    const { dueAt = "" } = await stage.openTask(ref, "plan");
    await stage.world.advanceTo(dueAt);
    await stage.world.settle();
    const asked = await stage.openTask(ref, "silentPlan");
    await stage.answer(asked, { outcome: "askAgain", reason: "Atostogavo." });
    expect(await stage.standing(ref)).toBe("plan");
    const again = await stage.openTask(ref, "plan");
    await stage.world.advanceTo(again.dueAt ?? "");
    await stage.world.settle();
    await stage.answer(await stage.openTask(ref, "silentPlan"), { outcome: "released", reason: "Neatsako." });
    expect(await stage.standing(ref)).toBe("lapsed");
    expect(await stage.mailsTo(ref, applicant)).toContain("lapsed");
  });
});
