import * as z from "zod";
import type { Answer } from "../../workflows/kernel/case-file.ts";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { signingMethods } from "../../workflows/kernel/form.ts";
import {
  type Paper,
  type PaperFile,
  type Part,
  partiesTo,
  signaturesSince,
} from "../../workflows/kernel/paper.ts";
import { calculationsOf } from "../../workflows/kernel/sheet.ts";
import type { ToldRow } from "../../workflows/kernel/told.ts";
import { labelOf } from "../reading/asked.ts";
import { callTitle } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { givenBy } from "../reading/facts.ts";
import { printedAnswer } from "../reading/printed.ts";
import { parametersIn, rowsUnder, tell } from "../reading/tell.ts";
import type { Block, Composed, Fact } from "./composed.ts";
import { issuerOf } from "./issuer.ts";
import { sheetBlocks } from "./sheet.ts";
import { tableIn } from "./told-table.ts";
import type { Writing } from "./writing.ts";

/** Puts a paper that a process says into words; `undefined` while there is none. */
export function compose(name: string, paper: Paper, file: PaperFile, general: Writing): Composed | undefined {
  const asOf = paper.asOf(file);
  if (asOf === undefined) return undefined;
  const { words, loaded } = general;
  const parameters = {
    ...general.teller.parameters,
    ...parametersIn(paper.says?.(file) ?? {}, general.teller),
    code: codeOf(loaded.head.pk),
  };
  const writing = { ...general, teller: { ...general.teller, parameters } };
  const say = (key: string): string => writing.teller.words.say(`${name}.${key}`, parameters);
  const { institution } = paper.isIssued ? issuerOf(file.call) : {};
  return {
    language: words.language,
    title: say("title"),
    ...(institution === undefined ? {} : { issuedBy: institution }),
    caption: captionOf(paper, file, writing),
    asOf,
    foot: say("foot"),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: Object.entries(paper.parts).flatMap(([under, part]) => {
      const blocks = blocksOf({ part, under: `${name}.${under}`, paper, file, writing });
      return part.isUntitled || part.kind === "sheet" || blocks.length === 0
        ? blocks
        : [{ kind: "heading" as const, text: say(`${under}.title`) }, ...blocks];
    }),
  };
}

function captionOf(paper: Paper, file: PaperFile, { loaded, words, teller }: Writing): string {
  if (paper.caption) return tell(paper.caption(file), teller);
  const call = callTitle(loaded, words.language);
  const versions = paper.versions?.(file) ?? [];
  const made = file.records.find(({ visit }) => visit === versions.at(-1));
  return made
    ? `${call}. ${words.say("version", { version: versions.length, day: printDay(dayAt(made.at), words.language) })}`
    : call;
}

interface Writable {
  readonly part: Part;
  /** Under which its words stand. */
  readonly under: string;
  readonly paper: Paper;
  readonly file: PaperFile;
  readonly writing: Writing;
}

function blocksOf({ part, under, paper, file, writing }: Writable): readonly Block[] {
  const { teller, loaded } = writing;
  const told = ({ label, value }: ToldRow): Fact => ({
    label: tell(label, teller),
    value: tell(value, teller),
  });
  switch (part.kind) {
    case "text":
      return [{ kind: "text", text: teller.words.say(`${under}.text`, teller.parameters) }];
    case "facts":
      return factsIn(rowsUnder(under, part.rows, file).map(told));
    case "answer":
      return factsIn(answered(part.form, writing));
    case "sheet":
      return calculationsOf(loaded.process, file)
        .filter(({ of }) => of === part.of)
        .flatMap((sheet) => sheetBlocks(sheet, writing));
    case "signatures":
      return factsIn(signed(part.form, under, paper, file, writing));
    case "table":
      return tableOf(part, under, file, writing);
  }
}

const factsIn = (rows: readonly Fact[]): readonly Block[] =>
  rows.length > 0 ? [{ kind: "facts", rows }] : [];

/** The latest answer to a form, as it was given. What is confidential stands on no paper. */
function answered(id: string, { loaded, ui, teller }: Writing): readonly Fact[] {
  const answer = loaded.file.answers.findLast(({ form }) => form === id);
  const form = answer && givenBy(loaded, answer)?.form;
  if (!form) return [];
  const printing = { form, words: teller.words, ui };
  return Object.entries(form.fields).flatMap(([name, { confidential }]) => {
    const value = confidential ? [] : printedAnswer(printing, name, answer.values[name]);
    return value.length > 0 ? [{ label: labelOf(printing, name), value: value.join("\n") }] : [];
  });
}

/** Who has signed the latest version, when and how, and who has not. */
function signed(
  form: string,
  under: string,
  { versions }: Paper,
  file: PaperFile,
  { loaded, words, teller }: Writing,
): readonly Fact[] {
  const given = signaturesSince(file, form, versions?.(file).at(-1));
  return Object.entries(partiesTo(loaded.process, form)).map(([party, role]) => {
    const person = teller.nameOf(role) ?? "–";
    const answer = given.find(({ part = role }) => part === party);
    return {
      label: teller.words.say(`${under}.${party}`),
      value: answer ? signedHow(answer, person, words) : words.say("unsigned", { person }),
    };
  });
}

/** A signature that was given outside the portal. */
const signedElsewhere = z.object({ method: z.enum(signingMethods), signedOn: z.iso.date() });

function signedHow({ values, at }: Answer, person: string, words: Writing["words"]): string {
  const elsewhere = signedElsewhere.safeParse(values);
  if (!elsewhere.success) return words.say("signed", { person, time: printTime(at, words.language) });
  const { method, signedOn } = elsewhere.data;
  return words.say(`signed.${method}`, { person, day: printDay(signedOn, words.language) });
}

function tableOf(
  { columns, brings, rows }: Extract<Part, { kind: "table" }>,
  under: string,
  file: PaperFile,
  { teller }: Writing,
): readonly Block[] {
  const made = rows(file);
  const summary = teller.words.say(`${under}.title`, teller.parameters);
  return made.length > 0
    ? [
        {
          kind: "table",
          summary,
          ...tableIn(under, { ...columns, ...brings?.(file) }, made, teller),
          totals: [],
        },
      ]
    : [];
}
