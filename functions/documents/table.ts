import type { ComposedTable, Fact } from "./composed.ts";

type Root = PDFKit.PDFStructureElement;
type Cell = PDFKit.Mixins.CellOptions;

const ink = "#0b0c0c";
const line = "#b1b4b6";
const regular = { src: "regular" };
const bold = { src: "bold" };
const padding = { top: 4, bottom: 4, left: 0, right: 8 };
const under = { top: 0, bottom: 0.5, left: 0, right: 0 };
/** Columns of figures end at the right edge, where the reader compares them. */
const figures = { top: 4, bottom: 4, left: 8, right: 0 };

/** Labels and values in two columns; a label is the header of its row. */
export function drawFacts(pdf: PDFKit.PDFDocument, root: Root, rows: readonly Fact[]): void {
  pdf.font("regular").fontSize(10).fillColor(ink);
  pdf.table({
    structParent: root,
    columnStyles: [{ width: 170 }, { width: "*" }],
    defaultStyle: { border: under, borderColor: line, padding },
    data: rows.map(({ label, value }) => [header(label, "Row", bold), { text: value, font: regular }]),
  });
  pdf.moveDown(0.3);
}

/** After so many rows others have their turn: a table may have ten thousand. */
const rowsInTurn = 50;

/** A table of lines with its totals beneath. */
export async function drawTable(pdf: PDFKit.PDFDocument, root: Root, table: ComposedTable): Promise<void> {
  const all = table.columns.reduce((sum, { share }) => sum + share, 0);
  const whole = pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
  const last = table.columns.length - 1;
  const styleOf = (column: number): Cell =>
    table.columns[column]?.isNumeric
      ? { align: { x: "right", y: "top" }, padding: figures }
      : { align: { x: "left", y: "top" }, padding };
  const head = table.columns.map(({ label }, column) => ({
    ...header(label, "Column", bold),
    ...styleOf(column),
  }));
  const lineOf = (row: ComposedTable["rows"][number]): Cell[] =>
    row.map((text, column) => ({
      ...(column === 0 ? header(text, "Row", regular) : { text, font: regular }),
      ...styleOf(column),
    }));
  const totals = table.totals.map(({ label, value }): Cell[] => [
    { ...header(label, "Row", bold), colSpan: last, ...styleOf(0) },
    { text: value, font: bold, ...styleOf(last) },
  ]);
  pdf.font("regular").fontSize(9).fillColor(ink);
  const drawn = pdf.table({
    structParent: root,
    columnStyles: table.columns.map(({ share }) => ({ width: (whole * share) / all })),
    defaultStyle: { border: under, borderColor: line },
  });
  drawn.row(head);
  for (const [index, row] of table.rows.entries()) {
    drawn.row(lineOf(row));
    if (index % rowsInTurn === rowsInTurn - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const total of totals) drawn.row(total);
  drawn.end();
  pdf.moveDown(0.3);
}

const header = (text: string, scope: "Row" | "Column", font: { readonly src: string }): Cell => ({
  text,
  type: "TH",
  scope,
  font,
});
