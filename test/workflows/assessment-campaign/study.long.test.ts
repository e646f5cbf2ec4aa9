import { expect, it } from "vitest";
import { giveAnswer, makeCodes } from "../../../functions/anonymous/slips.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { factsFor } from "../../../functions/reading/facts.ts";
import { answerItem } from "../../../functions/store/answer-items.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { askedIn } from "../../../workflows/assessment-campaign/call.ts";
import example from "../../../workflows/assessment-campaign/example.json" with { type: "json" };
import { lived } from "../../conformance/played.ts";
import { readExample } from "../../examples.ts";

const sample = { seed: "2027", schools: 3000 };
const study = (call: object, year = "2027") =>
  readExample({
    ...example,
    call: { ...example.call, least: 1, sample, ...call },
    people: example.people.map((row) => ({ ...row, at: row.at.replace("2027", year) })),
  });

it("a study that names the one before tells what the same people said then and now, and nobody else", async () => {
  await lived(await study({}), async ({ world }) => {
    const { house, local } = world;
    const before = local.answers.all().map((item) => answerItem.parse(item));
    expect(before.every(({ pseudonym }) => pseudonym !== undefined)).toBe(true);
    const [first] = before;
    if (!first) throw new Error("nobody answered");
    const { school, group } = first;
    const { part } = await study(
      {
        ...{ id: "pakartotas", compares: example.call.id, reminders: [] },
        ...{ opens: "2030-03-01T09:00", closes: "2030-03-31T16:00" },
      },
      "2030",
    );
    await publishCall(house, part.cast.given);
    await world.advanceTo("2030-03-02T10:00:00.000Z");
    const call = await loadCase(house, refOfCall("pakartotas"));
    const asked = askedIn(call?.file.call ?? {});
    const codes = await makeCodes(house, "pakartotas", { school, group, codes: 1 }, 0);
    const at = { callId: "pakartotas", school, group, code: codes[0] ?? "" };
    expect(await giveAnswer(house, asked, at, { safe: "4" })).toMatchObject({ isPseudonymWrong: true });
    expect(await giveAnswer(house, asked, at, { safe: "4" }, first.pseudonym)).toBe("accepted");
    await world.advanceTo("2030-04-02T10:00:00.000Z");
    const told = await loadCase(house, refOfCall("pakartotas"));
    if (!told) throw new Error("no call");
    const was = `${first.values.safe}.00`;
    const compared = factsFor("coordinator", told).find((fact) => "name" in fact && fact.name === "compared");
    const said = JSON.stringify(compared);
    expect([said.includes(was), said.includes("4.00")]).toEqual([true, true]);
    expect(said).toContain('"pairs":1');
    expect(factsFor("agency", told).some((fact) => "name" in fact && fact.name === "compared")).toBe(true);
  });
});
