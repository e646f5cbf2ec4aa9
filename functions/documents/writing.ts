import type { Language } from "../../workflows/kernel/case-file.ts";
import type { LoadedCase } from "../cases/load.ts";
import { caseWords, tellerOf } from "../reading/case-words.ts";
import type { Teller } from "../reading/tell.ts";
import { type Ui, uiIn } from "../reading/ui.ts";
import { type DocumentWords, documentWordsIn } from "./words.ts";

/** What a paper is written with. */
export interface Writing {
  readonly loaded: LoadedCase;
  readonly ui: Ui;
  /** The words that frame papers. */
  readonly words: DocumentWords;
  readonly teller: Teller;
}

export const writingOf = async (loaded: LoadedCase, language: Language): Promise<Writing> => ({
  loaded,
  ui: await uiIn(language),
  words: await documentWordsIn(language),
  teller: tellerOf(loaded, await caseWords(loaded, language)),
});
