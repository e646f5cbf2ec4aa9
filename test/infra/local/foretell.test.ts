import { afterEach, describe, expect, it } from "vitest";
import { foreseenFor } from "../../../functions/cases/road/foresee.ts";
import { digested } from "../../../functions/mails/digested.ts";
import { host, intern, type NationalStage, openNationalStage } from "./national-stage.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage | NationalStage;
afterEach(() => stage.close());

/** The mails of a case that were really sent after an instant, as a foretelling names them; staff read digests instead. */
const sentSince = async (ref: string, since: string): Promise<readonly string[]> =>
  (await stage.load(ref)).mails
    .filter(({ queuedAt }) => queuedAt > since)
    .toSorted((a, b) =>
      a.queuedAt < b.queuedAt ? -1 : a.queuedAt > b.queuedAt ? 1 : a.template < b.template ? -1 : 1,
    )
    .map(({ queuedAt, template }) => `${queuedAt} ${template}`);
const foretold = async (ref: string, since: string): Promise<readonly string[]> =>
  foreseenFor(await stage.load(ref))
    .flatMap((one) => (one.kind === "mail" && one.at > since ? [one] : []))
    .filter(({ role, template }) => !(digested.has(role) && /\.(task|reminder)$/.test(template)))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.template < b.template ? -1 : 1))
    .map(({ at, template }) => `${at} ${template}`);

describe("what happens if nobody does anything", () => {
  it("an application whose principal stays silent: what was foretold is what then comes, to the second", async () => {
    const open = await openStage();
    stage = open;
    const ref = await open.apply("ona@mokykla.example", 80);
    await open.world.settle();
    const now = open.world.house.clock.now();
    const before = await foretold(ref, now);
    expect(foreseenFor(await stage.load(ref)).at(-1)).toMatchObject({
      kind: "repeats",
      state: "endorsementInPlace",
    });
    await open.world.advanceTo("2027-01-25T23:00:00.000Z");
    await open.world.settle();
    const sent = await sentSince(ref, now);
    expect(before.slice(0, sent.length)).toEqual(sent);
    expect(sent.length).toBeGreaterThan(1);
  });

  it("a place whose school does not amend it lapses, and its case says so beforehand", async () => {
    const open = await openNationalStage();
    stage = open;
    const ref = await open.apply("vietos-2027", host("Molėtų gimnazija"));
    await open.answer(ref, "approval", { outcome: "returned", reason: "Kas rūpinsis?" });
    const now = open.world.house.clock.now();
    const before = await foretold(ref, now);
    expect(foreseenFor(await stage.load(ref)).at(-1)).toMatchObject({ kind: "ends", status: "lapsed" });
    await open.passTo("2027-02-20T08:00:00.000Z");
    expect(await open.stands(ref)).toBe("lapsed");
    expect(await sentSince(ref, now)).toEqual(before);
  });

  it("whoever waits for the others is told that nothing happens by itself, and nothing was changed by asking", async () => {
    const open = await openNationalStage();
    stage = open;
    const [place = ""] = await open.toCall(host("Molėtų gimnazija"));
    const ref = await open.admitted(intern("Ona", [place]));
    const before = JSON.stringify(await open.world.house.table.query(ref));
    expect(foreseenFor(await stage.load(ref))).toMatchObject([{ kind: "waits", state: "awaitingMatch" }]);
    expect(JSON.stringify(await open.world.house.table.query(ref))).toBe(before);
  });
});
