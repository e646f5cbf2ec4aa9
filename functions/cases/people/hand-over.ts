import { applicantOf } from "../../../workflows/kernel/applicant.ts";
import type { Person } from "../../../workflows/kernel/case-file.ts";
import { email, longText, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type Values } from "../../../workflows/kernel/form.ts";
import type { House } from "../../house.ts";
import { queueNotice } from "../../mails/notices.ts";
import { callTitle } from "../../reading/case-words.ts";
import { correctAddress, isOfStaff } from "../corrections/correct-address.ts";
import type { LoadedCase } from "../load.ts";

/** Who represents the organisation from now on. */
export const handOverForm = defineForm({
  id: "handOver",
  outcomes: ["handedOver"],
  fields: {
    name: text({ max: 120, autocomplete: "off" }),
    email: email({ autocomplete: "off" }),
    note: longText({ max: 1000, optional: true }),
  },
});
type Successor = Values<typeof handOverForm.fields>;

/** May whoever represents the applicant give the case to a colleague? A person's own case stays theirs. */
export const mayHandOver = ({ process }: Pick<LoadedCase, "process">): boolean =>
  applicantOf(process).is === "organisation";

/** Why nobody can be given the case so: it is theirs already, or they work for the call and would decide on their own case. */
export function refusalOf(
  loaded: LoadedCase,
  { email: address }: Pick<Successor, "email">,
): "same" | "staff" | undefined {
  if (address.toLowerCase() === representativeOf(loaded)?.email.toLowerCase()) return "same";
  return isOfStaff(loaded, address) ? "staff" : undefined;
}

const representativeOf = ({ process, file }: Pick<LoadedCase, "process" | "file">): Person | undefined =>
  process.people("applicant", file);

/**
 * Gives the case of an organisation to a colleague: from then on they are asked and written to, and come by signing in with their own
 * address. The links of whoever had it open nothing any more; both are told. Safe to repeat; `false` when somebody else changed an
 * address at the same moment.
 */
export async function handOver(
  house: House,
  loaded: LoadedCase,
  { name, email: now, note }: Successor,
): Promise<boolean> {
  const before = representativeOf(loaded);
  if (!before || !mayHandOver(loaded) || refusalOf(loaded, { email: now })) return false;
  const correction = {
    was: before.email,
    now,
    name,
    by: before.email,
    reason: note ?? "",
    role: "applicant" as const,
  };
  if (!(await correctAddress(house, loaded, correction))) return false;
  const after = { name, email: now, language: before.language };
  const values = { call: callTitle(loaded, before.language), from: before.name, to: name };
  const id = `${loaded.head.pk}#${loaded.head.corrected ?? 0}`;
  await queueNotice(house, before, { name: "handedOver", values, ref: loaded.head.pk }, id);
  await queueNotice(house, after, { name: "takenOver", values, ref: loaded.head.pk }, id);
  return true;
}
