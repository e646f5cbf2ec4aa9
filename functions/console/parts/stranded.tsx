import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { addressPath } from "../../addresses/of-ref.ts";
import type { Stranding } from "../../mails/hold.ts";
import { codeOf } from "../../reading/codes.ts";
import { idOf } from "../../store/keys.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** The cases of which mail is held, in a coordinator's inbox; nothing where all mail arrived. */
export function StrandedTable({
  stranded: { lines, isMore },
  view: { ui, language },
}: {
  readonly stranded: Stranding;
  readonly view: View;
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <DataTable
        caption={ui.say("stranded.title")}
        columns={columnsIn(ui, "stranded.who", "stranded.about", "stranded.since")}
      >
        <Rows>
          {lines.map(({ pk, sk, ref, name, since }) => (
            <tr class="govuk-table__row" key={`${pk} ${sk}`}>
              <td class="govuk-table__cell">
                <a class="govuk-link" href={addressPath(ref, idOf(pk))}>
                  {name}
                </a>
              </td>
              <td class="govuk-table__cell">{codeOf(ref)}</td>
              <td class="govuk-table__cell">{printTime(since, language)}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      {isMore ? <p class="govuk-body">{ui.say("stranded.more")}</p> : null}
    </>
  );
}
