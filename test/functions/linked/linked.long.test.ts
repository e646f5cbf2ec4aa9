import { describe, expect, it } from "vitest";
import * as z from "zod";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { noteLinks } from "../../../functions/linked/linked.ts";
import { addressIdOf, casePath, taskPath } from "../../../functions/links.ts";
import { factsFor } from "../../../functions/reading/facts.ts";
import { caseOfSeats, refOfCall } from "../../../functions/store/keys.ts";
import { forgetVisitor } from "../../../functions/visitors/visitor.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import campaign from "../../../workflows/assessment-campaign/example.json" with { type: "json" };
import { rehearsal as instruments } from "../../../workflows/assessment-instrument/rehearsal.ts";
import { processOf } from "../../../workflows/catalogue.ts";
import communityEvent from "../../../workflows/community-event/example.json" with { type: "json" };
import firstYear from "../../../workflows/first-year/example.json" with { type: "json" };
import type { Linking } from "../../../workflows/kernel/link.ts";
import type { Example, Said } from "../../../workflows/kernel/rehearsal.ts";
import peerCoaching from "../../../workflows/peer-coaching/example.json" with { type: "json" };
import initiative from "../../../workflows/school-initiative/example.json" with { type: "json" };
import supervision from "../../../workflows/supervision/example.json" with { type: "json" };
import way from "../../../workflows/way-into-teaching/example.json" with { type: "json" };
import { lived } from "../../conformance/played.ts";
import { applicationsIn, readExample } from "../../examples.ts";
import { atEvent } from "../seats/event.ts";

/** What one process gives to the next [processes.md, 0.5]. */

const stored = z.object({ ref: z.string().optional() });
const opening = z.object({ opensAt: z.string().optional() });

/** A school that is typed, because the call brings no list. */
const typedSchool = {
  ...{ schoolCode: undefined, school: "Molėtų gimnazija", municipality: "Molėtų r." },
  ...{ town: "Molėtai", principalName: "Rita Ritaitė", principalEmail: "rita@mokykla.example" },
};

/** The same example with something otherwise in its call. */
const calling = ({ call, ...example }: Example, otherwise: Said): Example => ({
  ...example,
  call: { ...Object(call), ...otherwise },
});

/** Publishes the call of an example, and applies to it as the first person of whom this is true does, but for something. */
async function apply(
  world: OpenedWorld,
  example: Example,
  otherwise: Said,
  is: (application: Said) => boolean = () => true,
) {
  const { house, request, settle } = world;
  const read = await readExample(example);
  const { id, given } = read.part.call;
  await publishCall(house, given);
  const { opensAt = house.clock.now() } = opening.parse((await loadCase(house, refOfCall(id)))?.file.call);
  if (house.clock.now() < opensAt) await world.advanceTo(opensAt);
  const body = { ...applicationsIn(read).find(is), ...otherwise };
  const said = await request("POST", paths.apiApplications(id), body, {
    "idempotency-key": `to-the-call-${id}-once`,
  });
  await settle();
  const { ref } = stored.parse(said.body);
  const loaded = ref === undefined ? undefined : await loadCase(house, ref);
  if (!loaded) throw new Error(JSON.stringify(said.body));
  return loaded;
}

/** The page of a case, as whoever applied reads it in English. */
async function pageOf({ house, asked }: OpenedWorld, ref: string): Promise<string> {
  const target = `${casePath(house.config.linkSecret, ref)}?lang=en`;
  const { status, body } = await asked({
    ...{ method: "GET", target, headers: { host: ["127.0.0.1"] }, body: Buffer.alloc(0) },
  });
  expect([target, status]).toEqual([target, 200]);
  return Buffer.from(body).toString("utf8");
}

/** A line of a page: what it is called, and what stands beside it. */
const reads = (label: string, ...values: readonly string[]) =>
  expect.stringMatching(new RegExp([label, ...values].join("[^]{1,200}")));

