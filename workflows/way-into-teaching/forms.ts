import * as z from "zod";
import { position } from "../blocks/position.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Lists } from "../kernel/field.ts";
import {
  choice,
  choices,
  confirmation,
  date,
  email,
  file,
  longText,
  number,
  phone,
  rows,
  text,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { partsOfCall } from "./call.ts";

/** What can be named: whatever the call needs, and what it knows besides. */
function listsOf(of: CaseFile): Lists {
  const { need = [], commitment, known = {} } = partsOfCall(of);
  const each = (...names: readonly string[]) => [...new Set(names)];
  return {
    subjects: each(...need.map(({ subject }) => subject), ...(known.subjects ?? [])),
    municipalities: each(...need.map(({ municipality }) => municipality), ...(known.municipalities ?? [])),
    kinds: each(...(commitment?.kinds ?? []), ...(known.kinds ?? []), "municipal", "state", "private"),
  };
}

/** So many municipalities can be named at most, whatever of them a call looks at. */
const mostWishes = 60;

const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  road: z.enum(["full", "short"]),
  subject: z.string(),
  wants: z.array(z.string()).default([]),
  elsewhere: z.boolean(),
  diploma: z.boolean(),
  credits: z.number(),
  iban: z.string(),
});
export const appliedIn = ({ application: said }: Pick<CaseFile, "application">) => applied.parse(said);
const sayable = applied.partial();
export const saidIn = ({ application: said }: Pick<CaseFile, "application">) =>
  sayable.safeParse(said).data ?? {};

/** Somebody who does not teach yet wants to: for good, or for some hours beside other work. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (of) => {
    const { subjects = [], municipalities = [] } = listsOf(of);
    const { choices: most = mostWishes } = partsOfCall(of);
    return { lists: { subjects, municipalities }, limits: { wants: { max: most } } };
  },
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({}),
    road: choice({ options: ["full", "short"], ranks: true }),
    diploma: yesNo({ ranks: true }),
    credits: number({ min: 0, max: 1000, decimals: 2, ranks: true }),
    subject: choice({ options: { from: "subjects" }, ranks: true }),
    wants: choices({ options: { from: "municipalities" }, max: mostWishes, optional: true, ranks: true }),
    elsewhere: yesNo({ ranks: true }),
    motivation: longText({ max: 4000 }),
    iban: bankAccount({}),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    { id: "diploma", fields: ["road", "diploma", "credits", "subject"] },
    { id: "where", fields: ["wants", "elsewhere"] },
    { id: "motivation", fields: ["motivation"] },
    { id: "account", fields: ["iban", "truthful"] },
  ],
});

const points = () => number({ min: 0, max: 100, decimals: 2, for: ["held"] });

/** What each of two interviewers gives: points by each of three criteria. */
export const interview = defineForm({
  id: "interview",
  outcomes: ["held", "noShow"],
  fields: {
    subject: points(),
    pupils: points(),
    motivation: points(),
    comment: longText({ max: 4000, optional: true, for: ["held"] }),
  },
});

/** Where somebody studies, and at which school they practise. */
export const placement = defineForm({
  id: "placement",
  outcomes: ["placed"],
  fields: {
    university: text({ max: 200 }),
    contactName: text({ max: 120, autocomplete: "off" }),
    contactEmail: email({ autocomplete: "off" }),
    school: text({ max: 200, optional: true }),
  },
});

/** Another school to practise at: the one so far has closed, or its mentor has gone. Years of work are owed wherever it is. */
export const practiceMove = defineForm({
  id: "practiceMove",
  outcomes: ["moved"],
  fields: { school: text({ max: 200 }), reason: why({ max: 2000 }) },
});

export const grading = defineForm({
  id: "grading",
  outcomes: ["graded"],
  given: (of) => ({
    check: ({ grade = 0, qualifiedOn }) =>
      grade >= (partsOfCall(of).passGrade ?? 0) && qualifiedOn === undefined
        ? [{ field: "qualifiedOn", problem: "missing" }]
        : [],
  }),
  fields: { grade: number({ min: 0, max: 10, decimals: 2 }), qualifiedOn: date({ optional: true }) },
});

/** How the short road went: a module of ten weeks. */
export const shortModule = defineForm({
  id: "shortModule",
  outcomes: ["completed", "left"],
  fields: { completedOn: date({ for: ["completed"] }) },
});

/** So many schools can be asked about one year; they are asked at once. */
export const mostSchools = 40;

/** Where somebody worked since they were asked last; work at several schools adds up. */
export const work = defineForm({
  id: "work",
  outcomes: ["submitted"],
  given: (of) => ({ lists: { kinds: listsOf(of).kinds ?? [] } }),
  fields: {
    schools: rows({
      max: mostSchools,
      optional: true,
      spans: ["from", "to"],
      columns: {
        school: text({ max: 200 }),
        kind: choice({ options: { from: "kinds" } }),
        from: date({}),
        to: date({}),
        sharePercent: number({ min: 0, max: 200, decimals: 2 }),
        contactName: text({ max: 120, autocomplete: "off" }),
        contactEmail: email({ autocomplete: "off" }),
      },
    }),
  },
});

/** Each school confirms what was said of it. */
export const schoolConfirmation = defineForm({
  id: "confirmation",
  outcomes: ["confirmed", "denied"],
  fields: { reason: why({ max: 2000, for: ["denied"] }) },
});

/** Protected leave: the time in which the years have to be worked grows by its days. */
export const postponing = defineForm({
  id: "postponing",
  outcomes: ["asked"],
  fields: {
    periods: rows({ max: 40, spans: ["from", "to"], columns: { from: date({}), to: date({}) } }),
    document: file({ types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000, optional: true }),
  },
});

export const postponement = defineForm({
  id: "postponement",
  outcomes: ["granted", "refused"],
  fields: { reason: why({ max: 2000, for: ["refused"] }) },
});

/** The agency relieves somebody of what is left of the years. */
export const relief = defineForm({
  id: "relief",
  outcomes: ["relieved"],
  fields: { reason: why({ max: 2000 }) },
});
