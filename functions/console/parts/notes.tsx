import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Note } from "../../store/staff-items.ts";

/** What colleagues wrote on a case, the newest first. */
export const Notes = ({ notes, ui }: { readonly notes: readonly Note[]; readonly ui: Ui }) =>
  notes.length === 0 ? (
    <p class="govuk-body">{ui.say("notes.none")}</p>
  ) : (
    <ul class="kelias-notes">
      {notes.toReversed().map(({ number, text, by, at }) => (
        <li key={number}>
          <div class="kelias-said">{text}</div>
          <span class="kelias-notes__who">
            {by.name}, {printTime(at, ui.language)}
          </span>
        </li>
      ))}
    </ul>
  );
