import { describe, expect, it } from "vitest";
import { matchDeliverer, matched } from "../../../workflows/blocks/deliverer.ts";
import { type CaseFile, callOf } from "../../../workflows/kernel/case-file.ts";
import { supervisionCall } from "../../../workflows/supervision/call.ts";

const place = { latitude: 54.69, longitude: 25.28 };
const person = (name: string) => ({
  name,
  email: `${name}@agency.example`,
  language: "lt" as const,
  town: "Vilnius",
  groups: 2,
  place,
  conflicts: [],
});
const contact = { name: "Rasa", email: "rasa@agency.example", language: "lt" };
const file = (supervisors: readonly object[], more: Partial<CaseFile> = {}): CaseFile => ({
  ref: "case#own",
  process: "supervision",
  language: "lt",
  application: { school: "Molėtų gimnazija", municipality: "Molėtų rajono savivaldybė", town: "Molėtai" },
  submittedAt: "2027-01-11T08:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: {
    title: { lt: "Supervizijos", en: "Supervisions" },
    opensAt: "2027-01-04T06:00:00.000Z",
    closesAt: "2027-03-31T20:59:59.000Z",
    staff: { coordinator: contact, agency: contact, finance: contact },
    supervisors,
  },
  callId: "supervizijos",
  ...more,
});
const leads = (ref: string, supervisor: string, ended = false) => ({
  ref,
  state: ended ? "completed" : "running",
  ended,
  submittedAt: "2027-01-11T08:00:00.000Z",
  bid: { deliverer: `${supervisor}@agency.example` },
});
const match = (given: CaseFile) => matchDeliverer(given, callOf(given, supervisionCall).supervisors);
const chosen = (given: CaseFile): string | undefined => {
  const { record } = match(given);
  return record && matched.schema.parse(record.data).deliverer.name;
};

describe("a supervisor is chosen", () => {
  it("who leads the fewest groups now; groups that are over do not count", () => {
    const entries = [leads("case#a", "ana"), leads("case#b", "beata", true)];
    expect(chosen(file([person("ana"), person("beata")], { entries }))).toBe("beata");
  });

  it("of those who lead as many, the nearest", () => {
    const near = { ...person("zita"), town: "Utena", place: { latitude: 55.5, longitude: 25.6 } };
    expect(chosen(file([person("ana"), near]))).toBe("zita");
  });

  it("the same whatever the order of the list", () => {
    const all = ["celina", "ana", "beata"].map(person);
    expect(chosen(file(all))).toBe("ana");
    expect(chosen(file(all.toReversed()))).toBe("ana");
  });

  it("but nobody with a conflict, nobody who leads as many as they may, nobody who was asked before", () => {
    const conflict = { ...person("ana"), conflicts: ["MOLĖTŲ gimnazija"] };
    const full = { ...person("beata"), groups: 1 };
    const asked = {
      state: "matching",
      visit: 2,
      step: matched.id,
      outcome: "matched",
      data: {
        deliverer: { name: "celina", email: "celina@agency.example", language: "lt" },
        considered: [],
      },
      at: "2027-01-12T08:00:00.000Z",
    };
    const given = file([conflict, full, person("celina")], {
      entries: [leads("case#a", "beata")],
      records: [asked],
    });
    expect(match(given)).toEqual({ outcome: "nobody" });
  });
});
