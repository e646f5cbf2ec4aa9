import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breakIn } from "../../../functions/cases/road/interrupt.ts";
import { printNumber } from "../../../functions/certificates/number.ts";
import { sayConsent } from "../../../functions/public/consent.ts";
import { openRowsOf } from "../../../functions/public/open-rows.ts";
import example from "../../../workflows/career-transition/example.json" with { type: "json" };
import { lived } from "../../lived.ts";

/** The example on a day of 2028 on which three are accredited, one of whom does not want to be named. */
const call = await lived(example);
const { world, caseOf } = call;
beforeAll(() => call.until("2028-06-01"));
afterAll(() => call.close());

const pageOf = async (path: string, language: "lt" | "en" = "lt") => {
  await world.house.keepLines();
  const answer = await world.asked({
    method: "GET",
    target: `${path}?lang=${language}`,
    headers: { host: ["127.0.0.1"] },
    body: Buffer.alloc(0),
  });
  return { status: answer.status, text: Buffer.from(answer.body).toString("utf8") };
};
const entryOf = async (name: string) => {
  const [row] = openRowsOf(await caseOf(name));
  if (!row) throw new Error(`${name} is in no register`);
  return row;
};
const register = "/registers/transition";

describe("the public register of who has come to another role", () => {
  it("names those who agreed to it, in which role and until when, in both languages", async () => {
    const lt = await pageOf(register);
    expect(lt.status).toBe(200);
    for (const said of ["Ona Onaitė", "Ieva Ievaitė", "Mentorius", "Konsultantas", "Galioja"])
      expect(lt.text).toContain(said);
    const { text } = await pageOf(register, "en");
    for (const said of ["Ona Onaitė", "Mentor", "Consultant", "Valid"]) expect(text).toContain(said);
  });

  it("has no line of who did not agree, whose number can be checked all the same", async () => {
    expect((await pageOf(register)).text).not.toContain("Jonas");
    const { number } = await entryOf("Jonas Jonaitis");
    const { status, text } = await pageOf(`/registered/${printNumber(number)}`);
    expect([status, text.includes("Galioja"), text.includes("Jonas")]).toEqual([200, true, false]);
  });

  it("loses a name at once when its holder takes the consent back", async () => {
    const ieva = await caseOf("Ieva Ievaitė");
    const { kind, name, number } = await entryOf("Ieva Ievaitė");
    await sayConsent(world.house, ieva, { kind, name }, { agrees: false, by: "ieva@mokykla.example" });
    expect((await pageOf(register)).text).not.toContain("Ieva");
    const checked = await pageOf(`/registered/${printNumber(number)}`);
    expect([checked.status, checked.text.includes("Ieva")]).toEqual([200, false]);
  });

  it("has no line from the day on on which an accreditation is revoked, and tells who asks by the number", async () => {
    const ona = await caseOf("Ona Onaitė");
    const by = ona.process.people("agency", ona.file)?.email ?? "";
    const said = await breakIn(world.house, ona, { name: "revoked", by }, { reason: "Pažeista etika." });
    expect(said.outcome).toBe("accepted");
    await world.settle();
    expect((await pageOf(register)).text).not.toContain("Ona Onaitė");
    const { number } = await entryOf("Ona Onaitė");
    const { text } = await pageOf(`/registered/${printNumber(number)}`);
    expect(text).toContain("Įrašas šiandien negalioja");
  });

  it("takes the certificate with it once nobody has appealed in time, and not before", async () => {
    const revokedOf = async () => (await caseOf("Ona Onaitė")).certificate?.revoked;
    expect(await revokedOf()).toBeUndefined();
    await world.advanceTo("2028-07-01T08:00:00.000Z");
    await world.settle();
    expect((await caseOf("Ona Onaitė")).file.entry).toMatchObject({ state: "revoked", ended: true });
    expect(await revokedOf()).toMatchObject({ category: "misuse", reason: "Pažeista etika." });
    const { number = "" } = (await caseOf("Ona Onaitė")).certificate ?? {};
    const { text } = await pageOf(`/certificates/${printNumber(number)}`);
    expect(text).toContain("panaikint");
  });
});
