import * as z from "zod";
import { type CaseFile, callOf } from "../kernel/case-file.ts";
import { hostPlace } from "./place.ts";
import { programmeTerms } from "./terms.ts";

/** A call for interns, as a register of places has opened it. UTC instants. */
export const internshipCall = z.object({
  ...programmeTerms,
  title: z.object({ lt: z.string(), en: z.string() }),
  opensAt: z.string(),
  closesAt: z.string(),
  places: z.array(hostPlace),
  /** When the last stay begins. */
  lastStart: z.string(),
  parent: z.object({ ref: z.string(), callId: z.string() }),
});

export const internshipsOf = (file: CaseFile) => callOf(file, internshipCall);
