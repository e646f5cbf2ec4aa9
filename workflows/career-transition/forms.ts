import * as z from "zod";
import { municipality } from "../blocks/municipality.ts";
import { position } from "../blocks/position.ts";
import { identifyingSchoolFields, notOwnPrincipal, schoolGiven, schoolPage } from "../blocks/school.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { Book } from "../kernel/book.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import {
  certificateNumber,
  choice,
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
import { bestMark } from "./call.ts";

const called = z.object({ roles: z.record(z.string(), z.unknown()) });
const rolesOfCall = ({ call }: Pick<CaseFile, "call">) => ({
  lists: { roles: Object.keys(called.parse(call).roles) },
});

/** What the roles are called that calls offer most often; another one is called as its call calls it. */
const roleWords: Book = {
  lt: () => import("./roles/words/lt.json", { with: { type: "json" } }),
  en: () => import("./roles/words/en.json", { with: { type: "json" } }),
};

export const application = defineForm({
  id: "application",
  words: roleWords,
  outcomes: ["submitted"],
  given: (file) => {
    const { lists, facts } = schoolGiven(file);
    return { facts, lists: { ...lists, ...rolesOfCall(file).lists } };
  },
  fields: {
    fullName: text({ max: 120, autocomplete: "name", identifying: true }),
    email: email({ identifying: true }),
    phone: phone({ optional: true, identifying: true }),
    position: position({}),
    experienceYears: number({ min: 0, max: 70 }),
    ...identifyingSchoolFields,
    principalName: text({ max: 120, identifying: true, listed: true }),
    principalEmail: email({ autocomplete: "off", identifying: true, listed: true }),
    role: choice({ options: { from: "roles" } }),
    motivation: longText({ max: 4000 }),
    iban: bankAccount({ identifying: true }),
    /** Whether everybody may read the name in the register. */
    listed: yesNo({}),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "phone", "position", "experienceYears"] },
    schoolPage,
    { id: "principal", fields: ["principalName", "principalEmail"] },
    { id: "role", fields: ["role", "motivation"] },
    { id: "account", fields: ["iban", "listed"] },
    { id: "declaration", fields: ["truthful"] },
  ],
  check: notOwnPrincipal,
});

/** What was agreed in the conversation; it may be another role than the one applied for. */
export const conversation = defineForm({
  id: "conversation",
  outcomes: ["agreed", "noShow"],
  given: rolesOfCall,
  fields: {
    role: choice({ options: { from: "roles" }, for: ["agreed"] }),
    note: longText({ max: 2000, optional: true, for: ["agreed"] }),
  },
});

const proof = { types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000 } as const;

/** What somebody has done that speaks for the role; two read it without knowing whose it is. */
export const portfolio = defineForm({
  id: "portfolio",
  outcomes: ["submitted"],
  fields: {
    experience: longText({ max: 6000 }),
    example: longText({ max: 6000 }),
    evidence: file({ ...proof, optional: true, identifying: true }),
    evidenceNameless: file({ ...proof, optional: true, namelessOf: "evidence" }),
  },
});

/** Does the copy that reviewers will read cover whose document it is? Nobody else looks at it before them. */
export const copyCheck = defineForm({
  id: "copyCheck",
  outcomes: ["covered", "returned"],
  fields: { reason: why({ max: 2000, for: ["returned"] }) },
});

/** The school says how much somebody goes on teaching meanwhile, from when and for how many months. */
export const load = defineForm({
  id: "load",
  outcomes: ["agreed", "refused"],
  fields: {
    loadPercent: number({ min: 0, max: 100, for: ["agreed"] }),
    starts: date({ for: ["agreed"] }),
    months: number({ min: 0, max: 120, for: ["agreed"] }),
    reason: why({ max: 2000, for: ["refused"] }),
  },
});

/** What somebody has learned for the role; certificates of the programme by their number. */
export const training = defineForm({
  id: "training",
  outcomes: ["submitted"],
  fields: {
    trainings: rows({
      max: 40,
      columns: {
        topic: text({ max: 200 }),
        hours: number({ min: 0, max: 10_000, decimals: 2 }),
        certificate: certificateNumber({ optional: true }),
      },
    }),
  },
});

