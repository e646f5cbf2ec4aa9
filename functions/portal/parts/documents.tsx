import type { Language } from "../../../workflows/kernel/case-file.ts";
import type { Role } from "../../../workflows/kernel/process.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { documentsFor } from "../../documents/documents.ts";
import { documentWordsIn } from "../../documents/words.ts";

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
              {words.say(`link.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
