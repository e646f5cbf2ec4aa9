import { type Cell, cellAsText } from "../documents/workbook.ts";
import type { Answer } from "./answers.ts";

interface Table {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table as a file for spreadsheets in which nothing becomes a formula. */
export async function fileOf(kind: "csv" | "xlsx", { name, title, header, rows }: Table): Promise<Answer> {
  const headers = { "content-disposition": `attachment; filename="${name}.${kind}"` };
  if (kind === "csv") {
    const { spreadsheetOf } = await import("../documents/spreadsheet.ts");
    const body = spreadsheetOf(
      header,
      rows.map((row) => row.map(cellAsText)),
    );
    return { statusCode: 200, headers: { ...headers, "content-type": "text/csv; charset=utf-8" }, body };
  }
  const { workbookOf } = await import("../documents/workbook.ts");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return {
    statusCode: 200,
    headers: { ...headers, "content-type": type },
    body: (await workbookOf(title, header, rows)).toString("base64"),
    isBase64Encoded: true,
  };
}