/** How many of these hours count. */
export const trainingReview = defineForm({
  id: "trainingReview",
  outcomes: ["confirmed", "returned"],
  fields: {
    hours: number({ min: 0, max: 10_000, decimals: 2, for: ["confirmed"] }),
    reason: why({ max: 2000, for: ["returned"] }),
  },
});

/** The coordinator finds a school for which somebody works on trial. */
export const assignment = defineForm({
  id: "assignment",
  outcomes: ["assigned"],
  fields: {
    school: text({ max: 200 }),
    contactName: text({ max: 120, autocomplete: "off" }),
    contactEmail: email({ autocomplete: "off" }),
    what: longText({ max: 2000 }),
  },
});

/** What the client school says of it; it may be returned once. */
export const trial = defineForm({
  id: "trial",
  outcomes: ["passed", "returned", "failed"],
  fields: { reason: why({ max: 2000, for: ["returned", "failed"] }) },
});

export const improvement = defineForm({
  id: "improvement",
  outcomes: ["improved"],
  fields: { what: longText({ max: 4000 }) },
});

export const lastTrial = defineForm({
  id: "lastTrial",
  outcomes: ["passed", "failed"],
  fields: { reason: why({ max: 2000, for: ["failed"] }) },
});

/** The agency accredits, as of a day. */
export const accreditation = defineForm({
  id: "accreditation",
  outcomes: ["accredited", "refused"],
  fields: {
    accreditedOn: date({ for: ["accredited"] }),
    number: text({ max: 40, optional: true, for: ["accredited"] }),
    reason: why({ max: 2000, for: ["refused"] }),
  },
});

/** So many schools can be asked about one time; they are asked at once. */
export const mostClients = 40;

/** What was done in the time that ends; a leave prolongs it as it is. */
export const renewal = defineForm({
  id: "renewal",
  outcomes: ["submitted", "leave", "stop"],
  fields: {
    hours: number({ min: 0, max: 10_000, decimals: 2, for: ["submitted"] }),
    did: longText({ max: 4000, for: ["submitted"] }),
    clients: rows({
      max: mostClients,
      once: "contactEmail",
      optional: true,
      for: ["submitted"],
      columns: {
        school: text({ max: 200 }),
        contactName: text({ max: 120, autocomplete: "off" }),
        contactEmail: email({ autocomplete: "off" }),
      },
    }),
    reason: why({ max: 2000, optional: true, for: ["leave", "stop"] }),
  },
});

/** What a school thinks of whoever worked for it. */
export const feedback = defineForm({
  id: "feedback",
  outcomes: ["given"],
  fields: {
    mark: number({ min: 0, max: bestMark, decimals: 2 }),
    comment: longText({ max: 2000, optional: true }),
  },
});

/** What counts of it; where schools said what they think otherwise than by their link, the mean of that. */
export const renewalReview = defineForm({
  id: "renewalReview",
  outcomes: ["confirmed", "returned"],
  fields: {
    hours: number({ min: 0, max: 10_000, decimals: 2, for: ["confirmed"] }),
    mean: number({ min: 0, max: bestMark, decimals: 2, optional: true, for: ["confirmed"] }),
    reason: why({ max: 2000, for: ["returned"] }),
  },
});

/** Whoever is accredited ends it of themselves. */
export const stopping = defineForm({
  id: "stopping",
  outcomes: ["stopped"],
  fields: { reason: why({ max: 1000, optional: true }) },
});

/** The agency takes an accreditation back because of what somebody did. */
export const revocation = defineForm({
  id: "revocation",
  outcomes: ["revoked"],
  fields: { reason: why({ max: 4000 }) },
});

export const revocationAppeal = defineForm({
  id: "revocationAppeal",
  outcomes: ["upheld", "dismissed"],
  fields: { reason: why({ max: 4000 }) },
});

/** What stands in the register and is not so any more. */
export const correction = defineForm({
  id: "correction",
  outcomes: ["corrected"],
  fields: { fullName: text({ max: 120, autocomplete: "name" }), municipality: municipality({}) },
});
