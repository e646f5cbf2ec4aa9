import { versionsOf } from "../../workflows/blocks/agreement.ts";
import { fee } from "../../workflows/blocks/fee.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { calculationsOf } from "../reading/calculations.ts";
import { uiIn } from "../reading/ui.ts";
import type { Paper } from "./paper.ts";
import { documentWordsIn } from "./words.ts";

/** The documents that are made from the record of a case. */
export type DocumentName = "certificate" | "agreement" | "calculation" | "evidence" | `agreement-${number}`;

/** Who signs or pays reads what is signed and paid; a host and a reviewer see no money. */
const readers: ReadonlySet<Role> = new Set(["applicant", "principal", "coordinator", "agency", "finance"]);

/** A certificate is its holder's; once it is revoked nobody gets it any more. */
const holders: ReadonlySet<Role> = new Set(["applicant", "coordinator"]);

/** The documents that there are of a case for a role, by what is recorded; none is made for that. */
export function documentsFor(
  role: Role,
  { process, file, certificate }: LoadedCase,
): readonly DocumentName[] {
  if (!readers.has(role)) return [];
  const calculated = calculationsOf(file).map(({ of }) => of);
  return [
    ...(certificate && !certificate.revoked && holders.has(role) ? (["certificate"] as const) : []),
    ...(process.agreement && calculated.includes("grant") ? (["agreement"] as const) : []),
    ...(process.agreement ? earlierVersions(file) : []),
    ...(calculated.some((of) => of !== fee.id) ? (["calculation"] as const) : []),
    // What is gathered for the funder holds what everybody said.
    ...(calculated.length > 0 && role === "coordinator" ? (["evidence"] as const) : []),
  ];
}

/** Versions that a later one has taken the place of, the latest of them first. */
const earlierVersions = (file: LoadedCase["file"]): readonly `agreement-${number}`[] =>
  versionsOf(file)
    .slice(0, -1)
    .map((_, index) => `agreement-${index + 1}` as const)
    .toReversed();

/** Draws a document of a case, with addresses of the portal at `portalUrl`; `undefined` when there is none of that name for the role. */
export async function makeDocument(
  name: string,
  role: Role,
  loaded: LoadedCase,
  language: Language,
  portalUrl: string,
): Promise<Uint8Array | undefined> {
  const known = documentsFor(role, loaded).find((candidate) => candidate === name);
  if (known === undefined) return undefined;
  if (known === "certificate") {
    const { certificatePdf } = await import("./certificate.ts");
    const { certificate, process } = loaded;
    return certificate ? certificatePdf(certificate, process, language, portalUrl) : undefined;
  }
  const paper = await paperOf(known, loaded, language);
  if (!paper) return undefined;
  const { drawPdf } = await import("./pdf.ts");
  return drawPdf(paper);
}

async function paperOf(
  name: Exclude<DocumentName, "certificate">,
  loaded: LoadedCase,
  language: Language,
): Promise<Paper | undefined> {
  const writing = { loaded, ui: await uiIn(language), words: await documentWordsIn(language) };
  switch (name) {
    case "agreement":
      return (await import("./agreement.ts")).agreementPaper(writing);
    case "calculation":
      return (await import("./calculation.ts")).calculationPaper(writing);
    case "evidence":
      return (await import("./evidence.ts")).evidencePaper(writing);
    default: {
      const version = Number(name.slice("agreement-".length));
      return (await import("./agreement.ts")).agreementPaper({
        ...writing,
        loaded: asOfVersion(loaded, version),
      });
    }
  }
}

/** The case as it was until the version after this one was worked out. */
function asOfVersion(loaded: LoadedCase, version: number): LoadedCase {
  const next = versionsOf(loaded.file)[version] ?? Number.POSITIVE_INFINITY;
  const { file } = loaded;
  const change = file.interruptions.findLast(({ visit }) => visit < next);
  const until = change && change.visit >= (versionsOf(file)[version - 1] ?? 0) ? change.visit + 1 : next;
  const isBefore = ({ visit }: { readonly visit: number }): boolean => visit < until;
  return {
    ...loaded,
    file: {
      ...file,
      records: file.records.filter(isBefore),
      answers: file.answers.filter(isBefore),
      interruptions: file.interruptions.filter(isBefore),
    },
  };
}
