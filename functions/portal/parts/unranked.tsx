import { keysOf } from "../../../workflows/kernel/selection/standing.ts";
import { type LoadedCase, processOfCases } from "../../cases/load.ts";
import type { House } from "../../house.ts";
import { unrankedOf } from "../../lines/unranked.ts";
import { stageIn } from "../../reading/stages.ts";
import { keyColumns, type SelectionTelling } from "../../reading/standing.ts";
import { entryItem } from "../../store/items.ts";
import { entryKey } from "../../store/keys.ts";
import type { Line } from "../../store/line-item.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";

/**
 * Whoever decides on an order sees whom it leaves out, too: how each of them ended, or with what they stay below the least that is
 * asked for. Nothing where everybody stands in it.
 */
export async function unrankedIn(
  house: Pick<House, "table" | "clock">,
  { head }: LoadedCase,
  telling: SelectionTelling,
) {
  const process = await processOfCases(head);
  const { lines, more } = await unrankedOf(house, head.callId);
  if (!process || lines.length === 0) return null;
  const { ui, words, selection } = telling;
  const entries = await house.table.getMany(lines.map(({ ref }) => entryKey(head.callId, ref)));
  const bids = new Map(
    lines.flatMap(({ ref }, index) => {
      const bid = entries[index] && selection.bidIn(entryItem.parse(entries[index]).bid);
      return bid ? [[ref, bid] as const] : [];
    }),
  );
  const keys = keyColumns(telling);
  const whyOf = ({ ref, state, ended }: Line): string =>
    !ended && bids.get(ref) ? ui.say("facts.unranked.below") : stageIn(process, words, state, ended);
  return (
    <>
      <DataTable
        caption={ui.say("facts.unranked")}
        stacks
        columns={[
          ...columnsIn(ui, "console.applicant", "console.school"),
          ...keys.map(({ label }) => ({ label })),
          ...columnsIn(ui, "facts.unranked.why"),
        ]}
      >
        <Rows>
          {lines.map((line) => (
            <tr class="govuk-table__row" key={line.ref}>
              <td class="govuk-table__cell">{line.name}</td>
              <td class="govuk-table__cell">{line.school}</td>
              {keys.map((key) => (
                <td class="govuk-table__cell kelias-figures" key={key.name}>
                  {key.printed({ keys: keysOf(bids.get(line.ref), selection) }) || "–"}
                </td>
              ))}
              <td class="govuk-table__cell">{whyOf(line)}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      {more > 0 ? <p class="govuk-body">{ui.say("facts.unranked.more", { count: more })}</p> : null}
    </>
  );
}
