import { paths } from "../../addresses/paths.ts";
import type { TrialFinding } from "../../findings/trial.ts";
import { codeOf } from "../../reading/codes.ts";
import { keyColumns, proposalIn } from "../../reading/standing.ts";
import { idOf } from "../../store/keys.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";
import { ShownOf } from "./finding.tsx";
import type { Tried } from "./tried.ts";

interface Props {
  readonly shown: TrialFinding;
  /** Who applied, by ref. */
  readonly names: ReadonlyMap<string, string>;
  readonly tried: Tried;
  readonly view: View;
  /** Also those for whom nothing changes. */
  readonly isWhole: boolean;
}

/** Side by side: where each stands now, and where they would. */
export function Comparison({ shown: { counts, rows }, names, tried, view, isWhole }: Props) {
  const { ui } = view;
  const { words, selection, query, loaded, isLarge } = tried;
  const telling = { selection, words, ui };
  const keys = keyColumns(telling);
  const whole = new URLSearchParams(query);
  if (isWhole) whole.delete("all");
  else whole.set("all", "yes");
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("trial.result")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {(["in", "out", "moved", "same"] as const).map((change) => (
          <li key={change}>{ui.say(`trial.count.${change}`, { count: counts[change] })}</li>
        ))}
      </ul>
      {isLarge ? (
        <ShownOf shown={rows.length} count={counts.in + counts.out + counts.moved} view={view} />
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={`${paths.whatIf(idOf(loaded.head.pk))}?${whole}`}>
            {ui.say(isWhole ? "trial.changedOnly" : "trial.all")}
          </a>
        </p>
      )}
      {rows.length === 0 ? null : (
        <DataTable
          caption={ui.say("trial.compared")}
          columns={[
            ...columnsIn(ui, "console.applicant", "trial.change"),
            ...keys.flatMap(({ label: key }) => [
              { label: ui.say("trial.key.now", { key }) },
              { label: ui.say("trial.key.then", { key }) },
            ]),
            ...columnsIn(
              ui,
              "trial.place.now",
              "trial.place.then",
              "trial.decision.now",
              "trial.decision.then",
            ),
          ]}
        >
          <Rows>
            {rows.map(({ ref, before, after, change }) => (
              <tr class="govuk-table__row" key={ref}>
                <td class="govuk-table__cell">
                  <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
                    {names.get(ref)} ({codeOf(ref)})
                  </a>
                </td>
                <td class="govuk-table__cell">
                  <strong class={`kelias-change kelias-change--${change}`}>
                    {ui.say(`trial.change.${change}`)}
                  </strong>
                </td>
                {keys.flatMap(({ name, printed }) => [
                  <td class="govuk-table__cell kelias-figures" key={`${name} now`}>
                    {printed(before)}
                  </td>,
                  <td class="govuk-table__cell kelias-figures" key={`${name} then`}>
                    {printed(after)}
                  </td>,
                ])}
                <td class="govuk-table__cell kelias-figures">{before.position ?? "–"}</td>
                <td class="govuk-table__cell kelias-figures">{after.position ?? "–"}</td>
                <td class="govuk-table__cell">{proposalIn(before, telling)}</td>
                <td class="govuk-table__cell">{proposalIn(after, telling)}</td>
              </tr>
            ))}
          </Rows>
        </DataTable>
      )}
    </>
  );
}
