import * as z from "zod";
import { municipality } from "../blocks/municipality.ts";
import { position } from "../blocks/position.ts";
import { schoolGiven } from "../blocks/school.ts";
import { checkSharing, sharingFields } from "../blocks/sharing.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { findMunicipality, listedMunicipalities } from "../kernel/facts/gazetteer.ts";
import { schoolsIn } from "../kernel/facts/schools.ts";
import {
  choice,
  confirmation,
  date,
  email,
  longText,
  money,
  number,
  phone,
  rows,
  schoolCode,
  several,
  text,
  time,
  yesNo,
} from "../kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { partsOfCall } from "./call.ts";

const creates = { when: { field: "kind", is: ["creates"] } } as const;
const wishes = { when: { field: "kind", is: ["wishes"] } } as const;
const names = rows({ max: 100, optional: true, columns: { name: text({ max: 200 }) } });

const applied = z.object({
  kind: z.enum(["creates", "wishes"]),
  fullName: z.string(),
  email: z.string(),
  creator: z.string().optional(),
  school: z.string().optional(),
  municipality: z.string().default(""),
  rural: z.boolean().default(false),
  fields: z.array(z.string()).default([]),
  municipalities: z.array(z.string()).default([]),
  capacity: z.number().default(0),
  pupils: z.number().default(0),
  sessions: z.number().default(0),
  order: z.array(z.object({ name: z.string() })).default([]),
});
export const appliedIn = ({ application }: Pick<CaseFile, "application">) => applied.parse(application);
const said = applied.partial();
export const saidIn = ({ application }: Pick<CaseFile, "application">) =>
  said.safeParse(application).data ?? {};

/** Municipalities that none of these names means, however it is written. */
export function othersThan(names: readonly string[]): readonly string[] {
  const meant = new Set(names.map((name) => findMunicipality(name)?.name));
  return listedMunicipalities.map(({ value }) => value).filter((name) => !meant.has(name));
}

/** Where creators may go: to the municipalities of the call's schools, as its list has them, or to any other. */
function whereTo(call: CaseFile["call"]): readonly string[] {
  const listed = [...new Set(schoolsIn(call).map((one) => one.municipality))];
  return [...listed, ...othersThan(listed)];
}

/** A creator says what they offer and where, a school what it wishes for; each may name those whom it would like most. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (file) => {
    const { lists, facts } = schoolGiven(file);
    const fields = (partsOfCall(file.call).rules?.fields ?? []).map(({ field }) => field);
    return { facts, lists: { ...lists, fields, municipalities: whereTo(file.call) } };
  },
  fields: {
    kind: choice({ options: ["creates", "wishes"], ranks: true }),
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    phone: phone({ optional: true }),
    position: position({ optional: true }),
    creator: text({ max: 200, autocomplete: "organization", ...creates }),
    schoolCode: schoolCode({ optional: true, ...wishes }),
    school: text({ max: 200, autocomplete: "organization", listed: true, ...wishes }),
    municipality: municipality({ listed: true, ...wishes }),
    rural: yesNo({ fact: true }),
    fields: several({ options: { from: "fields" }, ranks: true }),
    about: longText({ max: 4000 }),
    municipalities: several({ options: { from: "municipalities" }, ranks: true, ...creates }),
    capacity: number({ min: 0, max: 1000, ranks: true, ...creates }),
    pupils: number({ min: 1, max: 10_000, ranks: true, ...wishes }),
    sessions: number({ min: 1, max: 100, ranks: true, ...wishes }),
    order: { ...names, ranks: true },
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["kind", "fullName", "email", "phone", "position"] },
    { id: "creator", fields: ["creator", "municipalities", "capacity"] },
    { id: "school", fields: ["schoolCode", "school", "municipality", "rural", "pupils", "sessions"] },
    { id: "wish", fields: ["fields", "about", "order"] },
    { id: "declaration", fields: ["truthful"] },
  ],
});

const points = number({ min: 0, max: 100 });

/** How each of two assessors sees a creator. */
export const assessment = defineForm({
  id: "assessment",
  outcomes: ["assessed"],
  fields: {
    craft: points,
    pupilsFirst: points,
    safety: points,
    comment: longText({ max: 2000, optional: true }),
  },
});

export const approval = defineForm({
  id: "approval",
  outcomes: ["approved", "amendment", "refused"],
  fields: { reasons: why({ max: 2000, for: ["amendment", "refused"] }) },
});

