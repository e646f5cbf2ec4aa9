import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Role } from "../../workflows/kernel/process.ts";
import type { LoadedCase } from "../cases/load.ts";
import { calculationsOf } from "../portal/calculations.ts";
import { uiIn } from "../portal/ui.ts";
import type { Paper } from "./paper.ts";
import { documentWordsIn } from "./words.ts";

/** The documents that are made from the record of a case. */
export type DocumentName = "agreement" | "calculation";

/** Who signs or pays reads what is signed and paid; a host and a reviewer see no money. */
const readers: ReadonlySet<Role> = new Set(["applicant", "principal", "coordinator", "agency", "finance"]);

/** The documents that there are of a case for a role, by what is recorded; none is made for that. */
export function documentsFor(role: Role, { process, file }: LoadedCase): readonly DocumentName[] {
  if (!readers.has(role)) return [];
  const calculated = calculationsOf(file).map(({ of }) => of);
  return [
    ...(process.agreement && calculated.includes("grant") ? (["agreement"] as const) : []),
    ...(calculated.length > 0 ? (["calculation"] as const) : []),
  ];
}

/** Draws a document of a case; `undefined` when there is none of that name for the role. */
export async function makeDocument(
  name: string,
  role: Role,
  loaded: LoadedCase,
  language: Language,
): Promise<Uint8Array | undefined> {
  const known = documentsFor(role, loaded).find((candidate) => candidate === name);
  const paper = known ? await paperOf(known, loaded, language) : undefined;
  if (!paper) return undefined;
  const { drawPdf } = await import("./pdf.ts");
  return drawPdf(paper);
}

async function paperOf(
  name: DocumentName,
  loaded: LoadedCase,
  language: Language,
): Promise<Paper | undefined> {
  const writing = { loaded, ui: await uiIn(language), words: await documentWordsIn(language) };
  switch (name) {
    case "agreement":
      return (await import("./agreement.ts")).agreementPaper(writing);
    case "calculation":
      return (await import("./calculation.ts")).calculationPaper(writing);
  }
}
