import type { Language } from "../../../workflows/kernel/case-file.ts";
import type { Role } from "../../../workflows/kernel/roles.ts";
import { paths } from "../../addresses/paths.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { type Document, documentsFor } from "../../documents/documents.ts";
import { type DocumentWords, documentWordsIn } from "../../documents/words.ts";
import { caseWords } from "../../reading/case-words.ts";
import type { Messages } from "../../reading/messages.ts";
import type { Task } from "../../store/items.ts";
import { isCall } from "../../store/keys.ts";
import { uploadsSeenBy, uploadTitle } from "../../uploads/seen.ts";

/** Where the papers and files of a case or a call are, for whoever looks at it from here. */
interface Places {
  /** By its name with the ending, such as `agreement.pdf`. */
  readonly document: (file: string) => string;
  /** Calls have no files of anybody. */
  readonly upload?: (id: string) => string;
}

/** Where staff have those of a case. */
export const placesOfCase = (id: string): Places => ({
  document: (file) => paths.documentOfCase(id, file),
  upload: (upload) => paths.uploadedOfCase(id, upload),
});

/** Links to the documents of a case or a call; nothing where there are none. */
export async function documentLinks(
  { document, upload }: Places,
  role: Role | undefined,
  loaded: LoadedCase,
  language: Language,
  task?: Task,
) {
  const documents = role ? documentsFor(role, loaded) : [];
  const uploads = role && !isCall(loaded.head.pk) ? uploadsSeenBy(role, loaded, task) : [];
  if (documents.length + uploads.length === 0) return null;
  const own = await caseWords(loaded, language);
  const words = await documentWordsIn(language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.say("links")}</h2>
      <ul class="govuk-list">
        {documents.map((one) => (
          <li key={one.name}>
            <a class="govuk-link" href={`${document(`${one.name}.pdf`)}?lang=${language}`}>
              {titleOf(one, own, words)}
            </a>
          </li>
        ))}
        {upload &&
          uploads.map((one) => (
            <li key={one.id}>
              <a class="govuk-link" href={upload(one.id)} download>
                {uploadTitle(one, own)}
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}

function titleOf(one: Document, own: Messages, words: DocumentWords): string {
  switch (one.kind) {
    case "certificate":
    case "evidence":
      return words.say(`link.${one.kind}`);
    case "paper":
      return own.say(`${one.paper}.title`);
    case "earlier":
      return words.say("earlier", { title: own.say(`${one.paper}.title`), version: one.version });
  }
}
