import * as z from "zod";
import type { Fields } from "../../workflows/kernel/field.ts";
import { date, longText, text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type Form } from "../../workflows/kernel/form.ts";
import type { RunTransfer } from "../store/run-item.ts";

/** Why a run is sent back. */
export const sendBackForm = defineForm({
  id: "sendBack",
  outcomes: ["sentBack"],
  fields: { reason: longText({ max: 1000 }) },
});

/** What finance found out at the bank of a payment that may have been made already. */
export const holdForm = defineForm({
  id: "hold",
  outcomes: ["paid", "released"],
  fields: { paidOn: date({ past: true, for: ["paid"] }), reason: longText({ max: 1000 }) },
});

/** The field that says why the bank returned a payment; empty when it was paid. */
export const returnedField = (id: string): string => `returned-${id}`;

/** With what the name of such a field begins; the identifier of its payment follows. */
export const returnedPrefix = returnedField("");

/** On which day the bank paid a run, and of these payments, where it returned one, why. */
export function markFormOf(transfers: readonly Pick<RunTransfer, "id">[]): Form {
  const names = transfers.map(({ id }) => returnedField(id));
  const fields: Fields = { paidOn: date({ past: true }), ...returnedFields(names) };
  return defineForm({
    id: "mark",
    outcomes: ["marked"],
    fields,
    pages: [{ id: "mark", fields: ["paidOn", ...names] }],
  });
}

/** Of these payments of a run, where the bank returned one, why. */
export function returnedFormOf(transfers: readonly Pick<RunTransfer, "id">[]): Form {
  const names = transfers.map(({ id }) => returnedField(id));
  return defineForm({
    id: "returned",
    outcomes: ["noted"],
    fields: returnedFields(names),
    pages: [{ id: "returned", fields: names }],
  });
}

const returnedFields = (names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, text({ max: 140, optional: true })]));

const held = z.union([
  z.object({ what: z.literal("paid"), paidOn: z.string(), reason: z.string() }),
  z.object({ what: z.literal("released"), reason: z.string() }),
]);

/** What the form's parser accepted of a held payment. */
export const readHold = (answer: {
  readonly outcome: string;
  readonly values: Readonly<Record<string, unknown>>;
}): z.infer<typeof held> => held.parse({ ...answer.values, what: answer.outcome });

const marked = z.object({ paidOn: z.string() }).catchall(z.string().optional());
const noted = z.record(z.string(), z.string().optional());

/** What the form's parser accepted: the day, and by payment why the bank returned it. */
export function readMark(transfers: readonly RunTransfer[], values: Readonly<Record<string, unknown>>) {
  const { paidOn, ...said } = marked.parse(values);
  const returned = transfers.flatMap(({ id }) => {
    const why = said[returnedField(id)];
    return why === undefined ? [] : [[id, why] as const];
  });
  return { paidOn, returned: new Map(returned) };
}

/** Of each of these payments why the bank returned it, or nothing. */
export function readReturned(
  transfers: readonly RunTransfer[],
  values: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string | undefined> {
  const said = noted.parse(values);
  return new Map(transfers.map(({ id }) => [id, said[returnedField(id)]]));
}
