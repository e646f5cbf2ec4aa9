import { countryNames } from "../../../workflows/kernel/facts/countries.ts";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { CaseRow } from "./outputs.ts";
import { printCount, type Shown, statusColour, statusWord } from "./report-parts.ts";
import { statuses } from "./summary.ts";

/** Everybody with what became of them: the ranking first, then the others, who came furthest first. */
export function People({ cases, words, language }: Shown) {
  const names = countryNames(language);
  const { label } = words;
  const amount = (cents: number | undefined): string =>
    cents === undefined ? "" : printAmount(cents, language);
  const heading = `people-${language}`;
  return (
    <section class="scroll people" tabindex={0} aria-labelledby={heading}>
      <table>
        <caption>{words.peopleNote}</caption>
        <thead>
          <tr>
            <th scope="col">{label.applicant}</th>
            <th scope="col">{label.statusOf}</th>
            <th scope="col" class="number">
              {label.order}
            </th>
            <th scope="col" class="number">
              {label.score}
            </th>
            <th scope="col">{label.country}</th>
            <th scope="col">{label.promoted}</th>
            <th scope="col" class="number">
              {label.grant}
            </th>
            <th scope="col" class="number">
              {label.advance}
            </th>
            <th scope="col" class="number">
              {label.balance}
            </th>
            <th scope="col" class="number">
              {label.returned}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrderOfTheRoad(cases).map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.applicant}</th>
              <td>
                <span class="status" style={`--colour: ${statusColour(row.status)}`}>
                  {statusWord(row.status, words)}
                </span>
              </td>
              <td class="number">{row.order === undefined ? "" : printCount(row.order, language)}</td>
              <td class="number">{language === "lt" ? row.score?.replace(".", ",") : row.score}</td>
              <td>{row.country === undefined ? "" : (names[row.country] ?? row.country)}</td>
              <td>{row.promoted ? words.yes : ""}</td>
              <td class="number">{amount(row.grantCents)}</td>
              <td class="number">{amount(row.advanceCents)}</td>
              <td class="number">{amount(row.balanceCents)}</td>
              <td class="number">{amount(row.recoveredCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Within one ending the order of the file stays. */
export const inOrderOfTheRoad = (cases: readonly CaseRow[]): readonly CaseRow[] =>
  cases.toSorted(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || far(b) - far(a),
  );

const road: readonly string[] = statuses;

const far = ({ status }: CaseRow): number => road.indexOf(status);
