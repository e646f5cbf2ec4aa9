import { printAmount, printTime } from "../../../workflows/kernel/facts/print.ts";
import { postingsOf } from "../../../workflows/kernel/ledger.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { movementIn } from "../../documents/evidence.ts";
import type { DocumentWords } from "../../documents/words.ts";
import type { Telling } from "../../web/parts/facts.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";

interface Props {
  readonly loaded: LoadedCase;
  readonly telling: Telling;
  /** In which movements have their names. */
  readonly papers: DocumentWords;
}

/** Every movement of a case's money, oldest first. */
export function Movements({ loaded, telling: { ui, words }, papers }: Props) {
  const postings = postingsOf(loaded.process.money, loaded.file);
  return (
    <DataTable
      caption={ui.say("case.movements")}
      columns={[
        ...columnsIn(ui, "facts.when", "ledger.what"),
        { label: ui.say("ledger.amount"), isNumeric: true },
      ]}
    >
      <Rows>
        {postings.map((posting, index) => (
          <tr class="govuk-table__row" key={`${index} ${posting.at}`}>
            <td class="govuk-table__cell">{printTime(posting.at, ui.language)}</td>
            <td class="govuk-table__cell">{movementIn(posting, words, papers)}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              {printAmount(posting.cents, ui.language)}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
