import { paths } from "../addresses/paths.ts";
import { labelOf } from "../reading/asked.ts";
import { caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { factsFor } from "../reading/facts.ts";
import type { Messages } from "../reading/messages.ts";
import { type Summed, summedIn, tableOfSummed } from "../reading/summed.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "../web/table-file.ts";
import type { View } from "../web/view.ts";
import { ofCase } from "./of-case.ts";

/** Rows with sums that stand in a case, as a file for spreadsheets: each row, each group's share, what they come to. */
export const downloadRows = (kind: "csv" | "xlsx") =>
  ofCase(async ({ loaded, view: { ui, language }, request, at }) => {
    const words = await caseWords(loaded, language);
    const summed = summedIn(factsFor("coordinator", loaded))[Number(at("number")) - 1];
    if (!summed) return refusalPage(request, notFound);
    const title = labelOf({ form: summed.form, words }, summed.name);
    const name = `${codeOf(loaded.head.pk)}-${summed.name}-${at("number")}`;
    return fileOf(kind, { name, title, ...tableOfSummed(summed, { ui, words }) });
  });

const filesOf = { csv: paths.rowsCsv, xlsx: paths.rowsXlsx };

/** Where rows with sums of a case are as files. */
export const RowsFiles = ({
  id,
  summed,
  words,
  view: { ui, language },
}: {
  readonly id: string;
  readonly summed: readonly Summed[];
  readonly words: Messages;
  readonly view: View;
}) => (
  <>
    {summed.map(({ form, name }, index) => (
      <p class="govuk-body" key={`${form.id} ${name} ${index}`}>
        {labelOf({ form, words }, name)}:{" "}
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
