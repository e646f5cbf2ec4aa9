import * as z from "zod";
import { meeting } from "../blocks/meetings.ts";
import { parent } from "../blocks/opened.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { callOf } from "../kernel/case-file.ts";
import { defineRecord } from "../kernel/record.ts";

const contact = z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) });

/** What a group was opened with. */
const groupTerms = parent.extend({
  closesAt: z.string(),
  school: z.string(),
  capacity: z.number().int(),
  minimum: z.number().int(),
  hours: z.number().int(),
  checkWeeks: z.number().int(),
  staff: z.record(z.string(), contact),
});

/** Who has a place: by this the leader says who was there. */
export const members = defineRecord(
  "members",
  z.object({ members: z.array(z.object({ ref: z.string(), name: z.string(), school: z.string() })) }),
);

/** Those who have a place, as they were seated last. */
export const membersOf = ({ records }: Pick<CaseFile, "records">) => {
  const latest = records.findLast(({ step }) => step === members.id);
  return latest ? members.schema.parse(latest.data).members : [];
};

/** The meetings as they stand now; a moved one has another day. */
export const planned = defineRecord("planned", z.object({ meetings: z.array(meeting) }));

/** What was held so far: of each meeting by its number who was there. */
export const held = defineRecord(
  "held",
  z.object({ number: z.number().int(), present: z.array(z.string()), themes: z.array(z.string()) }),
);

export const groupOf = (file: CaseFile) => callOf(file, groupTerms);
