import { asText, type FieldError, type Form } from "../../workflows/kernel/form.ts";
import { slotCalled, slotField, slotName } from "../../workflows/kernel/slots.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { claimSlot, withSlots } from "./slots.ts";

/** A case as a form is asked in it: with the slots of its call as they stand, where the form asks for one. */
export const askedWithSlots = async <L extends LoadedCase>(
  house: Pick<House, "table" | "clock">,
  loaded: L,
  form: Pick<Form, "fields"> | undefined,
): Promise<L> => (form && slotField(form.fields) ? withSlots(house, loaded) : loaded);

/** Whoever chose what is offered and not free is told why it is not. */
export function slotErrors(
  { process, file }: LoadedCase,
  form: Form,
  raw: unknown,
  errors: readonly FieldError[],
): readonly FieldError[] {
  const { slots } = process;
  const name = slotField(form.fields);
  if (!slots || name === undefined || typeof raw !== "object" || raw === null) return errors;
  const said: Readonly<Record<string, unknown>> = { ...raw };
  const slot = slotCalled(slots, file, asText(said[name]));
  if (!slot) return errors;
  const isTaken = Object.hasOwn(file.slots?.taken ?? {}, slotName(slot));
  const problem = isTaken ? "slotTaken" : "slotTooSoon";
  return errors.map((error) =>
    error.field === name && error.problem === "unknownOption" ? { ...error, problem } : error,
  );
}

/** Takes the slot that was chosen, where one was; what is wrong when somebody else was quicker. */
export async function claimChosen(
  house: Pick<House, "table" | "clock">,
  { process, file }: LoadedCase,
  form: Form,
  values: Readonly<Record<string, unknown>>,
): Promise<FieldError | undefined> {
  const field = slotField(form.fields);
  const chosen = field === undefined ? undefined : values[field];
  const slot = process.slots && chosen !== undefined && slotCalled(process.slots, file, String(chosen));
  if (field === undefined || !slot) return undefined;
  const claimed = await claimSlot(house, { callId: file.callId, ref: file.ref }, slot);
  return claimed === "taken" ? { field, problem: "slotTaken" } : undefined;
}
