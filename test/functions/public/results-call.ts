import * as z from "zod";
import { staffOf } from "../../../workflows/blocks/staffed.ts";
import { callCloses } from "../../../workflows/blocks/standing.ts";
import type { Book } from "../../../workflows/kernel/book.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { workingDays } from "../../../workflows/kernel/duration.ts";
import { email, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { publishes, registers } from "../../../workflows/kernel/open.ts";
import type { Definition } from "../../../workflows/kernel/process.ts";
import { ask, end, step, until } from "../../../workflows/kernel/states.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";

const results = z.object({ title: z.string(), author: z.string(), partner: z.string() });

const told = ({ records }: CaseFile) =>
  records.filter((record) => record.step === "results").map(({ data }) => results.parse(data));

/** A call that publishes by itself what came of all its cases, and registers who carried it out. */
const call = {
  id: "results-call",
  start: "open",
  states: {
    open: until(callCloses, "publishing"),
    publishing: step(() => ({ outcome: "published" as const }), { published: "closed" }),
    closed: end("closed"),
  },
  interruptions: {},
  people: staffOf,
  publishes: {
    results: publishes({
      tags: ["achievement"],
      rows: (file) =>
        told(file).map(({ title, author }) => ({
          name: "results",
          from: "2027-02-01",
          consent: true,
          title,
          authors: [author],
          tags: ["achievement"],
          licence: "CC-BY-4.0",
          what: { link: "https://agentura.example/rezultatai" },
          on: "library",
        })),
    }),
  },
  registers: {
    partner: registers({
      states: ["active"],
      rows: (file) =>
        told(file).map(({ partner }) => ({
          name: "partner",
          from: "2027-02-01",
          until: "2027-06-30",
          consent: true,
          holder: partner,
          state: "active",
          facts: {},
        })),
    }),
  },
} as const satisfies Definition;

/** What one applies with to it: a case that publishes nothing. */
const one = {
  id: "results-case",
  application: defineForm({
    id: "application",
    outcomes: ["submitted"],
    fields: { fullName: text({}), email: email({}) },
  }),
  call: {
    process: "results-call",
    read: async (given: unknown) => ({
      id: "tyrimas",
      data: z.record(z.string(), z.unknown()).parse(given),
    }),
  },
  start: "approval",
  states: {
    approval: ask("coordinator", defineForm({ id: "approval", outcomes: ["approved"], fields: {} }), {
      within: workingDays(5),
      on: { approved: "done", expired: "done" },
    }),
    done: end("done"),
  },
  interruptions: {},
  people: staffOf,
} as const satisfies Definition;

/** Every word is its key. */
const bookOf = (definition: Definition<string>): Book => {
  const words = async () => ({
    default: Object.fromEntries(needsOf(definition).map(({ key }) => [key, key])),
  });
  return { lt: words, en: words };
};

export const resultsCall = defineProcess({ ...call, words: bookOf(call) });
export const resultsCase = defineProcess({ ...one, words: bookOf(one) });
