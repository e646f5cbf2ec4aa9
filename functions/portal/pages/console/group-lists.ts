import { summaryOf } from "../../../calls/calls.ts";
import { groupPaper } from "../../../documents/group-paper.ts";
import { spreadsheetOf } from "../../../documents/spreadsheet.ts";
import { documentWordsIn } from "../../../documents/words.ts";
import { listNames, listOf } from "../../../groups/lists.ts";
import { wordsOf } from "../../drafts.ts";
import { notFound } from "../../refusal.ts";
import { refusalPage } from "../faults.tsx";
import { ofGroup } from "./of-group.tsx";

/** The list of a group's people or its rooming list, for spreadsheets (`.csv`) or on paper (`.pdf`). */
export const downloadList = ofGroup(async ({ house, request, view, call, group, members, at }) => {
  const [said, type, ...more] = at("file").split(".");
  const name = listNames.find((known) => known === said);
  if (name === undefined || (type !== "csv" && type !== "pdf") || more.length > 0)
    return refusalPage(request, notFound);
  const { ui } = view;
  const file = `filename="${name}-${group.callId}-${group.number}.${type}"`;
  if (type === "csv") {
    const list = listOf(name, group, members, ui);
    return {
      statusCode: 200,
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; ${file}`,
      },
      body: spreadsheetOf(
        list.columns.map(({ label }) => label),
        list.rows,
      ),
    };
  }
  const own = await wordsOf(summaryOf(call, house.clock.now()).process, view);
  const words = await documentWordsIn(view.language);
  const { drawPdf } = await import("../../../documents/pdf.ts");
  const bytes = await drawPdf(groupPaper(name, { group, members, ui, words, own }));
  return {
    statusCode: 200,
    headers: { "content-type": "application/pdf", "content-disposition": `inline; ${file}` },
    body: Buffer.from(bytes).toString("base64"),
    isBase64Encoded: true,
  };
});
