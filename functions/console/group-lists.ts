import { summaryOf } from "../calls/calls.ts";
import { groupPaper } from "../documents/group-paper.ts";
import { documentWordsIn } from "../documents/words.ts";
import { listNames, listOf } from "../groups/lists.ts";
import { wordsOf } from "../reading/process-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "./exports.ts";
import { ofGroup } from "./of-group.tsx";

/** The list of a group's people or its rooming list, for spreadsheets (`.csv`, `.xlsx`) or on paper (`.pdf`). */
export const downloadList = ofGroup(async ({ house, request, view, call, group, members, at }) => {
  const [said, type, ...more] = at("file").split(".");
  const name = listNames.find((known) => known === said);
  if (name === undefined || (type !== "csv" && type !== "xlsx" && type !== "pdf") || more.length > 0)
    return refusalPage(request, notFound);
  const { ui } = view;
  if (type !== "pdf") {
    const { columns, rows } = listOf(name, group, members, ui);
    return fileOf(type, {
      name: `${name}-${group.callId}-${group.number}`,
      title: ui.say(`groups.list.${name}`),
      header: columns.map(({ label }) => label),
      rows,
    });
  }
  const own = await wordsOf(summaryOf(call, house.clock.now()).process, view);
  const words = await documentWordsIn(view.language);
  const { drawPdf } = await import("../documents/pdf.ts");
  const bytes = await drawPdf(groupPaper(name, { group, members, ui, words, own }));
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}-${group.callId}-${group.number}.pdf"`,
    },
    body: Buffer.from(bytes).toString("base64"),
    isBase64Encoded: true,
  };
});
