import { fileTypeFromBuffer } from "file-type";
import type { FileType } from "../../workflows/kernel/field.ts";
import { isLocked } from "./locked.ts";
import { isWhole } from "./whole.ts";

export interface FileLimits {
  readonly types: readonly FileType[];
  /** In bytes. */
  readonly maxBytes: number;
}

/** Why a file is refused; a code that the page turns into a sentence. */
export type ContentFault = "empty" | "tooLarge" | "malware" | "otherType" | "damaged" | "locked";

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
  if (type === undefined || !types.includes(alike[type] ?? type)) return refused("otherType");
  if (!isWhole(type, body)) return refused("damaged");
  return type === "pdf" && (await isLocked(body)) ? refused("locked") : { outcome: "clean", type };
}

async function typeOf(body: Uint8Array): Promise<FileType | undefined> {
  const container = containerOf(body);
  if (container) return container;
  switch ((await fileTypeFromBuffer(body))?.mime) {
    case undefined:
      // Scanners and mail programs write something before [ISO 32000-1, annex H.3, note 13].
      return latin1(body.subarray(0, 1024 + "%PDF-".length - 1)).includes("%PDF-") ? "pdf" : undefined;
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

/** A field that takes the signed container of the Lithuanian archives takes that of the EU as well. */
const alike: Partial<Readonly<Record<FileType, FileType>>> = { asice: "adoc" };

/** What signed containers call themselves [ADOC-V1.0; ADOC-V2.0 and ETSI EN 319 162-1]. */
const containers: Readonly<Record<string, FileType>> = {
  "application/vnd.lt.archyvai.adoc-2008": "adoc",
  "application/vnd.etsi.asic-e+zip": "asice",
};

/** A ZIP that names itself: its first entry is `mimetype`, stored as it is [as in OpenDocument]. */
function containerOf(body: Uint8Array): FileType | undefined {
  const head = latin1(body.subarray(0, 256));
  const extra = ((body[29] ?? 0) << 8) + (body[28] ?? 0);
  const [name, content] = [head.slice(30, 38), head.slice(38 + extra)];
  if (!head.startsWith("PK\u0003\u0004") || name !== "mimetype") return undefined;
  return Object.entries(containers).find(([mime]) => content.startsWith(mime))?.[1];
}

const refused = (fault: ContentFault): Checked => ({ outcome: "refused", fault });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
