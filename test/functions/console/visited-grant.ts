import * as z from "zod";
import { control } from "../../../workflows/blocks/control.ts";
import { staffOf } from "../../../workflows/blocks/staffed.ts";
import type { Book } from "../../../workflows/kernel/book.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { workingDays } from "../../../workflows/kernel/duration.ts";
import { email, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Definition } from "../../../workflows/kernel/process.ts";
import { ask, end, step } from "../../../workflows/kernel/states.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";

const report = defineForm({ id: "report", outcomes: ["written"], fields: { done: text({}) } });
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
    weighing: step(() => ({ outcome: "weighed" as const }), { weighed: "reporting" }),
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
} as const satisfies Definition;
const own = async () => ({
  default: Object.fromEntries(
    needsOf(definition)
      .filter(({ key }) => !/^control\./.test(key))
      .map(({ key }) => [key, key]),
  ),
});
const words: Book = { lt: own, en: own };

export const visitedGrant = defineProcess({ ...definition, words });
