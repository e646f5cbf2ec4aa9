import * as z from "zod";
import { printScore, storedScore } from "../../../workflows/blocks/score/score.ts";
import { bid, decision } from "../../../workflows/blocks/selection.ts";
import type { ListedCase } from "../../cases/staff.ts";
import { countryIn, type Telling } from "./facts.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** The order that the commission approves: who stands where, with which score, what is proposed, and what broke ties. */
export function RankingTable({
  rows,
  telling,
}: {
  readonly rows: readonly ListedCase[];
  readonly telling: Telling;
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
    <DataTable caption={ui.say("facts.ranking")} columns={columnsIn(ui, ...head)}>
      <Rows>
        {rows.map((listed) => (
          <RankingRow key={listed.ref} listed={listed} telling={telling} />
        ))}
      </Rows>
    </DataTable>
  );
}

/** By what two neighbours in the order are told apart. */
export const tie = z.enum(["score", "notTravelledBefore", "rural", "submittedAt", "applicant", "id"]);

function RankingRow({ listed, telling }: { readonly listed: ListedCase; readonly telling: Telling }) {
  const { ui, words } = telling;
  const made = decision.parse(listed.decision);
  const brought = bid.safeParse(listed.bid);
  const decidedBy = tie.safeParse(made.decidedBy);
  const country = made.country === undefined ? "" : countryIn(words, made.country);
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">{made.position}</td>
      <td class="govuk-table__cell">{listed.applicantName}</td>
      <td class="govuk-table__cell">{listed.school}</td>
      <td class="govuk-table__cell kelias-figures">
        {brought.success ? printScore(storedScore(brought.data.score), ui.language) : ""}
      </td>
      <td class="govuk-table__cell">{ui.say(`decision.${made.kind}`, { country })}</td>
      <td class="govuk-table__cell">{decidedBy.success ? ui.say(`tie.${decidedBy.data}`) : ""}</td>
    </tr>
  );
}
