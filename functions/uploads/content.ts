import { fileTypeFromBuffer } from "file-type";
import type { FileType } from "../../workflows/kernel/field.ts";

export interface FileLimits {
  readonly types: readonly FileType[];
  /** In bytes. */
  readonly maxBytes: number;
}

/** Why a file is refused; a code that the page turns into a sentence. */
export type ContentFault = "empty" | "tooLarge" | "malware" | "otherType" | "damaged";

export type Checked =
  | { readonly outcome: "clean"; readonly type: FileType }
  | { readonly outcome: "refused"; readonly fault: ContentFault };

/**
 * Looks at what a file holds, never at its name or at what the browser says that it is. `hasMalware` is the verdict of
 * the scanner and comes before all that is read of the content.
 */
export async function checkContent(
  body: Uint8Array,
  { types, maxBytes }: FileLimits,
  hasMalware: boolean,
): Promise<Checked> {
  if (body.byteLength === 0) return refused("empty");
  if (body.byteLength > maxBytes) return refused("tooLarge");
  if (hasMalware) return refused("malware");
  const type = await typeOf(body);
  if (type === undefined || !types.includes(type)) return refused("otherType");
  return isWhole(type, body) ? { outcome: "clean", type } : refused("damaged");
}

async function typeOf(body: Uint8Array): Promise<FileType | undefined> {
  if (isAdoc(body)) return "adoc";
  switch ((await fileTypeFromBuffer(body))?.mime) {
    case "application/pdf":
      return "pdf";
    case "image/jpeg":
      return "jpeg";
    case "image/png":
      return "png";
    default:
      return undefined;
  }
}

const ends: Readonly<Record<FileType, readonly string[]>> = {
  pdf: ["startxref", "%%EOF"],
  jpeg: ["\u00ff\u00d9"],
  png: ["IEND"],
  adoc: ["PK\u0005\u0006", "META-INF/manifest.xml"],
};

/**
 * Is the end of the file there, as its format writes it? What was cut off on the way is not, nor a script that begins
 * as a PDF. Bytes may follow the end: cameras and signing programs write some.
 */
function isWhole(type: FileType, body: Uint8Array): boolean {
  const window = type === "adoc" ? 65_557 : 2048;
  const tail = latin1(body.subarray(Math.max(0, body.byteLength - window)));
  return ends[type].every((mark) => tail.includes(mark));
}

const adocMime = "application/vnd.lt.archyvai.adoc-2008";

/** A ZIP that names itself: its first entry is `mimetype`, stored as it is, without an extra field [ADOC-V1.0, as in OpenDocument]. */
function isAdoc(body: Uint8Array): boolean {
  const head = latin1(body.subarray(0, 38 + adocMime.length));
  return head.startsWith("PK\u0003\u0004") && head.slice(30) === `mimetype${adocMime}`;
}

const refused = (fault: ContentFault): Checked => ({ outcome: "refused", fault });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
