import * as z from "zod";
import { control } from "../../../workflows/blocks/control.ts";
import { staffOf } from "../../../workflows/blocks/staffed.ts";
import { latestAnswer } from "../../../workflows/kernel/answers.ts";
import type { Book } from "../../../workflows/kernel/book.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { workingDays } from "../../../workflows/kernel/duration.ts";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import { choice, email, money, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Definition } from "../../../workflows/kernel/process.ts";
import { ask, end, step } from "../../../workflows/kernel/states.ts";
import { sumsOf } from "../../../workflows/kernel/sums.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";

/** What was spent, by category; equipment may be at most 30 per cent of it. */
const report = defineForm({
  id: "report",
  outcomes: ["written"],
  given: () => ({ limits: { costs: { shares: { equipment: 30 } } } }),
  fields: {
    costs: rows({
      max: 20,
      columns: { category: choice({ options: ["staff", "equipment"] }), what: text({}), cents: money({}) },
      sums: { of: ["cents"], by: "category" },
    }),
  },
});
const applied = z.object({ fullName: z.string(), email: z.string() });

/** A grant that is reported on, and looked at by an auditor meanwhile [specification, section 6]. */
const definition = {
  id: "visited-grant",
  application: defineForm({
    id: "application",
    outcomes: ["submitted"],
    fields: { fullName: text({}), email: email({}) },
  }),
  call: {
    process: "standing-call",
    read: async (given: unknown) => ({
      id: "dotacijos",
      data: z.record(z.string(), z.unknown()).parse(given),
    }),
  },
  start: "reporting",
  states: {
    reporting: ask("applicant", report, {
      within: workingDays(10),
      on: { written: "done", expired: "done" },
    }),
    weighing: step(() => ({ outcome: "weighed" as const }), { weighed: "reporting" }, { tells: ["counted"] }),
    done: end("done"),
  },
  interruptions: {
    controlled: { by: "auditor", form: control, during: ["reporting"], to: "weighing" },
    stopped: {
      by: "coordinator",
      form: defineForm({ id: "stopping", outcomes: ["stopped"], fields: {} }),
      during: ["reporting"],
      to: "done",
    },
  },
  people: (role, file) => {
    const { fullName: name, email: address } = applied.parse(file.application);
    return role === "applicant" ? { name, email: address, language: file.language } : staffOf(role, file);
  },
  says: (file, language) => {
    const told = sumsOf(report.fields.costs, latestAnswer(file, report)?.values.costs ?? []);
    return { total: printAmount(told?.columns[0]?.cents ?? 0, language) };
  },
} as const satisfies Definition;
const own = async () => ({
  default: {
    ...Object.fromEntries(
      needsOf(definition)
        .filter(({ key }) => !/^control\./.test(key))
        .map(({ key }) => [key, key]),
    ),
    "mail.counted.body": "Iš viso: {total}",
  },
});
const words: Book = { lt: own, en: own };

export const visitedGrant = defineProcess({ ...definition, words });
