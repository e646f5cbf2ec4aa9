import { Temporal } from "temporal-polyfill";
import { withWords } from "../kernel/book.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { type Competence, competences } from "../kernel/develops.ts";
import { localDay } from "../kernel/facts/calendar.ts";
import { choice, file, longText, several, text, yesNo } from "../kernel/field-kinds.ts";
import type { FieldError } from "../kernel/form.ts";
import { type Licence, licenceNames, type Publication, publishes } from "../kernel/open.ts";
import { blockWords } from "./words.ts";

/** An address that a browser can open; nothing else is made a link of. */
const isWebAddress = (said: string): boolean =>
  /^https?:\/\/[^\s]+\.[^\s]+$/.test(said) && URL.canParse(said);

/** What somebody has made and may give to everybody: each question may stay open, and nothing is shown without a yes to the first. */
export const sharingFields = withWords(blockWords, {
  shared: yesNo({ optional: true }),
  sharedTitle: text({ max: 200, optional: true }),
  sharedSummary: longText({ max: 1000, optional: true }),
  sharedLink: text({ max: 300, optional: true, known: { is: isWebAddress, problem: "notWebAddress" } }),
  sharedFile: file({ types: ["pdf"], maxBytes: 4_000_000, optional: true }),
  sharedTopics: several({ options: competences, optional: true }),
  sharedLicence: choice({ options: licenceNames, optional: true }),
});

interface Shared {
  readonly shared: boolean | undefined;
  readonly sharedTitle: string | undefined;
  readonly sharedSummary: string | undefined;
  readonly sharedLink: string | undefined;
  readonly sharedFile: string | undefined;
  readonly sharedTopics: readonly string[] | undefined;
  readonly sharedLicence: Licence | undefined;
}

/** Whoever gives something says what it is called, where it is, and how it may be used. */
export function checkSharing(said: Shared): readonly FieldError[] {
  if (said.shared !== true) return [];
  const missing = (["sharedTitle", "sharedLicence"] as const).filter((field) => said[field] === undefined);
  const isNowhere = said.sharedLink === undefined && said.sharedFile === undefined;
  return [...missing, ...(isNowhere ? (["sharedLink"] as const) : [])].map((field) => ({
    field,
    problem: "missing" as const,
  }));
}

/** What is given by these questions: the words of its topics stand with them. */
export const publishesShared = (rows: (file: CaseFile) => readonly Publication<Competence>[]) =>
  publishes({ tags: competences, rows, words: blockWords });

/** What the library shows of an answer; nothing where nothing was given. */
export function sharedRows(
  answer: { readonly values: Shared; readonly at: string } | undefined,
  author: string,
): readonly Publication<Competence>[] {
  if (!answer) return [];
  const { shared, sharedTitle: title, sharedSummary, sharedLink, sharedFile, ...said } = answer.values;
  const what = addressOf(sharedLink, sharedFile);
  if (shared !== true || title === undefined || said.sharedLicence === undefined || !what) return [];
  return [
    {
      name: "shared",
      from: localDay(Temporal.Instant.from(answer.at)).toString(),
      consent: true,
      title,
      summary: sharedSummary,
      authors: [author],
      tags: competences.filter((topic) => said.sharedTopics?.includes(topic)),
      licence: said.sharedLicence,
      what,
      on: "library",
    },
  ];
}

/** A page that others keep goes before a copy of it here. */
function addressOf(link: string | undefined, upload: string | undefined): Publication["what"] | undefined {
  if (link !== undefined) return { link };
  return upload === undefined ? undefined : { upload };
}
