import * as z from "zod";
import { latestRecord } from "../../../../../workflows/kernel/case-file.ts";
import { choice } from "../../../../../workflows/kernel/field-kinds.ts";
import { defineForm, type Giving } from "../../../../../workflows/kernel/form.ts";
import type { Interruption, Process } from "../../../../../workflows/kernel/process.ts";
import { defineRecord } from "../../../../../workflows/kernel/record.ts";
import { bookGrant } from "./process.ts";

/** A word about a case, said by choosing among what is given. */
const choosing = (from: string, given: Giving): Interruption<string> => ({
  by: "coordinator",
  to: "withdrawn",
  during: ["decision"],
  form: defineForm({ id: from, outcomes: ["said"], fields: { which: choice({ options: { from } }) }, given }),
});

const lent = defineRecord("lent", z.object({ copy: z.string() }));

/** The same with two words: a shelf is one of the call's staff, and a copy what the case has been lent. */
export const choosingGrant: Process = {
  ...bookGrant,
  interruptions: {
    moved: choosing("shelves", ({ call }) => ({ lists: { shelves: Object.keys(Object(call.staff)) } })),
    handedBack: choosing("copies", (file) => {
      const { copy } = latestRecord(file, lent) ?? {};
      if (copy === undefined) throw new Error("nothing is lent yet");
      return { lists: { copies: [copy] } };
    }),
  },
};
