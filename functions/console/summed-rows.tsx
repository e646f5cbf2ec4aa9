import { paths } from "../addresses/paths.ts";
import { labelOf } from "../reading/asked.ts";
import { caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { factsFor } from "../reading/facts.ts";
import { type Summed, summedIn, tableOfSummed } from "../reading/summed.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { fileOf } from "./exports.ts";
import { ofCase } from "./of-case.ts";

/** Rows with sums that stand in a case, as a file for spreadsheets: each row, each group's share, what they come to. */
export const downloadRows = (kind: "csv" | "xlsx") =>
  ofCase(async ({ loaded, view: { ui, language }, request, at }) => {
    const words = await caseWords(loaded, language);
    const summed = summedIn(factsFor("coordinator", loaded), { ui, words })[Number(at("number")) - 1];
    if (!summed) return refusalPage(request, notFound);
    const title = labelOf(summed.printing, summed.name);
    const name = `${codeOf(loaded.head.pk)}-${summed.name}-${at("number")}`;
    return fileOf(kind, { name, title, ...tableOfSummed(summed) });
  });

const filesOf = { csv: paths.rowsCsv, xlsx: paths.rowsXlsx };

/** Where rows with sums of a case are as files. */
export const RowsFiles = ({
  id,
  summed,
  view: { ui, language },
}: {
  readonly id: string;
  readonly summed: readonly Summed[];
  readonly view: View;
}) => (
  <>
    {summed.map(({ printing, name }, index) => (
      <p class="govuk-body" key={`${printing.form.id} ${name} ${index}`}>
        {labelOf(printing, name)}:{" "}
        {(["xlsx", "csv"] as const).map((kind, place) => (
          <>
            {place === 0 ? "" : ", "}
            <a
              class="govuk-link"
              href={`${filesOf[kind](id, index + 1)}?lang=${language}`}
              download
              key={kind}
            >
              {ui.say("sums.file", { kind: kind.toUpperCase() })}
            </a>
          </>
        ))}
      </p>
    ))}
  </>
);
