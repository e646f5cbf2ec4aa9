import { internshipWords } from "../blocks/internship-words.lt.ts";
import { joined } from "../blocks/word-parts.ts";
import { lt as blocks } from "../blocks/words.lt.ts";
import { countryWords } from "../kernel/facts/countries.ts";
import { application } from "./words/application.lt.ts";
import { forms } from "./words/forms.lt.ts";
import { mails } from "./words/mails.lt.ts";
import { papers } from "./words/papers.lt.ts";
import { road } from "./words/road.lt.ts";
import { tasks } from "./words/tasks.lt.ts";

const own = joined(internshipWords, application, forms, road, tasks, papers, mails);

/** The words of the internship abroad in Lithuanian. ICU messages. */
export const lt = joined(blocks, countryWords("lt"), own);
export type ForeignInternshipWord = keyof typeof blocks | keyof typeof own;