describe("a visitor of an event who wants to be told of calls", () => {
  it("is counted there, once, when the same address applies, and both pages say so", async () => {
    await atEvent(10, async ({ world, pk, register }) => {
      await register("ona@pastas.example", { toldOfCalls: true });
      const { file, ...loaded } = await apply(world, way, { email: "Ona@pastas.example" });
      expect(file.links).toEqual([
        { kind: "followed", on: "2027-02-01", what: "Atvirų durų diena", from: caseOfSeats(pk) },
      ]);
      expect(factsFor("applicant", { ...loaded, file })).toContainEqual(
        expect.objectContaining({ kind: "shown", name: "links" }),
      );
      const event = await loadCase(world.house, caseOfSeats(pk));
      expect(event?.file.taken).toMatchObject({ followed: 1 });
    });
  });

  it("is nobody's follower any more once they have left", async () => {
    await atEvent(10, async ({ world, pk, register }) => {
      await register("ona@pastas.example", { toldOfCalls: true });
      await forgetVisitor(world.house, addressIdOf(world.house.config.linkSecret, "ona@pastas.example"));
      const { file } = await apply(world, way, { email: "ona@pastas.example" });
      expect(file.links).toBeUndefined();
      expect((await loadCase(world.house, caseOfSeats(pk)))?.file.taken).toBeUndefined();
    });
  });
});

describe("whoever has qualified on the way into teaching", () => {
  it("is taken for qualified in a first year, whatever the school says of it", async () => {
    await atEvent(1, async ({ world, pk }) => {
      const qualified: Linking = {
        kind: "qualified",
        to: { email: "naujokas@mokykla.example" },
        on: "2026-12-20",
        what: "physics",
      };
      const giver = await loadCase(world.house, caseOfSeats(pk));
      if (!giver) throw new Error("no case");
      const asWay = { head: giver.head, process: await processOf("way-into-teaching") };
      await noteLinks(world.house, asWay, [qualified]);
      await expect(noteLinks(world.house, giver, [qualified])).rejects.toThrow("gives no qualified");
      const { file } = await apply(
        world,
        firstYear,
        { email: "naujokas@mokykla.example", qualified: false, ...typedSchool },
        ({ registers, qualified: isQualified }) => registers === "novice" && isQualified === true,
      );
      expect(file.records).toContainEqual(expect.objectContaining({ outcome: "eligible" }));
      // The school reads what it was counted on, and whoever gave it that it was.
      expect(await pageOf(world, file.ref)).toEqual(reads("Qualification", "physics"));
      expect((await loadCase(world.house, caseOfSeats(pk)))?.file.taken).toMatchObject({ qualified: 1 });
    });
  });
});

describe("a coach whom the programme has accredited", () => {
  it("may be matched with a group of another process: the school reads of it, and the coach of the group", async () => {
    await lived(await readExample(peerCoaching), async ({ world, cases }) => {
      const coach = (await cases()).find(
        ({ head, entry }) => head.process === "peer-coaching" && entry?.state === "completed",
      );
      if (!coach) throw new Error("nobody became a coach");
      const { name, email } = coach.process.people("applicant", coach.file) ?? { name: "", email: "" };
      const leads = { name, email: email.toUpperCase(), language: "lt", town: "Molėtai", groups: 2 };
      const dates = { opens: "2027-02-01T08:00", closes: "2030-03-31T23:59:59" };
      const asks = await apply(
        world,
        calling(supervision, { id: "supervisions", ...dates, supervisors: [leads] }),
        { email: "direktore@mokykla.example" },
      );
      expect(asks.file.links).toBeUndefined();
      const [approval] = asks.tasks;
      if (!approval) throw new Error("nobody is asked to approve");
      const path = `/api/tasks${taskPath(world.house.config.linkSecret, approval).slice("/t".length)}`;
      await world.request("POST", path, { outcome: "approved" }, {});
      await world.settle();
      const matched = await loadCase(world.house, asks.head.pk);
      // The morning after the last day of the training, on which the coordinator says who was there.
      const on = "2027-03-20";
      expect(matched?.file.links).toEqual([
        { kind: "delivering", on, what: expect.any(String), from: coach.head.pk },
      ]);
      expect(await pageOf(world, asks.head.pk)).toEqual(
        reads("Accredited by the programme to lead", "20 March 2027"),
      );
      expect(await pageOf(world, coach.head.pk)).toEqual(
        reads("Groups and events counted on this accreditation", "1"),
      );

      const proposes = await apply(
        world,
        calling(communityEvent, { id: "events", ...dates }),
        { email },
        ({ purpose }) => purpose === "event",
      );
      expect(proposes.file.links).toEqual([
        expect.objectContaining({ kind: "delivering", from: coach.head.pk }),
      ]);
      expect(await pageOf(world, coach.head.pk)).toEqual(
        reads("Groups and events counted on this accreditation", "2"),
      );
    });
  });
});

