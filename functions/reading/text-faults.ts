import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { needsOf } from "../../workflows/kernel/words.ts";
import { namesOf } from "./case-words.ts";
import { parametersIn } from "./message-parameters.ts";

/** Texts that are said of a case: mails, what tasks ask, where a case stands and how it ended, and what broke in on it. */
const ofCase = /^(mail\..+|task\..+\.(title|why)|state\..+|status\..+\.text|interruption\..+)$/;
/** Texts that lists say of many cases at once: they name nothing. */
const ofList = /^(status\.[^.]+|stage\..+|step\..+)$/;

/**
 * What keeps texts of a process from being said, a sentence each: a mail, the title of a task or the page of a state that names what
 * no case gives, or that cannot be read. It is asked when a process is compiled and before a call is rehearsed, so that nobody's mail
 * fails because of it.
 */
export async function faultsOfTexts(process: Process): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = namesOf(process);
  } catch (error) {
    const why = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
    return [
      `${process.id}: says fails for a case in which nothing stands yet, of which each name is a dash: ${why}`,
    ];
  }
  const faults = (["lt", "en"] as const).map((language) => faultsIn(process, language, names));
  return (await Promise.all(faults)).flat();
}

async function faultsIn(
  { id, words, ...process }: Process,
  language: Language,
  names: readonly string[],
): Promise<readonly string[]> {
  const said = await words[language]();
  return needsOf({ id, ...process }).flatMap(({ key }) => {
    const text = said[key] ?? "";
    const known = ofCase.test(key) ? names : ofList.test(key) ? [] : undefined;
    if (known === undefined || !/[{']/.test(text)) return [];
    try {
      const unknown = parametersIn(text, language).filter(({ name }) => !known.includes(name));
      const may = known.length === 0 ? "it may name nothing" : `it may name ${known.join(", ")}`;
      return unknown.map(
        ({ name }) => `${id}: ${key} (${language}) names {${name}}, which nothing gives; ${may}`,
      );
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return [`${id}: ${key} (${language}) is no message: ${why}`];
    }
  });
}
