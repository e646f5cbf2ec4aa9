import { createHash } from "node:crypto";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { nameOf, postingsOf } from "../../workflows/kernel/ledger.ts";
import type { LoadedCase } from "../cases/load.ts";
import { documentsFor, makeDocument } from "../documents/documents.ts";
import { spreadsheetOf } from "../documents/spreadsheet.ts";
import { type Cell, cellAsText, workbookOf } from "../documents/workbook.ts";
import type { House } from "../house.ts";
import { codeOf } from "../reading/codes.ts";
import { uploadedKey } from "../store/keys.ts";
import { uploadsSeenBy } from "../uploads/seen.ts";

/** What a pack may weigh, unpacked: an answer of Lambda is 6 MB, of which base64 takes a quarter. */
const mostBytes = 4_000_000;

/** Files carry no time of their own, so that the same case gives the same bytes [ZIP begins in 1980]. */
const noTime = "1980-01-01T12:00:00";

interface Packed {
  readonly name: string;
  readonly body: Uint8Array;
}

/**
 * The evidence of a case as one archive: its documents, what was said and paid, what was uploaded, and a list of all with
 * SHA-256. Files for which there is no room are in the list with `leftOut`, to be downloaded by themselves.
 */
export async function packOf(
  house: Pick<House, "table" | "documents" | "config">,
  loaded: LoadedCase,
  language: Language,
): Promise<Uint8Array> {
  const made = [...(await papersOf(house, loaded, language)), ...(await ledgerOf(loaded))];
  const uploads = await uploadsOf(house, loaded);
  const packed: Packed[] = [...made];
  const leftOut: Packed[] = [];
  for (const upload of uploads) {
    const weight = packed.reduce((sum, { body }) => sum + body.byteLength, 0);
    (weight + upload.body.byteLength <= mostBytes ? packed : leftOut).push(upload);
  }
  const listed = (files: readonly Packed[]) =>
    files.map(({ name, body }) => ({ name, bytes: body.byteLength, sha256: sha256(body) }));
  const manifest = { case: codeOf(loaded.head.pk), files: listed(packed), leftOut: listed(leftOut) };
  const all = [...packed, { name: "manifest.json", body: strToU8(`${JSON.stringify(manifest, null, 2)}\n`) }];
  return zipSync(Object.fromEntries(all.map(({ name, body }) => [name, body])), { mtime: noTime, level: 6 });
}

const sha256 = (body: Uint8Array): string => createHash("sha256").update(body).digest("hex");

async function papersOf(
  house: Pick<House, "table" | "documents" | "config">,
  loaded: LoadedCase,
  language: Language,
): Promise<Packed[]> {
  const made: Packed[] = [];
  for (const { name } of documentsFor("coordinator", loaded)) {
    const body = await makeDocument(house, name, "coordinator", loaded, language);
    if (body) made.push({ name: `${name}.pdf`, body });
  }
  return made;
}

/** Every movement of the case's money, as text and as a workbook. Instants in UTC, amounts in EUR. */
async function ledgerOf({ process, file }: LoadedCase): Promise<Packed[]> {
  const header = ["at", "kind", "from", "to", "amountEur"];
  const rows = postingsOf(process.money, file).map((posting): Cell[] => [
    posting.at,
    nameOf(posting),
    posting.from,
    posting.to,
    { cents: posting.cents },
  ]);
  const text = spreadsheetOf(
    header,
    rows.map((row) => row.map(cellAsText)),
  );
  const workbook = unzipSync(await workbookOf("ledger", header, rows));
  return [
    { name: "ledger.csv", body: strToU8(text) },
    // A workbook is an archive itself, whose files would carry the time of their making.
    { name: "ledger.xlsx", body: zipSync(workbook, { mtime: noTime }) },
  ];
}

const endings = new Map([
  ["application/pdf", "pdf"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["application/vnd.etsi.asic-e+zip", "asice"],
]);

async function uploadsOf({ documents }: Pick<House, "documents">, loaded: LoadedCase): Promise<Packed[]> {
  const files: Packed[] = [];
  for (const [index, { id, label }] of uploadsSeenBy("coordinator", loaded).entries()) {
    const kept = await documents.read(uploadedKey(id));
    const field = label.split(".").slice(0, -1).join("-");
    if (kept)
      files.push({
        name: `uploads/${index + 1}-${field}.${endings.get(kept.type) ?? "adoc"}`,
        body: kept.body,
      });
  }
  return files;
}
