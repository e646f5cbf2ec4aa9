import * as z from "zod";
import { endorsement as byPrincipal } from "../blocks/endorsement/forms.ts";
import { principalWords } from "../blocks/endorsement/words.ts";
import { position } from "../blocks/position.ts";
import { notOwnPrincipal, schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import {
  choices,
  confirmation,
  date,
  email,
  longText,
  number,
  phone,
  text,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { moduleOf, partsOf } from "./call.ts";

/** So many modules can be named at most, whatever of them a call looks at. */
const mostModules = 40;

const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  school: z.string(),
  rural: z.boolean().default(false),
  qualified: z.boolean(),
  experienceYears: z.number(),
  modules: z.array(z.string()),
});
export const appliedIn = ({ application: said }: Pick<CaseFile, "application">) => applied.parse(said);

/** Somebody of a school studies for another subject, beside their work. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (of) => {
    const { lists, facts } = schoolGiven(of);
    const { modules = {}, choices: most = mostModules } = partsOf(of);
    const offered = Object.entries(modules).map(([value, { university, credits }]) => ({
      value,
      label: {
        lt: `${value}, ${university}, kreditų: ${credits}`,
        en: `${value}, ${university}, ${credits} credits`,
      },
    }));
    return { facts, lists: { ...lists, modules: offered }, limits: { modules: { max: most } } };
  },
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({}),
    ...schoolFields,
    rural: yesNo({ ranks: true, fact: true }),
    principalName: text({ max: 120, listed: true }),
    principalEmail: email({ autocomplete: "off", listed: true }),
    qualified: yesNo({ ranks: true }),
    experienceYears: number({ min: 0, max: 70, ranks: true }),
    modules: choices({ options: { from: "modules" }, max: mostModules, ranks: true }),
    motivation: longText({ max: 4000 }),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    schoolPage,
    { id: "principal", fields: ["principalName", "principalEmail"] },
    { id: "qualified", fields: ["qualified", "experienceYears"] },
    { id: "modules", fields: ["modules", "motivation"] },
    { id: "declaration", fields: ["truthful"] },
  ],
  check: notOwnPrincipal,
});

const vacancy = yesNo({ for: ["endorsed"] });

/** The principal releases somebody from lessons, and says whether the school needs a teacher of the new subject. */
export const endorsement = defineForm({
  id: "endorsement",
  words: principalWords,
  outcomes: ["endorsed", "refused"],
  fields: { vacancy, release: text({ max: 500, for: ["endorsed"] }), reason: byPrincipal.fields.reason },
});

/** The coordinator says so in the place of whoever is silent. */
export const endorsementInPlace = defineForm({
  id: "endorsementInPlace",
  words: principalWords,
  outcomes: ["endorsed", "refused"],
  fields: { vacancy, reason: why({ max: 2000 }) },
});

/** Does the university take them? */
export const admission = defineForm({
  id: "admission",
  outcomes: ["admitted", "refused"],
  fields: { reason: why({ max: 2000, for: ["refused"] }) },
});

/** What the university records at the end; a grade that is enough brings the credits. */
export const grading = defineForm({
  id: "grading",
  outcomes: ["graded"],
  given: (of) => {
    const { credits } = moduleOf(of) ?? {};
    return credits === undefined ? {} : { values: { credits }, limits: { credits: { max: credits } } };
  },
  fields: {
    grade: number({ min: 0, max: 10, decimals: 2 }),
    credits: number({ min: 0, max: 1000, decimals: 2 }),
    gradedOn: date({ past: true }),
  },
});

/** The agency recognises by an order that somebody may teach the subject. */
export const recognition = defineForm({
  id: "recognition",
  outcomes: ["recognised"],
  fields: { number: text({ max: 40 }) },
});
