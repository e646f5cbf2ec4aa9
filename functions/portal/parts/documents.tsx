import type { Language } from "../../../workflows/kernel/case-file.ts";
import type { Role } from "../../../workflows/kernel/process.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { type DocumentName, documentsFor } from "../../documents/documents.ts";
import { type DocumentWords, documentWordsIn } from "../../documents/words.ts";

/** Links to the documents of a case below the page's own address; nothing where there are none. */
export async function documentLinks(
  page: string,
  role: Role | undefined,
  loaded: LoadedCase,
  language: Language,
) {
  const names = role ? documentsFor(role, loaded) : [];
  if (names.length === 0) return null;
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
      </ul>
    </>
  );
}

function titleOf(name: DocumentName, words: DocumentWords): string {
  if (name === "certificate" || name === "agreement" || name === "calculation")
    return words.say(`link.${name}`);
  return words.say("link.agreement.version", { version: Number(name.slice("agreement-".length)) });
}
