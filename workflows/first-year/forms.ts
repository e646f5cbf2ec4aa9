import * as z from "zod";
import { position } from "../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { findMunicipality } from "../kernel/facts/gazetteer.ts";
import { labelOfSchool, schoolsIn } from "../kernel/facts/schools.ts";
import {
  choice,
  date,
  email,
  longText,
  number,
  phone,
  registerNumber,
  several,
  text,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { knownRules } from "./call.ts";
import { mentorBid, mentorNow } from "./roads.ts";

const novice = { when: { field: "registers", is: ["novice"] } } as const;
const mentor = { when: { field: "registers", is: ["mentor"] } } as const;

/** A school registers somebody who begins, or somebody who goes along with those who do. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (file) => ({
    ...schoolGiven(file),
    check: ({ registers, registerNumber: number }) =>
      registers === "mentor" && number === undefined && knownRules(file).registered
        ? [{ field: "registerNumber", problem: "missing" as const }]
        : [],
  }),
  fields: {
    registers: choice({ options: ["novice", "mentor"] }),
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({}),
    ...schoolFields,
    principalName: text({ max: 120, listed: true }),
    principalEmail: email({ autocomplete: "off", listed: true }),
    starts: date({ ...novice }),
    qualified: yesNo({ ...novice }),
    monthsBefore: number({ max: 600, ...novice }),
    yearsAway: number({ max: 60, ...novice }),
    mentorEmail: email({ autocomplete: "off", optional: true, ...novice }),
    years: number({ max: 70, ...mentor }),
    capacity: number({ max: 500, ...mentor }),
    registerNumber: registerNumber("transition", { optional: true, ...mentor }),
  },
  pages: [
    { id: "whom", fields: ["registers"] },
    { id: "person", fields: ["fullName", "email", "phone", "position"] },
    { id: "school", fields: [...schoolPage.fields, "principalName", "principalEmail"] },
    { id: "novice", fields: ["starts", "qualified", "monthsBefore", "yearsAway", "mentorEmail"] },
    { id: "mentor", fields: ["years", "capacity", "registerNumber"] },
  ],
});

const registered = z.object({
  registers: z.enum(["novice", "mentor"]),
  fullName: z.string(),
  email: z.string(),
  school: z.string(),
  municipality: z.string(),
  principalName: z.string(),
  principalEmail: z.string(),
  starts: z.string().optional(),
  qualified: z.boolean().optional(),
  monthsBefore: z.number().optional(),
  yearsAway: z.number().optional(),
  mentorEmail: z.string().optional(),
  years: z.number().optional(),
  capacity: z.number().optional(),
});

/** Who was registered; a municipality under one name, however it was written. */
export function registeredAs({ application: said }: Pick<CaseFile, "application">) {
  const known = registered.parse(said);
  return { ...known, municipality: municipalityAs(known.municipality) };
}

export const municipalityAs = (written: string): string => findMunicipality(written)?.name ?? written;

/** Whoever was registered as a mentor says whether that is so, where the pay goes, and whether everybody may find them. */
export const acceptance = defineForm({
  id: "acceptance",
  outcomes: ["accepted", "declined"],
  fields: {
    iban: bankAccount({ identifying: true, for: ["accepted"] }),
    listed: yesNo({ for: ["accepted"] }),
  },
});

/** What the novice would learn, by the own judgement, and how. */
export const inductionPlan = defineForm({
  id: "inductionPlan",
  outcomes: ["submitted"],
  fields: {
    needs: several({
      options: ["knowingPupils", "planning", "assessing", "classroom", "technology", "parents"],
    }),
    goals: longText({ max: 3000 }),
  },
  check: ({ needs }) => (needs.length === 0 ? [{ field: "needs", problem: "missing" as const }] : []),
});

/** Both say of the last month whether they met. */
export const checkIn = defineForm({
  id: "checkIn",
  outcomes: ["held", "missed"],
  fields: { note: longText({ max: 2000, optional: true }) },
});

/** What the mentor has seen, before it is decided. */
export const appraisal = defineForm({
  id: "appraisal",
  outcomes: ["given"],
  fields: { appraisal: longText({ max: 4000 }) },
});

export const evaluation = defineForm({
  id: "evaluation",
  outcomes: ["passed", "extend", "failed"],
  fields: { reason: why({ max: 2000, for: ["extend", "failed"] }) },
});

/** The second time nothing is put off any more. */
export const lastEvaluation = defineForm({
  id: "lastEvaluation",
  outcomes: ["passed", "failed"],
  fields: { reason: why({ max: 2000, for: ["failed"] }) },
});

/** Among the mentors of the call, so that nobody is named who is none, each with the room there is; who has none changes nothing. */
export const mentorChange = defineForm({
  id: "mentorChange",
  outcomes: ["changed"],
  given: ({ entries = [], entry }) => {
    const now = entry && mentorNow(entry);
    return {
      lists: {
        mentors: entries.flatMap(({ bid, ended }) => {
          const mentor = mentorBid.safeParse(bid).data;
          if (!mentor?.accepts || ended) return [];
          const who = `${mentor.name}, ${mentor.school}`;
          const along = entries.filter((one) => !one.ended && mentorNow(one)?.ref === mentor.ref).length;
          const room = Math.max(0, mentor.capacity - along);
          const label =
            now?.ref === mentor.ref
              ? { lt: `${who} (lydi dabar)`, en: `${who} (the mentor now)` }
              : { lt: `${who} (laisvų vietų: ${room})`, en: `${who} (free places: ${room})` };
          return [{ value: mentor.email, label }];
        }),
      },
    };
  },
  fields: { mentorEmail: choice({ options: { from: "mentors" } }), reason: why({ max: 2000 }) },
});

const pickedSchool = z.object({ newSchool: z.string() });

/** The other school is one of the list, which says where it is; whoever leads it signs the next agreement. */
export const schoolChange = defineForm({
  id: "schoolChange",
  outcomes: ["moved"],
  given: ({ call }, _, said) => {
    const schools = schoolsIn(call);
    const code = pickedSchool.safeParse(said).data?.newSchool;
    const picked = schools.find((one) => one.code === code);
    return {
      lists: { schools: schools.map((one) => ({ value: one.code, label: labelOfSchool(one) })) },
      facts: picked ? { school: picked.name, municipality: picked.municipality } : {},
    };
  },
  fields: {
    newSchool: choice({ options: { from: "schools" } }),
    school: text({ fact: true }),
    municipality: text({ fact: true }),
    principalName: text({ max: 120, autocomplete: "off" }),
    principalEmail: email({ autocomplete: "off" }),
    reason: why({ max: 2000 }),
  },
});

/** A pause is counted, a leave for illness, birth or care is not. */
export const pause = defineForm({
  id: "pause",
  outcomes: ["paused"],
  fields: { reason: why({ max: 2000 }) },
});
export const leave = defineForm({
  id: "leave",
  outcomes: ["onLeave"],
  fields: { cause: choice({ options: ["illness", "birth", "care"] }) },
});
export const resumption = defineForm({ id: "resumption", outcomes: ["resumed"], fields: {} });

/** The school ends the agreement. */
export const endedBySchool = defineForm({
  id: "endedBySchool",
  outcomes: ["ended"],
  fields: { reason: why({ max: 2000 }) },
});

/** A mentor takes nobody new. */
export const steppingDown = defineForm({ id: "steppingDown", outcomes: ["steppedDown"], fields: {} });
