import type { Process } from "../../../workflows/kernel/process.ts";
import { paths } from "../../addresses/paths.ts";
import type { Figures } from "../../store/figures-item.ts";
import { Late } from "../../web/parts/signs.tsx";
import { DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

type StageOf = (one: { readonly state: string; readonly ended: boolean }) => string;

/**
 * Where the cases of a call stand, in the order of the road and then how they ended: a bar each, of which the part that is late is
 * marked, and the way to its list.
 */
export function StandingTable({
  stages,
  stage,
  process,
  callId,
  view: { ui },
}: {
  readonly stages: Figures["stages"];
  readonly stage: StageOf;
  readonly process: Process;
  readonly callId: string;
  readonly view: View;
}) {
  const road = Object.keys(process.states);
  const placeOf = ({ state, ended }: Figures["stages"][number]) =>
    ended ? road.length + 1 : (road.indexOf(state) + road.length) % road.length;
  const ordered = stages.toSorted((a, b) => placeOf(a) - placeOf(b) || b.count - a.count);
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const widthOf = (count: number) => (count === 0 ? 0 : Math.max(0.6, (count / most) * 100));
  return (
    <DataTable
      caption={ui.say("console.states")}
      columns={[
        { label: ui.say("console.state") },
        { label: ui.say("console.count"), isNumeric: true },
        { label: ui.say("standing.picture") },
        { label: ui.say("console.overdue"), isNumeric: true },
      ]}
    >
      <Rows>
        {ordered.map((one) => (
          <tr class="govuk-table__row" key={one.key}>
            <td class="govuk-table__cell">
              <a
                class="govuk-link"
                href={`${paths.casesOfCall(callId)}?${new URLSearchParams({ stage: one.key })}`}
              >
                {stage(one)}
              </a>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{one.count}</td>
            <td class="govuk-table__cell kelias-standing__cell">
              <svg
                class={`kelias-standing${one.ended ? " kelias-standing--ended" : ""}`}
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={widthOf(one.count)} height="10" />
                <rect class="kelias-standing__late" width={widthOf(one.late)} height="10" />
              </svg>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              {one.late > 0 ? <Late>{one.late}</Late> : "–"}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
