import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { rankingApproval } from "../../workflows/selection-call/forms.ts";
import { rankingDocument } from "../../workflows/selection-call/ranking-document.ts";
import type { LoadedCase } from "../cases/load.ts";
import { casesOf, type ListedCase } from "../cases/people/staff.ts";
import type { House } from "../house.ts";
import { uiIn } from "../reading/ui.ts";
import { documentKey, idOf } from "../store/keys.ts";
import { documentWordsIn } from "./words.ts";

/** The documents that are made from the record of a call. */
export type CallDocumentName = "minutes" | "order";

const readers: ReadonlySet<Role> = new Set(["coordinator", "commission", "member", "agency"]);

/** The documents that there are of a call for a role: none before the commission has approved the ranking. */
export function callDocumentsFor(role: Role, { file }: LoadedCase): readonly CallDocumentName[] {
  const isApproved = file.answers.some(
    ({ form, outcome }) => form === rankingApproval.id && outcome === "approved",
  );
  return readers.has(role) && isApproved ? ["minutes", "order"] : [];
}

/** Draws a document of a call; `undefined` when there is none of that name for the role. */
export async function makeCallDocument(
  house: Pick<House, "table" | "documents">,
  name: string,
  role: Role,
  loaded: LoadedCase,
  language: Language,
): Promise<Uint8Array | undefined> {
  const known = callDocumentsFor(role, loaded).find((candidate) => candidate === name);
  if (!known) return undefined;
  const writing = {
    loaded,
    ui: await uiIn(language),
    words: await documentWordsIn(language),
    cases: await casesAsRanked(house, loaded.head.pk),
  };
  const { minutesPaper, orderPaper } = await import("./minutes.ts");
  const paper = await (known === "minutes" ? minutesPaper(writing) : orderPaper(writing));
  if (!paper) return undefined;
  const { drawPdf } = await import("./pdf.ts");
  return drawPdf(paper);
}

/**
 * The cases as the commission decided on them: once the ranking was published, as its document keeps them, because
 * promotions and appeals came later.
 */
async function casesAsRanked(
  house: Pick<House, "table" | "documents">,
  ref: string,
): Promise<readonly ListedCase[]> {
  const cases = await casesOf(house, idOf(ref));
  const published = await house.documents.read(documentKey(ref, "ranking-1"));
  if (!published) return cases;
  const { entries } = rankingDocument.parse(JSON.parse(Buffer.from(published.body).toString("utf8")));
  const kept = new Map(entries.map((entry) => [entry.ref, entry]));
  return cases.map((listed) => {
    const {
      ref: _ref,
      score,
      travelledBefore,
      rural,
      submittedAt,
      preferences,
      ...place
    } = kept.get(listed.ref) ?? {};
    const brought = {
      score,
      travelledBefore,
      rural,
      submittedAt,
      preferences,
      applicant: listed.applicantName,
    };
    return score === undefined
      ? { ...listed, decision: undefined }
      : { ...listed, bid: brought, decision: place };
  });
}
