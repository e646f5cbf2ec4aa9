import * as z from "zod";
import { printScore, storedScore } from "../../../workflows/kernel/score.ts";
import type { Line } from "../../store/line-item.ts";
import { countryIn, type Telling } from "./facts.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** Who stands where in an order: a line of a list, or as much of a case. */
export type Ranked = Pick<Line, "ref" | "name" | "school"> & { readonly ranked: NonNullable<Line["ranked"]> };

/** The lines that have a place. */
export const rankedAmong = (lines: readonly Line[]): readonly Ranked[] =>
  lines.flatMap(({ ranked, ...line }) => (ranked ? [{ ...line, ranked }] : []));

/** The order that the commission approves: who stands where, with which score, what is proposed, and what broke ties. */
export function RankingTable({
  rows,
  telling,
  more,
}: {
  readonly rows: readonly Ranked[];
  readonly telling: Telling;
  /** Leads to the places after these. */
  readonly more?: string | undefined;
}) {
  const { ui } = telling;
  if (rows.length === 0) return null;
  const head = [
    "facts.position",
    "console.applicant",
    "console.school",
    "facts.score",
    "facts.decision",
    "facts.tie",
  ] as const;
  return (
    <>
      <DataTable caption={ui.say("facts.ranking")} columns={columnsIn(ui, ...head)}>
        <Rows>
          {rows.map((row) => (
            <RankingRow key={row.ref} row={row} telling={telling} />
          ))}
        </Rows>
      </DataTable>
      {more ? (
        <p class="govuk-body">
          <a class="govuk-link" href={more}>
            {ui.say("facts.ranking.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** By what two neighbours in the order are told apart. */
export const tie = z.enum(["score", "notTravelledBefore", "rural", "submittedAt", "applicant", "id"]);

function RankingRow({ row, telling }: { readonly row: Ranked; readonly telling: Telling }) {
  const { ui, words } = telling;
  const { ranked: made } = row;
  const decidedBy = tie.safeParse(made.decidedBy);
  const country = made.country === undefined ? "" : countryIn(words, made.country);
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">{made.position}</td>
      <td class="govuk-table__cell">{row.name}</td>
      <td class="govuk-table__cell">{row.school}</td>
      <td class="govuk-table__cell kelias-figures">
        {made.score === undefined ? "" : printScore(storedScore(made.score), ui.language)}
      </td>
      <td class="govuk-table__cell">{ui.say(`decision.${made.kind}`, { country })}</td>
      <td class="govuk-table__cell">{decidedBy.success ? ui.say(`tie.${decidedBy.data}`) : ""}</td>
    </tr>
  );
}
