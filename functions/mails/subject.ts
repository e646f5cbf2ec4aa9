import type { Language } from "../../workflows/kernel/case-file.ts";
import { isBlind } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages, Parameters } from "../reading/messages.ts";
import type { Mail } from "../store/mail-items.ts";
import { inWordsOf, type OwnWords } from "./call-texts.ts";
import { mailWordsIn } from "./mail-words.ts";
import { quotedIn } from "./quoted.ts";
import { readTemplate } from "./template.ts";

/** The subject of a mail. It names nobody: subjects are shown on locked screens and kept in the logs of mail servers. */
export async function mailSubject(
  mail: Mail,
  loaded: LoadedCase,
  language: Language,
  own?: OwnWords,
): Promise<string> {
  if (mail.subject !== undefined && language === mail.to.language) return mail.subject;
  const [standard, ui] = await Promise.all([caseWords(loaded, language), mailWordsIn(language)]);
  const words = inWordsOf(own, standard);
  if (mail.message)
    return ui.say(`${mail.message.question === undefined ? "message" : "answer"}.subject`, {
      call: callTitle(loaded, language),
    });
  const parameters = () => subjectParameters(loaded, words);
  if (mail.asks) return ui.say(`compared.${mail.asks.moment}.subject`);
  const template = readTemplate(mail.template);
  if (template.kind === "tell") return words.say(`mail.${mail.template}.subject`, parameters);
  const title = words.say(`task.${template.state}.title`, parameters);
  // Whoever has several to judge, and knows no names, tells them apart by their codes.
  const code = isBlind(loaded.process, mail.role) ? ` (${codeOf(loaded.head.pk)})` : "";
  return ui.say(`${template.kind}.subject`, { title: `${title}${code}` });
}

/** What a subject may name of a case. */
export const subjectParameters = (loaded: LoadedCase, words: Messages): Parameters => ({
  ...quotedIn(parametersOf(loaded, words)),
  ...Object.fromEntries(unnamedInSubjects.map((name) => [name, "–"])),
});

/** Whatever a subject says, it says nobody's name and no reason. */
export const unnamedInSubjects = ["applicant", "reason", "revocation"] as const;
