import * as z from "zod";
import { processOf } from "../../workflows/catalogue.ts";
import { CallFault, callFields, errorAt } from "../../workflows/kernel/call-form.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { type Parsed, parseAnswer } from "../../workflows/kernel/parse.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { staffIn } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import { type CallDraft, markPublished } from "./call-drafts.ts";
import { loadCall } from "./calls.ts";
import { storeCall } from "./open.ts";

export interface MadeCall {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The call that a draft makes, as its own process reads it; otherwise all that is still wrong, by field. */
export async function callOfDraft(
  house: Pick<House, "table" | "clock">,
  draft: Pick<CallDraft, "id" | "process" | "callForm" | "values">,
): Promise<Parsed<MadeCall>> {
  const { callForm, values } = draft;
  const parsed = parseAnswer(callForm.form, values);
  if (parsed.outcome === "invalid") return parsed;
  const made = await readFile(draft, callForm.fileOf(parsed.value.values));
  if (made.outcome === "invalid") return made;
  const { id, data } = made.value;
  const known = await loadCall(house, id);
  // What this very draft became is not held against it, whatever the time.
  if (known && known.draftId === draft.id) return made;
  const errors: FieldError[] = [];
  errors.push(...faultsOfStaff(callForm, values, data));
  if (known) errors.push({ field: callFields.id, problem: "addressTaken" });
  if (isOver(String(data.closesAt), house.clock.now()))
    errors.push({ field: callFields.closes, problem: "inPast" });
  return errors.length > 0 ? { outcome: "invalid", errors } : made;
}

const listed = z.object({ appeals: z.array(z.object({ email: z.string() })).optional() });

/** Who coordinates a call, by e-mail address. */
export const coordinatorIn = (data: MadeCall["data"]): string | undefined =>
  staffIn({ data }).get("coordinator")?.email;

/** Who prepares does not approve: whoever coordinates a call neither pays for it nor decides on appeals. */
export const faultsOfStaff = (
  callForm: CallDraft["callForm"],
  values: CallDraft["values"],
  data: MadeCall["data"],
  coordinator = coordinatorIn(data),
): readonly FieldError[] =>
  pathsOfStaffFaults(data, coordinator).map((path) => errorAt(callForm, values, path, "preparesToo"));

/** Where in a call's data somebody stands who coordinates it, and may not be there because of that. */
export function pathsOfStaffFaults(
  data: MadeCall["data"],
  coordinator = coordinatorIn(data),
): readonly (readonly PropertyKey[])[] {
  const coordinates = (email: string | undefined) =>
    coordinator !== undefined && email?.toLowerCase() === coordinator.toLowerCase();
  const examiners = listed.safeParse(data).data?.appeals ?? [];
  return [
    ...(coordinates(staffIn({ data }).get("finance")?.email) ? [["staff", "finance", "email"]] : []),
    ...examiners.flatMap(({ email }, index) => (coordinates(email) ? [["appeals", index, "email"]] : [])),
  ];
}

/** Reads a call's file by its process, and says in which field a fault is mended. */
export async function readFile(
  { process, callForm, values }: Pick<CallDraft, "process" | "callForm" | "values">,
  file: Readonly<Record<string, unknown>>,
): Promise<Parsed<MadeCall>> {
  const { read } = (await processOf(process)).call ?? {};
  if (!read) throw new Error(`${process}: its calls are not read from files`);
  try {
    return { outcome: "valid", value: await read(file) };
  } catch (error) {
    if (error instanceof CallFault)
      return { outcome: "invalid", errors: [errorAt(callForm, values, error.path, error.problem)] };
    if (error instanceof z.ZodError)
      return {
        outcome: "invalid",
        errors: error.issues.map(({ path }) => errorAt(callForm, values, path, "notTaken")),
      };
    throw error;
  }
}

/**
 * Publishes what a draft makes, once, however often it is asked; the sweeper starts the call's machine. A draft that was
 * published stays what it became.
 */
export async function publishDraft(
  house: Pick<House, "table" | "clock">,
  draft: CallDraft,
  by: Pick<StaffMember, "name" | "email">,
): Promise<Parsed<string>> {
  if (draft.publishedAs !== undefined) return { outcome: "valid", value: draft.publishedAs };
  const made = await callOfDraft(house, draft);
  if (made.outcome === "invalid") return made;
  const { id, data } = made.value;
  const opened = { id, applicationProcess: draft.process, data };
  const stored = await storeCall(house, opened, house.clock.now(), {
    draftId: draft.id,
    publishedBy: { name: by.name, email: by.email },
  });
  if (stored === "exists")
    return { outcome: "invalid", errors: [{ field: callFields.id, problem: "addressTaken" }] };
  await markPublished(house, draft.id, id);
  return { outcome: "valid", value: id };
}
