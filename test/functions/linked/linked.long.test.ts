import { describe, expect, it } from "vitest";
import * as z from "zod";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { noteLinks } from "../../../functions/linked/linked.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { factsFor } from "../../../functions/reading/facts.ts";
import { caseOfSeats, refOfCall } from "../../../functions/store/keys.ts";
import { forgetVisitor } from "../../../functions/visitors/visitor.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import { processOf } from "../../../workflows/catalogue.ts";
import firstYear from "../../../workflows/first-year/example.json" with { type: "json" };
import type { Linking } from "../../../workflows/kernel/link.ts";
import type { Example, Said } from "../../../workflows/kernel/rehearsal.ts";
import way from "../../../workflows/way-into-teaching/example.json" with { type: "json" };
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
  const said = await request("POST", paths.apiApplications(id), body, { "idempotency-key": `of-${id}-only` });
  await settle();
  const { ref } = stored.parse(said.body);
  const loaded = ref === undefined ? undefined : await loadCase(house, ref);
  if (!loaded) throw new Error(JSON.stringify(said.body));
  return loaded;
}

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
    });
  });
});
