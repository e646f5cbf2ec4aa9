import { internshipWords } from "../blocks/internship-words.en.ts";
import { joined } from "../blocks/word-parts.ts";
import { en as blocks } from "../blocks/words.en.ts";
import { countryWords } from "../kernel/facts/countries.ts";
import { application } from "./words/application.en.ts";
import { forms } from "./words/forms.en.ts";
import { mails } from "./words/mails.en.ts";
import { papers } from "./words/papers.en.ts";
import { road } from "./words/road.en.ts";
import { tasks } from "./words/tasks.en.ts";
import type { ForeignInternshipWord } from "./words.lt.ts";

/** The words of the internship abroad in English; hosts abroad read these. ICU messages. */
export const en: Readonly<Record<ForeignInternshipWord, string>> & Readonly<Record<string, string>> = joined(
  blocks,
  countryWords("en"),
  internshipWords,
  application,
  forms,
  road,
  tasks,
  papers,
  mails,
);
