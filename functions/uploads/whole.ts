import type { FileType } from "../../workflows/kernel/field.ts";

/**
 * Is a file there to its end, as its format writes it? What was cut off on the way is not, nor a script that begins as a PDF.
 * Anything may follow the end: phones write films behind pictures, signing programs write notes.
 */
export function isWhole(type: FileType, body: Uint8Array): boolean {
  switch (type) {
    case "jpeg":
      return hasJpegEnd(body);
    case "png":
      return hasPngEnd(body);
    case "pdf":
      return hasMarks(body, 2048, ["startxref", "%%EOF"]);
    case "adoc":
    case "asice":
      return hasMarks(body, longestZipEnd, ["PK\u0005\u0006", "META-INF/"]);
  }
}

/** The end of a ZIP and the longest remark behind it. */
const longestZipEnd = 65_557;

function hasMarks(body: Uint8Array, window: number, marks: readonly string[]): boolean {
  const tail = latin1(body.subarray(Math.max(0, body.byteLength - window)));
  return marks.every((mark) => tail.includes(mark));
}

const standalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Goes from segment to segment [ITU T.81, annex B], because the small picture that cameras put into the first ones has an end of
 * its own. In the picture's data 0xFF is followed by 0.
 */
function hasJpegEnd(body: Uint8Array): boolean {
  for (let at = 2; at + 1 < body.byteLength; ) {
    const marker = body[at] === 0xff ? (body[at + 1] ?? 0) : 0;
    if (marker === 0xd9) return true;
    if (marker === 0 || marker === 0xff) at += 1;
    else if (standalone(marker)) at += 2;
    else at += 2 + ((body[at + 2] ?? 0) << 8) + (body[at + 3] ?? 0);
  }
  return false;
}

/** Goes from chunk to chunk [PNG, section 5.3] to the last one, with its checksum. */
function hasPngEnd(body: Uint8Array): boolean {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 8; at + 12 <= body.byteLength; at += 12 + view.getUint32(at))
    if (latin1(body.subarray(at + 4, at + 8)) === "IEND") return true;
  return false;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
