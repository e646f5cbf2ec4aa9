import type { CaseFile, Language } from "../../workflows/kernel/case-file.ts";
import {
  asItWas,
  type NamedEntry,
  type Paper,
  type PaperFile,
  type Versions,
} from "../../workflows/kernel/paper.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { calculationsOf } from "../../workflows/kernel/sheet.ts";
import { entryOf, type LoadedCase } from "../cases/load.ts";
import { applicantIn } from "../cases/people/applicant.ts";
import type { House } from "../house.ts";
import { entryItem, headItem } from "../store/items.ts";
import { documentKey, headKey, refOfCall } from "../store/keys.ts";
import type { Composed } from "./composed.ts";
import { issuerOf } from "./issuer.ts";
import { writingOf } from "./writing.ts";

/**
 * A document that is made from the record of a case or of a call: the certificate, a paper of its process, an earlier version of one, or the
 * evidence for the funder.
 */
export type Document =
  | { readonly kind: "certificate"; readonly name: string }
  | { readonly kind: "evidence"; readonly name: string }
  | { readonly kind: "paper"; readonly name: string; readonly paper: string; readonly said: Paper }
  | {
      readonly kind: "earlier";
      readonly name: string;
      readonly paper: string;
      readonly said: Paper & { readonly versions: Versions };
      /** From 1. */
      readonly version: number;
    };

/** A certificate is its holder's; once it is revoked nobody gets it any more. */
const holders: ReadonlySet<Role> = new Set(["applicant", "coordinator"]);

/** The documents that there are of a case for a role, by what is recorded; none is made for that. */
export function documentsFor(role: Role, { process, file, certificate }: LoadedCase): readonly Document[] {
  const papers = Object.entries(process.papers ?? {}).filter(
    ([, { to, asOf }]) => to.includes(role) && asOf(file) !== undefined,
  );
  return [
    ...(certificate && !certificate.revoked && holders.has(role)
      ? [{ kind: "certificate" as const, name: "certificate" }]
      : []),
    ...papers.flatMap(([paper, said]): Document[] => [
      { kind: "paper", name: paper, paper, said },
      ...earlierOf(paper, said, file),
    ]),
    // What is gathered for the funder holds what everybody said.
    ...(role === "coordinator" && calculationsOf(process, file).length > 0
      ? [{ kind: "evidence" as const, name: "evidence" }]
      : []),
  ];
}

/** Versions that a later one has taken the place of, the latest of them first. */
function earlierOf(paper: string, said: Paper, file: LoadedCase["file"]): readonly Document[] {
  const { versions } = said;
  if (!versions) return [];
  return versions(file)
    .slice(0, -1)
    .map((_, index) => ({
      kind: "earlier" as const,
      name: `${paper}-${index + 1}`,
      paper,
      said: { ...said, versions },
      version: index + 1,
    }))
    .toReversed();
}

type Sources = Pick<House, "table" | "documents" | "config">;

/** Draws a document of a case or of a call; `undefined` when there is none of that name for the role. */
export async function makeDocument(
  house: Sources,
  name: string,
  role: Role,
  loaded: LoadedCase,
  language: Language,
): Promise<Uint8Array | undefined> {
  const known = documentsFor(role, loaded).find((candidate) => candidate.name === name);
  if (known === undefined) return undefined;
  if (known.kind === "certificate") {
    const { certificatePdf } = await import("./certificate.ts");
    const { certificate, process } = loaded;
    return certificate
      ? certificatePdf(certificate, process, language, {
          portalUrl: house.config.portalUrl,
          issuer: issuerOf(loaded.file.call),
        })
      : undefined;
  }
  const composed = await composedOf(house, known, loaded, language);
  if (!composed) return undefined;
  const { drawPdf } = await import("./pdf.ts");
  return drawPdf(composed);
}

async function composedOf(
  house: Sources,
  known: Exclude<Document, { kind: "certificate" }>,
  loaded: LoadedCase,
  language: Language,
): Promise<Composed | undefined> {
  if (known.kind === "evidence")
    return (await import("./evidence.ts")).evidencePaper(await writingOf(loaded, language));
  const { compose } = await import("./compose.ts");
  const then =
    known.kind === "earlier"
      ? { ...loaded, file: asItWas(loaded.file, known.said.versions, known.version) }
      : loaded;
  const file = await seenBy(house, known.said, then);
  return compose(known.paper, known.said, file, await writingOf(then, language));
}

/** The file that a paper is made from, with the cases of its call and what the call's machine has kept where it sees them. */
async function seenBy(
  house: Pick<House, "table" | "documents">,
  { sees }: Paper,
  { file }: LoadedCase,
): Promise<PaperFile> {
  if (!sees) return file;
  const { document } = sees;
  const cases = await namedCases(house, file);
  const kept = document && (await house.documents.read(documentKey(file.ref, document)));
  return {
    ...file,
    cases,
    ...(kept ? { document: JSON.parse(Buffer.from(kept.body).toString("utf8")) } : {}),
  };
}

/** Every case of a call with the name that staff know it by: papers list them all, pages never. */
async function namedCases(
  { table }: Pick<House, "table">,
  { callId, call }: CaseFile,
): Promise<readonly NamedEntry[]> {
  const entries = await table.query(refOfCall(callId), "entry#");
  return Promise.all(
    entries.map(async (item) => {
      const entry = entryItem.parse(item);
      const head = await table.get(headKey(entry.ref));
      const applicantName = head ? await applicantIn(headItem.parse(head), call) : undefined;
      return { ...entryOf(entry), applicantName: applicantName ?? "" };
    }),
  );
}
