import type { Field } from "../../../workflows/kernel/field.ts";
import { date, longText } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type Form } from "../../../workflows/kernel/form.ts";

/** What one of the staff writes on a case for colleagues. */
export const noteForm = defineForm({
  id: "note",
  outcomes: ["written"],
  fields: { text: longText({ max: 4000 }) },
});

/** To remind somebody now nothing has to be said. */
export const remindForm = defineForm({ id: "remind", outcomes: ["sent"], fields: {} });

/** Until the end of which day somebody may answer, and why longer than was said before. */
export const extendForm = defineForm({
  id: "extend",
  outcomes: ["extended"],
  fields: { day: date({}), reason: longText({ max: 1000 }) },
});

/** Why somebody is shown in public no longer, which they have asked for in another way than on their own page. */
export const hidingForm = defineForm({
  id: "hiding",
  outcomes: ["hidden"],
  fields: { reason: longText({ max: 1000 }) },
});

/** One answer of an application anew, by the field of its own form, and how it is known to be right; what a list says, too. */
export function correctionForm({ fact: _fact, namelessOf: _of, ...field }: Field<unknown>): Form {
  const fields = { value: field, reason: longText({ max: 1000 }) };
  return defineForm({ id: "correction", outcomes: ["corrected"], fields });
}
