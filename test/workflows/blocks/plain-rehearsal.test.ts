import { describe, expect, it } from "vitest";
import { plainRehearsal } from "../../../workflows/blocks/rehearsal/plain.ts";
import { organisation } from "../../../workflows/kernel/applicant.ts";
import { oneOf } from "../../../workflows/kernel/rehearsal-cells.ts";
import { nothingYet } from "../../examples.ts";

const call = { id: "skaitome", process: "reading-club", opens: "2027-02-01T09:00", closes: "2027-02-28" };
const ona: Readonly<Record<string, string>> = {
  applicant: "Ona Onaitė",
  email: "ona@mokykla.example",
  school: "Molėtų gimnazija",
  municipality: "Molėtų r.",
  town: "Molėtai",
  submitted_at: "2027-02-10T10:00",
  decision: "accept",
};
const rehearsal = plainRehearsal({
  columns: { decision: oneOf("accept", "refuse") },
  applies: ({ cells }) => ({ motivation: cells.decision }),
  answers: { decision: ({ cells }) => (cells.decision === "accept" ? { outcome: "accepted" } : undefined) },
  example: { call, people: [ona] },
});

async function castOf(people: readonly (typeof ona)[], process: Parameters<typeof rehearsal.read>[1] = {}) {
  const read = await rehearsal.read(call, process);
  if (read.outcome !== "read") throw new Error(read.outcome);
  const lines = people.map((cells, index) => ({
    line: index + 2,
    cell: (name: string) => cells[name] ?? "",
  }));
  return { call: read.call, cast: read.call.people(lines) };
}

describe("a rehearsal of a call that selects nobody", () => {
  it("fills in who works on the call, and reads a line each who applies", async () => {
    const { call: read, cast } = await castOf([ona, { ...ona, email: "jonas@mokykla.example" }]);
    expect(read.given).toMatchObject({ id: "skaitome", staff: { coordinator: {}, agency: {} } });
    expect("rows" in cast && cast.rows.map(({ line, email }) => [line, email])).toEqual([
      [2, "ona@mokykla.example"],
      [3, "jonas@mokykla.example"],
    ]);
  });

  it.each([
    ["decision", { ...ona, decision: "perhaps" }],
    ["email", { ...ona, email: "ona" }],
    ["submitted_at", { ...ona, submitted_at: "yesterday" }],
  ])("names line and column of what is wrong: %s", async (column, line) => {
    const { cast } = await castOf([ona, line]);
    expect(cast).toEqual({ faults: [expect.objectContaining({ line: 3, column })] });
  });

  it.each([
    ["a person by the address", {}, ["jonas@mokykla.example"]],
    [
      "an organisation by its code, whoever writes for it",
      { applicant: organisation({ code: "school" }) },
      ["jonas@mokykla.example", "jonas@mokykla.example"],
    ],
    ["an organisation by what its process says", { applicant: organisation({ identity: () => "" }) }, []],
  ])("has the second application of one applicant taken back: %s", async (_, process, taken) => {
    const jonas = { ...ona, email: "jonas@mokykla.example", submitted_at: "2027-02-11T10:00" };
    const again = { ...jonas, email: "JONAS@mokykla.example", submitted_at: "2027-02-12T10:00" };
    const first = { ...ona, school: "Kita mokykla", email: "ieva@mokykla.example" };
    const { cast } = await castOf(
      [first, { ...ona, submitted_at: "2027-02-11T09:00" }, jonas, again],
      process,
    );
    if (!("begins" in cast)) throw new Error(JSON.stringify(cast));
    const back = cast
      .begins(nothingYet)
      .flatMap((deed) => (deed.does === "applies" && deed.takesBack ? [deed.row.email.toLowerCase()] : []));
    expect(back).toEqual(taken);
  });

  it("says the position of whoever has one in the file, and asks nobody else's", async () => {
    const { cast } = await castOf([ona, { ...ona, email: "jonas@mokykla.example", position: "head" }]);
    if (!("begins" in cast)) throw new Error(JSON.stringify(cast));
    const said = cast.begins(nothingYet).flatMap((deed) => (deed.does === "applies" ? [deed.values()] : []));
    expect(said.map((values) => ("position" in values ? values.position : "not asked"))).toEqual([
      "not asked",
      "head",
    ]);
  });

  it("refuses a call that closes before it opens", async () => {
    expect(await rehearsal.read({ ...call, closes: "2027-01-01" }, {})).toMatchObject({ outcome: "faulty" });
  });
});
