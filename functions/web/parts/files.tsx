import type { Field } from "../../../workflows/kernel/field.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Brought } from "../../uploads/places.ts";
import { FormGroup, HintAndError, type Question, surroundings } from "./group.tsx";

/** What a field takes, in words: kinds and size. */
export const limitsIn = (ui: Ui, { file }: Field<unknown>): string =>
  ui.say("file.limits", {
    types: (file?.types ?? []).map((type) => type.toUpperCase()).join(", "),
    size: Math.floor((file?.maxBytes ?? 0) / 1_000_000),
  });

/** A file in a few words. */
export const fileIn = (ui: Ui, { type, bytes, isKept }: Brought): string =>
  ui.say(isKept ? "file.kept" : "file.shown", {
    type: (type ?? "").toUpperCase(),
    size: Math.max(1, Math.round(bytes / 1000)),
  });

/** What is there for a field that takes a file, and the way to bring or replace one; what was typed is kept. */
export function FileInput(question: Question) {
  const { asked, name, field } = question;
  const { ui } = asked;
  const around = surroundings(question, limitsIn(ui, field));
  const latest = asked.files?.[name];
  return (
    <FormGroup around={around}>
      <span class="govuk-label govuk-label--s" id={name} tabindex={-1}>
        {around.label}
      </span>
      <HintAndError name={name} around={around} asked={asked} />
      {latest?.status === "released" ? <p class="govuk-body">{fileIn(ui, latest)}</p> : null}
      {latest?.status === "refused" ? (
        <p class="govuk-inset-text">{ui.say(`file.fault.${latest.fault ?? "damaged"}`)}</p>
      ) : null}
      <button type="submit" name="upload" value={name} class="govuk-button govuk-button--secondary">
        {ui.say(latest?.status === "released" ? "file.replace" : "file.choose")}{" "}
        <span class="govuk-visually-hidden">{around.label}</span>
      </button>
    </FormGroup>
  );
}
