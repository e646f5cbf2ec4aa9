import * as z from "zod";
import { type CaseFile, callOf, latestRecord } from "../../kernel/case-file.ts";
import { knownContact } from "../../kernel/contact.ts";
import type { Giving } from "../../kernel/form.ts";
import { defineRecord } from "../../kernel/record.ts";
import { type Meeting, meeting } from "./meetings.ts";
import { parent } from "./opened.ts";

/** What every group was opened with. Hours are academic hours of one meeting. */
export const groupTerms = parent.extend({
  closesAt: z.string(),
  school: z.string(),
  capacity: z.number().int(),
  minimum: z.number().int(),
  hours: z.number().int(),
  staff: z.record(z.string(), knownContact),
});

export const groupOf = (file: CaseFile) => callOf(file, groupTerms);

/** Who has a place: by this the leader says who was there. */
export const members = defineRecord(
  "members",
  z.object({ members: z.array(z.object({ ref: z.string(), name: z.string(), school: z.string() })) }),
);

/** Those who have a place, as they were seated last, as the leader ticks them. */
export const participantsIn = ({ records }: Pick<CaseFile, "records">) => {
  const latest = records.findLast(({ step }) => step === members.id);
  const seated = latest ? members.schema.parse(latest.data).members : [];
  return seated.map(({ ref, name, school }) => ({ value: ref, label: `${name}, ${school}` }));
};

/** What a leader's form knows: who has a place. */
export const amongParticipants: Giving = (file) => ({ lists: { participants: participantsIn(file) } });

/** The meetings as they stand now; a moved one has another day. */
export const planned = defineRecord("planned", z.object({ meetings: z.array(meeting) }));

export const meetingsOf = (file: CaseFile): readonly Meeting[] => latestRecord(file, planned)?.meetings ?? [];

/** What was held so far: of each meeting by its number who was there. */
export const held = defineRecord(
  "held",
  z.object({ number: z.number().int(), present: z.array(z.string()), themes: z.array(z.string()) }),
);

export const heldIn = (file: CaseFile) =>
  file.records.filter(({ step }) => step === held.id).map(({ data }) => held.schema.parse(data));
