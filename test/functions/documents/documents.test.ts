import { beforeEach, describe, expect, it } from "vitest";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { documentsFor, makeDocument } from "../../../functions/documents/documents.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import { calculationsOf } from "../../../workflows/kernel/sheet.ts";
import type { DemoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { structureOf, textOf } from "./read-pdf.ts";
import { answer, letters, signedCase } from "./signed-case.ts";

let house: DemoHouse;
let ref: string;

beforeEach(async () => {
  ({ house, ref } = await signedCase());
});

async function load(): Promise<LoadedCase> {
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error("no case");
  return loaded;
}

async function made(name: string, language: Language): Promise<Uint8Array> {
  const bytes = await makeDocument(house, name, "applicant", await load(), language);
  if (!bytes) throw new Error(`no ${name}`);
  return bytes;
}

const both = (["agreement", "calculation"] as const).flatMap((name) =>
  (["lt", "en"] as const).map((language) => ({ name, language })),
);

describe.each(both)("the $name in $language", ({ name, language }) => {
  it("can be read by a program, with every Lithuanian letter", async () => {
    expect(await textOf(await made(name, language))).toContain(letters);
  });

  it("has a title, a language, and a structure of headings and tables with headers", async () => {
    const { roles, info, marked } = await structureOf(await made(name, language));
    expect(marked).toMatchObject({ Marked: true });
    expect(info).toMatchObject({ Language: language, Title: expect.stringContaining(" – ") });
    for (const role of ["H1", "H2", "Table", "TR", "TH", "TD"]) expect(roles).toContain(role);
  });

  it("is the same file each time, from the same record", async () => {
    const first = await made(name, language);
    house.at("2028-01-01T08:00:00.000Z");
    expect(Buffer.from(first).equals(Buffer.from(await made(name, language)))).toBe(true);
  });
});

describe("the sheet of the calculation", () => {
  it("shows each line's number, unit and sum as they were recorded, with source and date", async () => {
    const text = await textOf(await made("calculation", "lt"));
    const { process, file } = await load();
    const [grant] = calculationsOf(process, file);
    expect(grant?.lines).toHaveLength(2);
    for (const line of grant?.lines ?? []) {
      const figures = [line.count, printAmount(line.unitCents, "lt"), printAmount(line.sumCents, "lt")];
      expect(text).toContain(figures.join(" ").replaceAll(/\s+/g, " "));
    }
    for (const { cents } of grant?.sums ?? []) {
      expect(text).toContain(printAmount(cents, "lt").replaceAll(/\s+/g, " "));
    }
    expect(text).toContain("galioja nuo 2024 m. sausio 1 d.");
    expect(text).toContain("Kvietimas „Stažuotės užsienyje“, atidarytas 2027 m. sausio 4 d.");
  });
});

describe("the agreement", () => {
  it("names the parties, and says who has agreed and who has not", async () => {
    const text = await textOf(await made("agreement", "lt"));
    expect(text).toContain("1-oji redakcija, 2027 m. kovo 2 d.");
    expect(text).toContain("Kėdainių „Atžalyno“ gimnazija, atstovauja Jonas Petraitis");
    expect(text).toContain("Nacionalinė švietimo agentūra, atstovauja agency");
    expect(text).toContain("Patvirtino Jonas Petraitis vienkartiniu kodu, 2027 m. kovo 4 d. 12.00 val.");
    expect(text).toContain("Dar nepatvirtinta: agency");
  });

  it("is a new version when the grant is worked out anew, and nobody has agreed to that one yet", async () => {
    house.at("2027-03-10T08:00:00.000Z");
    await runStep(house)({ ref, state: "grant", visit: 15 }, lambdaContext);
    const text = await textOf(await made("agreement", "en"));
    expect(text).toContain("Version 2, 10 March 2027");
    expect(text).not.toContain("Agreed by");
    await answer(house, ref, {
      state: "agreement",
      visit: 16,
      part: "school",
      role: "principal",
      form: "signature",
      outcome: "signed",
      values: { agreed: true },
      at: "2027-03-11T08:00:00.000Z",
    });
    expect(await textOf(await made("agreement", "en"))).toContain("Agreed by Jonas Petraitis");
  });
});

describe("who reads", () => {
  it.each(["host", "reviewer", "commission"] as const)("a %s has no documents about money", async (role) => {
    const loaded = await load();
    expect(documentsFor(role, loaded)).toEqual([]);
    expect(await makeDocument(house, "agreement", role, loaded, "lt")).toBeUndefined();
  });

  it("there is nothing to read before anything was worked out", async () => {
    const loaded = await load();
    const early = { ...loaded, file: { ...loaded.file, records: [] } };
    expect(documentsFor("applicant", early)).toEqual([]);
    expect(await makeDocument(house, "calculation", "applicant", early, "lt")).toBeUndefined();
  });
});
