import { processOf } from "../../workflows/catalogue.ts";
import { summaryOf } from "../calls/calls.ts";
import { groupPaper, groupTable } from "../documents/group-list.ts";
import { documentWordsIn } from "../documents/words.ts";
import { groupFileOf } from "../groups/group-file.ts";
import { wordsOf } from "../reading/process-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "../web/table-file.ts";
import { ofGroup } from "./of-group.tsx";

/** A list of a group as the process says it, for spreadsheets (`.csv`, `.xlsx`) or on paper (`.pdf`). */
export const downloadList = ofGroup(async ({ house, request, view, call, group, members, at }) => {
  const [name = "", type, ...more] = at("file").split(".");
  const { process } = summaryOf(call, house.clock.now());
  const lists = (await processOf(process)).groups?.lists ?? {};
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list || (type !== "csv" && type !== "xlsx" && type !== "pdf") || more.length > 0)
    return refusalPage(request, notFound);
  const own = await wordsOf(process, view);
  const listed = { name, list, group: groupFileOf(group, members), own };
  if (type !== "pdf") {
    const { columns, rows } = groupTable(listed);
    return fileOf(type, {
      name: `${name}-${group.callId}-${group.number}`,
      title: own.say(`groups.${name}.title`),
      header: columns.map(({ label }) => label),
      rows,
    });
  }
  const words = await documentWordsIn(view.language);
  const { drawPdf } = await import("../documents/pdf.ts");
  const bytes = await drawPdf(groupPaper(listed, group.changedAt, words));
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
