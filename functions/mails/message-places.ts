import type { Language } from "../../workflows/kernel/case-file.ts";
import type { LoadedCase } from "../cases/load.ts";
import { callTitle } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { withoutLinks } from "./quoted.ts";

/** What a message to applicants may name in braces; each reader has it filled in with what is so in their case. */
export const messagePlaces = ["applicant", "call", "code"] as const;

/** The places of a text that nobody fills in. */
export const unknownPlaces = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}\n]*)\}/g)].flatMap(([, name = ""]) =>
    messagePlaces.some((known) => known === name) ? [] : [`{${name}}`],
  );

/** A text as the applicant of a case reads it. What they typed themselves becomes no link. */
export function filledFor(loaded: LoadedCase, text: string, language: Language): string {
  const said: Readonly<Record<(typeof messagePlaces)[number], string>> = {
    applicant: withoutLinks(loaded.process.people("applicant", loaded.file)?.name ?? "–"),
    call: callTitle(loaded, language),
    code: codeOf(loaded.head.pk),
  };
  return messagePlaces.reduce((filled, name) => filled.replaceAll(`{${name}}`, () => said[name]), text);
}
