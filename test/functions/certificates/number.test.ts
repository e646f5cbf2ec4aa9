import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certificateNumberOf, printNumber, readNumber } from "../../../functions/certificates/number.ts";

const numbers = fc.string().map((ref) => certificateNumberOf("secret", `case#${ref}`));
const number = certificateNumberOf("secret", "case#0123456789ab");

describe("the number of a certificate", () => {
  it("is the same for the same case, another for another case, and another under another secret", () => {
    expect(certificateNumberOf("secret", "case#0123456789ab")).toBe(number);
    expect(certificateNumberOf("secret", "case#0123456789ac")).not.toBe(number);
    expect(certificateNumberOf("secret 2", "case#0123456789ab")).not.toBe(number);
  });

  it("is twenty figures in groups of four, and is read back as it is printed", () => {
    fc.assert(
      fc.property(numbers, (given) => {
        expect(printNumber(given)).toMatch(/^\d{4}(-\d{4}){4}$/);
        expect(readNumber(printNumber(given))).toBe(given);
      }),
    );
  });

  it.each([
    ["blanks", (said: string) => ` ${said.replaceAll("-", " ")} `],
    ["no dashes", (said: string) => said.replaceAll("-", "")],
    ["long dashes", (said: string) => said.replaceAll("-", " – ")],
    [
      "letters for figures",
      (said: string) => said.replaceAll("0", "O").replaceAll("1", "l").replaceAll("5", "s"),
    ],
  ])("may be typed with %s", (_, typed) => {
    expect(readNumber(typed(printNumber(number)))).toBe(number);
  });

  it("is not read with one figure wrong", () => {
    fc.assert(
      fc.property(numbers, fc.nat(19), fc.integer({ min: 1, max: 9 }), (given, at, more) => {
        const wrong = String((Number(given[at]) + more) % 10);
        expect(readNumber(given.slice(0, at) + wrong + given.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it("is not read with two neighbours swapped", () => {
    fc.assert(
      fc.property(numbers, fc.nat(18), (given, at) => {
        const [first = "", second = ""] = [given[at], given[at + 1]];
        fc.pre(first !== second);
        expect(readNumber(given.slice(0, at) + second + first + given.slice(at + 2))).toBeUndefined();
      }),
    );
  });

  it.each([
    "",
    "1234",
    `${number}0`,
    "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠",
    "__proto__",
    "' OR 1=1 --",
    `${number}${" ".repeat(90)}`,
    "9".repeat(1e6),
  ])("is not %.30j", (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  });
});
