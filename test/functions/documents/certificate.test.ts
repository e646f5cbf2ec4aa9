import jsQR from "jsqr";
import { beforeEach, describe, expect, it } from "vitest";
import { certificatePath, printNumber } from "../../../functions/certificates/number.ts";
import { documentsFor, makeDocument } from "../../../functions/documents/documents.ts";
import { qrSquares } from "../../../functions/documents/qr.ts";
import { certifiedCase, issue, loadCertified } from "../certificates/certified-case.ts";
import type { DemoHouse } from "../demo-house.ts";
import { structureOf, textOf } from "./read-pdf.ts";
import { letters } from "./signed-case.ts";

let house: DemoHouse;
let ref: string;

beforeEach(async () => {
  ({ house, ref } = await certifiedCase());
});

async function made(language: "lt" | "en"): Promise<Uint8Array> {
  const loaded = await loadCertified(house, ref);
  const bytes = await makeDocument(house, "certificate", "applicant", loaded, language);
  if (!bytes) throw new Error("no certificate");
  return bytes;
}

describe("the certificate on paper", () => {
  it("says which institution issued it and who signs for it, as its call says once", async () => {
    const loaded = await loadCertified(house, ref);
    const payer = { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" };
    const call = { ...loaded.file.call, payer };
    const bytes = await makeDocument(
      house,
      "certificate",
      "applicant",
      { ...loaded, file: { ...loaded.file, call } },
      "lt",
    );
    const text = await textOf(bytes ?? new Uint8Array());
    expect(text).toContain("Išdavė: Nacionalinė švietimo agentūra");
    expect(text).toContain("Įstaigos vardu: agency");
    expect(await textOf(await made("en"))).toContain("On its behalf: agency");
  });

  it("says who was where, when, and for how many days the host confirmed", async () => {
    const text = await textOf(await made("lt"));
    const { certificate } = await loadCertified(house, ref);
    for (const said of [
      `Austėja Žukauskaitė ${letters}`,
      "dalyvavo stažuotėje užsienyje 4 dienas.",
      "Tampereen koulu",
      "Tampere, Suomija",
      "2027 m. gegužės 3 d. – 2027 m. gegužės 7 d.",
      `Nr. ${printNumber(certificate.number)}`,
      "Išduota 2027 m. birželio 16 d.",
      `https://kelias.example${certificatePath(certificate.number)}`,
    ])
      expect(text).toContain(said);
    expect(await textOf(await made("en"))).toContain("took part in an internship abroad for 4 days.");
  });

  it.each(["lt", "en"] as const)("in %s is one tagged page with a heading and a figure", async (language) => {
    const bytes = await made(language);
    const { roles, info, marked } = await structureOf(bytes);
    expect(marked).toMatchObject({ Marked: true });
    expect(info).toMatchObject({ Language: language });
    expect(roles.filter((role) => role === "H1" || role === "Figure")).toEqual(["H1", "Figure"]);
    expect(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1);
  });

  it("holds the longest names on its one page, apart from number and code", async () => {
    const loaded = await loadCertified(house, ref);
    const says = {
      ...loaded.certificate.says,
      holder: "Wilhelmina ".repeat(11).trim().slice(0, 120),
      institution: "Mokykla ".repeat(25).trim(),
    };
    const long = { ...loaded, certificate: { ...loaded.certificate, says } };
    const bytes = await makeDocument(house, "certificate", "applicant", long, "lt");
    const text = await textOf(bytes ?? new Uint8Array());
    expect(text).toContain(says.institution);
    expect(
      Buffer.from(bytes ?? [])
        .toString("latin1")
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1);
  });

  it("leaves out what is not certified, such as an institution of what took place at none", async () => {
    const loaded = await loadCertified(house, ref);
    const { institution, ...says } = loaded.certificate.says;
    const nowhere = { ...loaded, certificate: { ...loaded.certificate, says } };
    const bytes = await makeDocument(house, "certificate", "applicant", nowhere, "en");
    const text = await textOf(bytes ?? new Uint8Array());
    expect(text).toContain("Place: Tampere");
    expect(text).not.toContain("institution");
    expect(text).not.toContain(institution);
  });

  it("is the same file each time, also when it was issued again later", async () => {
    const first = await made("lt");
    house.at("2028-01-01T08:00:00.000Z");
    await issue(house, ref);
    expect(Buffer.from(first).equals(Buffer.from(await made("lt")))).toBe(true);
  });

  it.each(["principal", "host", "reviewer", "finance"] as const)("is not a %s's", async (role) => {
    const names = documentsFor(role, await loadCertified(house, ref)).map(({ name }) => name);
    expect(names).not.toContain("certificate");
  });
});

it("a QR code is read back by a program that did not draw it", () => {
  const address = "https://kelias.example/certificates/1234-5678-9012-3456-7890";
  const squares = qrSquares(address);
  const [scale, quiet] = [4, 4];
  const side = (squares.length + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (squares[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet])
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  expect(jsQR(pixels, side, side)?.data).toBe(address);
});