/** What is offered or wished for, put otherwise. */
export const amendment = defineForm({
  id: "amendment",
  outcomes: ["amended"],
  asksAnew: true,
  fields: { about: longText({ max: 4000 }) },
});

/** Both sides say whether they work together. */
export const consent = defineForm({
  id: "consent",
  outcomes: ["accepted", "declined"],
  fields: { reason: why({ max: 1000, optional: true, for: ["declined"] }) },
});

const topics = ["creativity", "knowingPupils", "cooperation", "subjectTeaching", "inclusion"] as const;

/** When and where, in which subject, and how lessons and non-formal education meet in it. */
export const plan = defineForm({
  id: "plan",
  outcomes: ["submitted"],
  given: (file) => {
    const { sessions = 1 } = saidIn(file);
    const first = partsOfCall(file.call).rules?.firstSession ?? "";
    return {
      limits: { days: { min: sessions, max: sessions } },
      check: ({ days = [] }) =>
        z
          .array(z.object({ on: z.string() }))
          .parse(days)
          .flatMap(({ on }, index, all): FieldError[] => {
            const at = { row: index + 1, column: "on" };
            if (on < first) return [{ field: "days", problem: "tooEarly", limit: first, at }];
            const isLater = index === 0 || on > (all[index - 1]?.on ?? "");
            return isLater ? [] : [{ field: "days", problem: "notRising", at }];
          }),
    };
  },
  fields: {
    days: rows({ max: 100, columns: { on: date({}), from: time({}) } }),
    participants: number({ min: 1, max: 10_000 }),
    place: text({ max: 200 }),
    venueName: text({ max: 200, optional: true }),
    venueKeeper: text({ max: 200, optional: true }),
    venueEmail: email({ optional: true, autocomplete: "off" }),
    subject: text({ max: 200 }),
    together: longText({ max: 3000 }),
    partner: text({ max: 200, optional: true }),
    topics: several({ options: topics, optional: true }),
    teacherName: text({ max: 120, autocomplete: "off" }),
    teacherEmail: email({ autocomplete: "off" }),
    iban: bankAccount({ identifying: true }),
  },
  check: ({ venueName, venueKeeper, venueEmail }) =>
    venueName === undefined
      ? []
      : [
          ...(venueKeeper === undefined ? [{ field: "venueKeeper", problem: "missing" as const }] : []),
          ...(venueEmail === undefined ? [{ field: "venueEmail", problem: "missing" as const }] : []),
        ],
});

/** The creator agrees to it, and says where the fee goes. */
export const planConsent = defineForm({
  id: "planConsent",
  outcomes: ["agreed", "changes"],
  fields: {
    iban: bankAccount({ identifying: true, for: ["agreed"] }),
    changes: why({ max: 3000, for: ["changes"] }),
  },
});

/** The creator's diary of a session; then the school's teacher says whether it was held. */
export const sessionDiary = defineForm({
  id: "sessionDiary",
  outcomes: ["held", "missed"],
  fields: { done: longText({ max: 3000, for: ["held"] }), reason: why({ max: 1000, for: ["missed"] }) },
});
export const sessionConfirmation = defineForm({
  id: "sessionConfirmation",
  outcomes: ["held", "missed"],
  fields: { reason: why({ max: 1000, for: ["missed"] }) },
});

/** The school hands the slips out that it has made for its pupils. */
export const handingOut = defineForm({
  id: "handingOut",
  outcomes: ["handedOut"],
  fields: { handedOut: confirmation({}) },
});

/** Where sessions were missed, what of the materials was spent stays with the school. */
export const spending = defineForm({
  id: "spending",
  outcomes: ["submitted"],
  fields: { spentCents: money({}) },
});

/** What was made, for everybody in the library. */
export const result = defineForm({
  id: "result",
  outcomes: ["submitted"],
  fields: { made: longText({ max: 4000 }), ...sharingFields },
  check: checkSharing,
});

/** The coordinator breaks a partnership off that has begun: sessions to come are not held. */
export const stopping = defineForm({
  id: "stopping",
  outcomes: ["stopped"],
  fields: { reason: why({ max: 2000 }) },
});

/** Nobody says this: the call does, when what it has decided changes while somebody is asked. */
export const turning = defineForm({ id: "turning", outcomes: ["turned"], fields: {} });
