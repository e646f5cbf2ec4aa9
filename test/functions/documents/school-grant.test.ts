import { describe, expect, it } from "vitest";
import { documentsFor, makeDocument } from "../../../functions/documents/documents.ts";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import { demoHouse } from "../demo-house.ts";
import { textOf } from "./read-pdf.ts";
import { grantedSchool } from "./school-grant.ts";

const made = async (name: string, language: Language) => {
  const bytes = await makeDocument(demoHouse(), name, "coordinator", grantedSchool(), language);
  return bytes ? textOf(bytes) : "";
};

describe("the agreement on a grant to a school", () => {
  it("speaks of school, milestones and budget in the process's words, and of no journey", async () => {
    const text = await made("agreement", "lt");
    for (const said of [
      "Iniciatyvos 2027. 1-oji redakcija, 2027 m. balandžio 1 d.",
      "Mokykla Žiežmarių gimnazija, atstovauja Rūta Ąžuolaitė",
      "2 2028 m. sausio 31 d.",
      "Agentūra skiria 3 000,00 Eur. Mokykla prisideda 15 % visų išlaidų.",
      "Skirta dotacija",
      "Įranga, 3D spausdintuvas Paraiškos biudžetas 1 1 500,00 Eur 1 500,00 Eur",
      "Avansas 1 200,00 Eur",
      "Mokykla Patvirtino Rūta Ąžuolaitė vienkartiniu kodu, 2027 m. balandžio 2 d. 12.00 val.",
      "Agentūra Dar nepatvirtinta: agency person",
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/undefined|Kelion|tažuot/);
  });

  it("says the same in English", async () => {
    const text = await made("agreement", "en");
    expect(text).toContain("School Žiežmarių gimnazija, represented by Rūta Ąžuolaitė");
    expect(text).toContain("The agency grants €3,000.00. The school bears 15 % of all costs.");
    expect(text).not.toMatch(/undefined|travel|intern/i);
  });
});

it("a sheet for each milestone stands in one paper, the oldest first", async () => {
  const text = await made("costs", "en");
  expect(text.indexOf("Milestone 1")).toBeGreaterThan(0);
  expect(text.indexOf("Milestone 2")).toBeGreaterThan(text.indexOf("Milestone 1"));
  expect(text).toContain("Accepted €900.00");
  expect(text).toContain("Accepted €600.00");
});

it("each role is offered what its paper is for, by the names that the process gave", () => {
  const names = (role: "applicant" | "finance" | "host") =>
    documentsFor(role, grantedSchool()).map(({ name }) => name);
  expect(names("applicant")).toEqual(["agreement"]);
  expect(names("finance")).toEqual(["agreement", "costs"]);
  expect(names("host")).toEqual([]);
});
