import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transferId } from "../../../functions/payments/attempt.ts";
import { bankFile, type Transfer } from "../../../functions/payments/bank-file.ts";
import { bankSentence, bankText } from "../../../functions/payments/bank-text.ts";
import { whyHeld } from "../../../functions/payments/held.ts";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { refOfCase } from "../../../functions/store/keys.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { inQuotes } from "../../../workflows/kernel/facts/print.ts";
import { paymentKinds } from "../../../workflows/kernel/money.ts";
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

  it("is not made for a name of which nothing is left, which is held back before", async () => {
    const to = { name: "🎉 „—“", iban: transfer.to.iban };
    expect(await whyHeld(to)).toBe("name");
    expect(() => bankFile(payer, [{ ...transfer, to }], at)).toThrow("names");
  });

  it.each([
    ["Turkey", "TR330006100519786457841326", "account"],
    ["Serbia, since 2025", "RS35260005601001611379", undefined],
    ["Gibraltar", "GI75NWBK000000007099453", undefined],
    ["nowhere: a digit is wrong", "LT919900900481470707", "account"],
  ])("holds back an account in %s or not", async (_, iban, why) => {
    expect(await whyHeld({ name: "Ona", iban })).toBe(why);
  });

  it("is valid by the official schema, whatever people are called and whatever is paid, or the payment is held back", async () => {
    const letters = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 120 }),
      fc.constantFrom(
        "'; DROP",
        "<a>&amp;]]>",
        "//Ona//",
        "Łø ß",
        "Ωμέγα",
        "日本",
        "\u0000\u001b",
        "Щ".repeat(120),
        "—",
      ),
    );
    const kinds = ["advance", "balance", "fee"] as const;
    const payment = fc.record({
      name: letters,
      about: letters,
      kind: fc.constantFrom(...kinds),
      attempt: fc.integer({ min: 1, max: 99 }),
      cents: fc.integer({ min: 1, max: 99_999_999_999 }),
      on: fc.constantFrom("2027-04-01", "2028-02-29"),
    });
    const some = fc.sample(fc.array(payment, { minLength: 40, maxLength: 80 }), { numRuns: 6, seed: 15 });
    let held = 0;
    for (const payments of some) {
      const transfers: Transfer[] = [];
      for (const [index, { name, about, kind, attempt, cents, on }] of payments.entries()) {
        const to = { name, iban: "MT84MALT011000012345MTLCAST001S" };
        const id = transferId(refOfCase(index.toString(16).padStart(24, "0")), kind, attempt);
        if (await whyHeld(to)) held++;
        else transfers.push({ id, to, about, cents, on });
      }
      expect(await faultsOf(bankFile(payer, transfers, at))).toEqual([]);
    }
    expect(held).toBeGreaterThan(0);
  });

  it("tells each payment by a name of its own, however long the process calls it", () => {
    const ref = refOfCase("0".repeat(24));
    const names = ["advance", "milestone-2", "term-2027-autumn", "term-2027-winter"];
    const ids = names.flatMap((name) => [1, 2, 99].map((attempt) => transferId(ref, name, attempt)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(35);
    expect(transferId(ref, "advance", 1)).toBe(`${"0".repeat(24)}-advance`);
  });

  it("says what each payment of each process is for, in letters of the bank, under the longest title of a call", async () => {
    const call = inQuotes("Mokytojų stažuotės ".repeat(6).trim(), "lt");
    for (const { id, money, words } of await everyProcess())
      for (const kind of money ? paymentKinds(money) : [])
        for (const language of ["lt", "en"] as const) {
          const own = messagesOf(await words[language](), language);
          const about = own.say(`pays.${kind}.about`, { call, number: "2027-autumn" });
          const xml = bankFile(payer, [{ ...transfer, about }], at);
          expect([id, kind, language, await faultsOf(xml)]).toEqual([id, kind, language, []]);
          expect(textsOf(xml, "Ustrd")[0]).toMatch(/ (stazuotes|(Mokytoju|stazuotes)\.\.\.)$/);
        }
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
    ["Łukasz Żółć", "Lukasz Zolc"],
    ["Bjørn Østergård", "Bjorn Ostergard"],
    ["Weiß", "Weiss"],
    ["Юлія Щербак", "Yuliya Shcherbak"],
    ["Ђорђе Ћирић", "Djordje Ciric"],
    ["Γιώργος Παπαδόπουλος", "Giorgos Papadopoylos"],
    ["Þórður", "Thordur"],
    ["Ona 🎉", "Ona"],
    ["Z\u0307ane\u0307", "Zane"],
  ])("%s is written %s", (text, written) => {
    expect(bankText(text, 70)).toBe(written);
  });

  it("is cut, and never ends in a blank", () => {
    expect(bankText("abc def", 4)).toBe("abc");
  });

  it.each([
    ["Avansas pagal kvietimą „Stažuotės“", 33, "Avansas pagal kvietima Stazuotes"],
    ["Avansas pagal kvietimą „Stažuotės“", 32, "Avansas pagal kvietima Stazuotes"],
    ["Avansas pagal kvietimą „Stažuotės“", 31, "Avansas pagal kvietima..."],
    ["Avansas pagal kvietimą „Stažuotės“", 25, "Avansas pagal kvietima..."],
    ["Avansas pagal kvietimą „Stažuotės“", 24, "Avansas pagal..."],
    ["Parama, 3 mėnuo, kvietimas „Keliai“", 19, "Parama, 3 menuo..."],
    ["Stažuotės", 8, "Stazu..."],
    ["🎉", 8, ""],
  ])("of a sentence %s within %i is %s", (text, longest, written) => {
    expect(bankSentence(text, longest)).toBe(written);
  });
});
