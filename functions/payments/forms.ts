import * as z from "zod";
import type { Fields } from "../../workflows/kernel/field.ts";
import { date, longText, text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type Form } from "../../workflows/kernel/form.ts";
import type { Run } from "../store/run-item.ts";
import { madeBy } from "./runs.ts";

/** Why a run is sent back. */
export const sendBackForm = defineForm({
  id: "sendBack",
  outcomes: ["sentBack"],
  fields: { reason: longText({ max: 1000 }) },
});

/** The field that says why the bank returned a payment; empty when it was paid. */
export const returnedField = (id: string): string => `returned-${id}`;

/** On which day the bank paid a run, and of each payment that it returned, why. */
export function markFormOf(run: Run): Form {
  const names = madeBy(run).map(({ id }) => returnedField(id));
  const fields: Fields = {
    paidOn: date({}),
    ...Object.fromEntries(names.map((name) => [name, text({ max: 140, optional: true })])),
  };
  return defineForm({
    id: "mark",
    outcomes: ["marked"],
    fields,
    pages: [{ id: "mark", fields: ["paidOn", ...names] }],
  });
}

const marked = z.object({ paidOn: z.string() }).catchall(z.string().optional());

/** What the form's parser accepted: the day, and by payment why the bank returned it. */
export function readMark(run: Run, values: Readonly<Record<string, unknown>>) {
  const { paidOn, ...said } = marked.parse(values);
  const returned = madeBy(run).flatMap(({ id }) => {
    const why = said[returnedField(id)];
    return why === undefined ? [] : [[id, why] as const];
  });
  return { paidOn, returned: new Map(returned) };
}
