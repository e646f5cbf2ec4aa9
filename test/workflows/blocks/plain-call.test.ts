import { describe, expect, it } from "vitest";
import { plainCall } from "../../../workflows/blocks/call-form/plain-call.ts";
import { choice, date, number, yesNo } from "../../../workflows/kernel/field-kinds.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const contact = { name: "Rasa", email: "rasa@agentura.example", language: "lt" };
const { call, rulesOf } = plainCall("reading-club", {
  fields: {
    meetings: number({ min: 1, max: 20 }),
    level: choice({ options: ["first", "second"] }),
    isOpen: yesNo({}),
    until: date({ optional: true }),
  },
  typed: { meetings: "4", level: "first", isOpen: "yes", until: "" },
  words: { lt: async () => ({ default: {} }), en: async () => ({ default: {} }) },
});

const file = {
  id: "skaitome-2027",
  process: "reading-club",
  title: { lt: "Skaitome", en: "We read" },
  opens: "2027-01-04T09:00",
  closes: "2027-01-31",
  staff: { coordinator: contact, agency: contact },
  rules: { meetings: 6, level: "second", isOpen: false },
};

describe("a call that selects nobody", () => {
  it("is read from a file, with what it sets and instants in UTC", async () => {
    const { id, data } = await call.read(file);
    expect(id).toBe("skaitome-2027");
    expect(data).toMatchObject({ opensAt: "2027-01-04T07:00:00.000Z", closesAt: "2027-01-31T21:59:59.000Z" });
    expect(rulesOf({ call: data })).toEqual({ meetings: 6, level: "second", isOpen: false });
  });

  it.each([
    ["meetings", { ...file.rules, meetings: 21 }],
    ["level", { ...file.rules, level: "third" }],
    ["mode", { ...file.rules, mode: "x" }],
  ])("names what is wrong: %s", async (name, rules) => {
    await expect(call.read({ ...file, rules })).rejects.toThrow(name);
  });

  it("is made by hand from the same questions, and shown again as it would be typed", async () => {
    const form = await call.form();
    const typed = { ...form.typedOf("skaitome-2027", (await call.read(file)).data) };
    expect(typed).toMatchObject({ meetings: "6", level: "second", isOpen: "no", until: "" });
    const parsed = parseAnswer(form.form, typed);
    if (parsed.outcome === "invalid") throw new Error(JSON.stringify(parsed.errors));
    const again = await call.read(form.fileOf(parsed.value.values));
    expect(rulesOf({ call: again.data })).toEqual(file.rules);
  });

  it("sets its rules for good once somebody has applied", async () => {
    const { changes } = await call.form();
    const standing = { now: "", opensAt: "", closesAt: "", hasApplications: true };
    expect(changes.meetings?.(4, 6, standing)).toEqual([{ problem: "hasApplications" }]);
    expect(changes.meetings?.(4, 6, { ...standing, hasApplications: false })).toEqual([]);
  });
});