/** A campaign in which this school takes part. */
const campaignOf = (code: string): Example =>
  JSON.parse(JSON.stringify(campaign).replaceAll('"S1"', JSON.stringify(code)));

describe("a school whose improvement plan was accepted", () => {
  it("is known by it when it applies for an initiative, and both pages say so", async () => {
    const code = initiative.call.schools[0]?.code ?? "";
    await lived(await readExample(campaignOf(code)), async ({ world, cases }) => {
      const planned = (await cases()).find(({ entry }) => entry?.state === "planned");
      if (!planned) throw new Error("no plan was accepted");
      const { file, head } = await apply(
        world,
        calling(
          { ...initiative, people: initiative.people.slice(0, 1) },
          {
            id: "initiatives",
            opens: "2027-01-11T09:00",
            closes: "2030-02-12T23:59",
          },
        ),
        { schoolCode: code },
      );
      expect(file.links).toEqual([expect.objectContaining({ kind: "improving", from: planned.head.pk })]);
      expect(await pageOf(world, head.pk)).toEqual(reads("The school’s improvement plan"));
      expect(await pageOf(world, planned.head.pk)).toEqual(
        reads("Applications that build on this plan", "1"),
      );
    });
  });
});

describe("a pilot of an instrument", () => {
  it("is read by whoever approves that version, and nobody copies a figure by hand; of another version it is asked again", async () => {
    const pilot = calling(campaignOf("S1"), { pilot: true });
    await lived(await readExample(pilot), async ({ world }) => {
      const { house, request, settle } = world;
      const drafts = await instruments.example();
      const dates = { opens: "2027-02-01T08:00", closes: "2030-03-31T23:59:59" };
      const say = async (ref: string, said: Said) => {
        const open = (await loadCase(house, ref))?.tasks.find(({ status }) => status === "open");
        if (!open) throw new Error(`${ref}: nobody is asked`);
        const path = `/api/tasks${taskPath(house.config.linkSecret, open).slice("/t".length)}`;
        const { status, body } = await request("POST", path, said, {});
        expect([body, status < 300]).toEqual([body, true]);
        await settle();
        return loadCase(house, ref);
      };
      const tried = { instrument: campaign.call.instrument.id, version: campaign.call.instrument.version };
      for (const [otherwise, state] of [
        [tried, "approval"],
        [{ ...tried, version: 7 }, "pilot"],
      ] as const) {
        const { head } = await apply(
          world,
          calling(drafts, { id: `v${otherwise.version}`, ...dates }),
          otherwise,
        );
        await say(head.pk, { outcome: "passed" });
        const loaded = await say(head.pk, { campaign: "savijauta" });
        expect(loaded?.entry?.state).toBe(state);
        const shown =
          loaded && factsFor("commission", loaded).find((fact) => "name" in fact && fact.name === "trial");
        const complete = loaded?.file.links?.[0]?.figures?.complete;
        if (state === "approval") {
          expect(complete).toBeGreaterThan(0);
          expect(JSON.stringify(shown)).toContain(String(complete));
        } else expect(loaded?.file.links).toBeUndefined();
      }
    });
  });
});
