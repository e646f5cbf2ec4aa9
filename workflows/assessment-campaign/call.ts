import * as z from "zod";
import { briefOf, told } from "../blocks/call-form/brief.ts";
import { callIdOf } from "../blocks/call-form/ids.ts";
import { callTimes } from "../blocks/call-form/times.ts";
import type { AskedAnonymously } from "../kernel/anonymous.ts";
import { factsOf } from "../kernel/call-brief.ts";
import { CallFault } from "../kernel/call-form.ts";
import { callTexts } from "../kernel/call-texts.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { contact } from "../kernel/contact.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { lastSecond } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Place } from "../kernel/heard.ts";
import { licenceNames } from "../kernel/open.ts";
import { sampled, sampling } from "./sample.ts";

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

const bilingual = z.object({ lt: z.string().min(1), en: z.string().min(1) });
const name = z.string().min(1).max(60);

/** An item of an instrument: a scale of whole numbers, and from which of them on somebody agrees. */
const item = z.object({
  id: z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, "expected letters, digits and dashes such as q1"),
  from: z.number().int().min(-100).max(100),
  to: z.number().int().min(-100).max(100),
  agree: z.number().int(),
  text: bilingual.optional(),
});
export type Item = z.infer<typeof item>;

/** A version of an instrument: it is never edited, another one is the next. */
const instrument = z.object({
  id: name,
  version: z.union([z.number().int().positive(), z.string().min(1).max(40)]),
  items: z.array(item).min(1).max(200),
  ends: z.object({ from: bilingual, to: bilingual }).optional(),
});

/** A school that is asked: how many codes each of its groups gets, and who hands them out. */
const invitedSchool = z.object({
  code: name,
  name: z.string().min(1).max(200),
  municipality: z.string().min(1).max(120),
  settlement: z.string().max(100).optional(),
  contact,
  invited: z.record(name, z.number().int().min(0).max(5000)),
});
export type InvitedSchool = z.infer<typeof invitedSchool>;

export const rules = {
  ...callTexts,
  staff: z.strictObject({ coordinator: contact, agency: contact, auditor: contact.optional() }),
  /** Figures of fewer answers are hidden. */
  least: z.number().int().min(1).max(100),
  /** Groups of which fewer have answered are reminded. */
  responsePercent: z.number().min(0).max(100),
  /** Local days. */
  reminders: z.array(z.iso.date()).max(60),
  planDays: z.number().int().min(1).max(365),
  instrument,
  /** The instrument is tried: what is shown of it is how reliable it is and how much was left blank. */
  pilot: z.boolean().optional(),
  /** Of a study of achievement not all schools are asked. */
  sample: sampling.optional(),
  /** The study before, by its call: answers of the same pseudonym are compared. */
  compares: callIdOf(60).optional(),
  licence: z.enum(licenceNames).default("CC-BY-4.0"),
} as const;

const callFile = z.strictObject({
  id: callIdOf(60),
  process: z.literal("assessment-campaign"),
  ...callTimes,
  ...rules,
  schools: z.array(invitedSchool).min(1).max(3000),
});

/** A call as it is stored: instants in UTC; of its schools the steps that need them see the list. */
const stored = z.object({ opensAt: z.string(), closesAt: z.string(), ...rules });
type CampaignCall = z.infer<typeof stored>;
export const callOf = ({ call }: Pick<CaseFile, "call">): CampaignCall => stored.parse(call);

export const listed = z.object({ schools: z.array(invitedSchool), sample: sampling.optional() });
/** The schools that are asked: all of the list, or those that were drawn. */
export function schoolsIn(call: Readonly<Record<string, unknown>>): readonly InvitedSchool[] {
  const { schools, sample } = listed.parse(call);
  return sample ? sampled(schools, sample) : schools;
}

/** What is asked of whoever has a code. */
export function askedIn(call: Readonly<Record<string, unknown>>): AskedAnonymously {
  const { title, opensAt, closesAt, instrument: asked, sample } = stored.parse(call);
  const paired = sample ? ({ isPaired: true } as const) : {};
  return { title, opensAt, closesAt, items: asked.items, ends: asked.ends, ...paired };
}

export const comparedWith = (call: Readonly<Record<string, unknown>>): string | undefined =>
  stored.parse(call).compares;

/** Every group of every school, in the order of the call. */
export const placesIn = (call: Readonly<Record<string, unknown>>): readonly Place[] =>
  schoolsIn(call).flatMap(({ code, invited }) =>
    Object.keys(invited).map((group) => ({ school: code, group })),
  );

/** What is wrong with a call beside its shape: where, and why. */
function faultOf({
  instrument: { items },
  schools,
  reminders,
  opens,
  closes,
  sample,
  compares,
}: z.infer<typeof callFile>): CallFault | undefined {
  if (compares !== undefined && !sample)
    return new CallFault(["compares"], "outOfOrder", "expected only of a study, with a sample");
  const repeated = (all: readonly string[]) => all.findIndex((one, at) => all.indexOf(one) < at);
  const [ids, codes] = [items.map(({ id }) => id), schools.map(({ code }) => code)];
  const [id, code, day] = [ids, codes, reminders].map(repeated);
  if (id !== undefined && id >= 0)
    return new CallFault(["instrument", "items", id, "id"], "repeated", `${ids[id]} stands twice`);
  if (code !== undefined && code >= 0)
    return new CallFault(["schools", code, "code"], "repeated", `${codes[code]} stands twice`);
  if (day !== undefined && day >= 0)
    return new CallFault(["reminders", day], "repeated", `${reminders[day]} stands twice`);
  const off = items.findIndex(({ from, to }) => to < from);
  if (off >= 0)
    return new CallFault(["instrument", "items", off, "to"], "outOfOrder", "expected a scale that rises");
  const outside = reminders.findIndex((one) => one < opens.slice(0, 10) || one > closes.slice(0, 10));
  return outside < 0
    ? undefined
    : new CallFault(["reminders", outside], "outOfOrder", "expected a day while answers are taken");
}

/** Reads a call's file. Throws a ZodError or a CallFault that names what is wrong, and a RangeError for a malformed time. */
export async function readCall(given: unknown) {
  const file = callFile.parse(given);
  const fault = faultOf(file);
  if (fault) throw fault;
  const { opens, closes, process: _process, id, schools, ...rest } = file;
  const data = { ...rest, opensAt: iso(vilniusInstant(opens)), closesAt: iso(lastSecond(closes)) };
  return { id, data: { ...stored.parse(data), schools } };
}

const answering = stored.pick({
  ...{ opensAt: true, closesAt: true },
  ...{ least: true, responsePercent: true, reminders: true, planDays: true },
});

/** What the page of a campaign says: nobody applies, so that nobody is chosen. */
export const brief = briefOf({
  conditions: factsOf(answering, {
    least: ({ least }) => ({ word: "brief.hidden", with: { least } }),
    responsePercent: ({ responsePercent }) => told("percent", responsePercent),
  }),
  timetable: factsOf(answering, {
    answersFrom: ({ opensAt }) => ({ at: opensAt }),
    answersUntil: ({ closesAt }) => ({ at: closesAt }),
    reminders: ({ reminders }) => (reminders.length > 0 ? reminders.map((day) => ({ day })) : undefined),
    planDays: ({ planDays }) => told("days", planDays),
  }),
  sentences: ["hidden"],
});
