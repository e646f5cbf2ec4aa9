import type { Language } from "../../../workflows/kernel/case-file.ts";
import type { Role } from "../../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { type CallDocumentName, callDocumentsFor } from "../../documents/call-documents.ts";
import { type DocumentName, documentsFor } from "../../documents/documents.ts";
import { type DocumentWords, documentWordsIn } from "../../documents/words.ts";
import { caseWords } from "../../reading/case-words.ts";
import { isCall } from "../../store/keys.ts";
import { uploadsSeenBy } from "../../uploads/seen.ts";

/** Links to the documents of a case or a call below the page's own address; nothing where there are none. */
export async function documentLinks(
  page: string,
  role: Role | undefined,
  loaded: LoadedCase,
  language: Language,
) {
  const isOfCall = isCall(loaded.head.pk);
  const names = role ? (isOfCall ? callDocumentsFor(role, loaded) : documentsFor(role, loaded)) : [];
  const uploads = role && !isOfCall ? uploadsSeenBy(role, loaded) : [];
  if (names.length + uploads.length === 0) return null;
  const own = await caseWords(loaded, language);
  const words = await documentWordsIn(language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.say("links")}</h2>
      <ul class="govuk-list">
        {names.map((name) => (
          <li key={name}>
            <a class="govuk-link" href={`${page}/documents/${name}.pdf?lang=${language}`}>
              {titleOf(name, words)}
            </a>
          </li>
        ))}
        {uploads.map(({ id, label }) => (
          <li key={id}>
            <a class="govuk-link" href={`${page}/uploads/${id}`} download>
              {own.say(label)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const isEarlier = (name: string): name is `agreement-${number}` => name.startsWith("agreement-");

const titleOf = (name: DocumentName | CallDocumentName, words: DocumentWords): string =>
  isEarlier(name)
    ? words.say("link.agreement.version", { version: Number(name.slice("agreement-".length)) })
    : words.say(`link.${name}`);
