import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankFile, type Transfer } from "../../../functions/payments/bank-file.ts";
import { bankText } from "../../../functions/payments/bank-text.ts";
import { faultsOf } from "./bank-schema.ts";

const payer = { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" };
const transfer: Transfer = {
  id: "0123456789abcdef01234567-advance",
  to: { name: "Žaneta Ąžuolė", iban: "LT919900900481470706" },
  cents: 123_450,
  about: "Avansas, stazuotes-2027",
  on: "2027-04-01",
};
const at = "2027-03-31T21:30:00.000Z";

/** The text of each element of that name, in the order of the file. */
const textsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "g"))].map(([, text]) => text ?? "");

describe("a file for the bank", () => {
  it("is pain.001.001.09 to a tool that is not ours", async () => {
    expect(await faultsOf(bankFile(payer, [transfer], at))).toEqual([]);
  });

  it.each([
    ["a block without its day", /<ReqdExctnDt>.*?<\/ReqdExctnDt>/, ""],
    ["an amount of nothing", "1234.50</InstdAmt>", "0.00</InstdAmt>"],
    ["another currency", 'Ccy="EUR"', 'Ccy="LTL"'],
    ["a letter with its mark", "Zaneta", "Žaneta"],
    ["an identifier of 36 characters", "<MsgId>", `<MsgId>${"x".repeat(36)}`],
  ])("and the tool would find %s", async (_, what, instead) => {
    const broken = bankFile(payer, [transfer], at).replace(what, instead);
    expect(await faultsOf(broken)).not.toEqual([]);
  });

  it("asks for each day's payments in a block of its own, the earliest first, and says the sums", () => {
    const xml = bankFile(
      payer,
      [
        { ...transfer, on: "2027-04-02" },
        { ...transfer, id: "b-advance", cents: 1 },
        { ...transfer, id: "c-balance", cents: 10 },
      ],
      at,
    );
    expect(textsOf(xml, "Dt")).toEqual(["2027-04-01", "2027-04-02"]);
    expect(textsOf(xml, "NbOfTxs")).toEqual(["3", "2", "1"]);
    expect(textsOf(xml, "CtrlSum")).toEqual(["1234.61", "0.11", "1234.50"]);
    expect(textsOf(xml, "EndToEndId")).toEqual(["b-advance", "c-balance", transfer.id]);
  });

  it("is made in Vilnius time, whatever the clock of the machine", () => {
    expect(textsOf(bankFile(payer, [transfer], at), "CreDtTm")).toEqual(["2027-04-01T00:30:00"]);
  });

  it("asked for twice is the same message to the bank, also later and in another order", () => {
    const other = { ...transfer, id: "b-advance" };
    const [first, again, another] = [
      bankFile(payer, [transfer, other], at),
      bankFile(payer, [other, transfer], "2027-04-02T09:00:00.000Z"),
      bankFile(payer, [transfer], at),
    ].map((xml) => textsOf(xml, "MsgId"));
    expect(again).toEqual(first);
    expect(another).not.toEqual(first);
  });

  it("is not made without a payment, to a wrong IBAN or for nothing", () => {
    expect(() => bankFile(payer, [], at)).toThrow(RangeError);
    const wrong = { name: "Ona", iban: "LT919900900481470707" };
    expect(() => bankFile(payer, [{ ...transfer, to: wrong }], at)).toThrow("IBAN");
    expect(() => bankFile(payer, [{ ...transfer, cents: 0 }], at)).toThrow("amount");
  });

  it("adds up to the cent, however many payments", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(amounts, (cents) => {
        const xml = bankFile(
          payer,
          cents.map((sum, index) => ({ ...transfer, id: `t${index}`, cents: sum })),
          at,
        );
        const [sum] = textsOf(xml, "CtrlSum");
        expect(sum?.replace(".", "")).toBe(String(cents.reduce((all, one) => all + one, 0)).padStart(3, "0"));
      }),
      { numRuns: 30 },
    );
  });
});

describe("text for the bank", () => {
  it.each([
    ["ĄČĘĖĮŠŲŪŽ ąčęėįšųūž", "ACEEISUUZ aceeisuuz"],
    ["„Gabijos“ gimnazija – Garliava", "Gabijos gimnazija - Garliava"],
    ["<b>Ona</b> & Co", "b Ona /b Co"],
    ["O'Neil", "O'Neil"],
  ])("%s is written %s", (text, written) => {
    expect(bankText(text, 70)).toBe(written);
  });

  it("is cut, and never ends in a blank", () => {
    expect(bankText("abc def", 4)).toBe("abc");
  });
});
