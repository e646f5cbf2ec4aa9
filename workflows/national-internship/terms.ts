import * as z from "zod";
import { told } from "../blocks/call-form/brief.ts";
import { type Brief, factsOf } from "../kernel/call-brief.ts";
import { contact } from "../kernel/contact.ts";

/** What the programme sets for all internships that a register of places leads to. Hours are academic hours. */
export const programmeTerms = {
  staff: z.strictObject({ coordinator: contact, agency: contact, auditor: contact.optional() }),
  /** Years of experience that an intern has at least [call of 2014: eight for the long strand]. */
  minimumYears: z.number().int().min(0).max(40).default(8),
  /** Certified for each day that the host confirms. */
  hoursPerDay: z.number().int().min(1).max(10).default(8),
  /** Is it a conflict of interest to go to a school of one's own municipality? */
  sameMunicipalityIsConflict: z.boolean().default(false),
  /** So many days after the stay the report is due. */
  reportDays: z.number().int().min(5).max(90).default(30),
} as const;

const terms = z.object(programmeTerms).pick({ minimumYears: true, hoursPerDay: true, reportDays: true });

/** What every call says that has to do with these internships. */
export const termsBrief: Brief = {
  conditions: factsOf(terms, {
    minimumYears: ({ minimumYears }) => told("atLeastYears", minimumYears),
    certified: ({ hoursPerDay }) => ({ word: "brief.hoursADay", with: { hours: hoursPerDay } }),
  }),
  timetable: factsOf(terms, { reportDays: ({ reportDays }) => told("days", reportDays) }),
  sentences: ["hoursADay"],
};
