import type { Language } from "../../workflows/kernel/case-file.ts";
import { isBlind } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Mail } from "../store/mail-items.ts";
import { mailWordsIn } from "./mail-words.ts";
import { quotedIn } from "./quoted.ts";
import { readTemplate } from "./template.ts";

/** The subject of a mail. It names nobody: subjects are shown on locked screens and kept in the logs of mail servers. */
export async function mailSubject(mail: Mail, loaded: LoadedCase, language: Language): Promise<string> {
  const [words, ui] = await Promise.all([caseWords(loaded, language), mailWordsIn(language)]);
  if (mail.message) return ui.say("message.subject", { call: callTitle(loaded, language) });
  const parameters = {
    ...quotedIn(parametersOf(loaded, words)),
    applicant: "–",
    reason: "–",
    revocation: "–",
  };
  if (mail.asks) return ui.say(`compared.${mail.asks.moment}.subject`);
  const template = readTemplate(mail.template);
  if (template.kind === "tell") return words.say(`mail.${mail.template}.subject`, parameters);
  const title = words.say(`task.${template.state}.title`, parameters);
  // Whoever has several to judge, and knows no names, tells them apart by their codes.
  const code = isBlind(loaded.process, mail.role) ? ` (${codeOf(loaded.head.pk)})` : "";
  return ui.say(`${template.kind}.subject`, { title: `${title}${code}` });
}
