/** A cell: text, a number, a sum of money in EUR cents, or a local day. */
export type Cell = string | number | { readonly cents: number } | { readonly day: string };

/**
 * A table as a workbook, the header first. Text is text whatever it begins with, so that no cell becomes a formula; money is in
 * EUR with two decimals, a day is a day.
 */
export async function workbookOf(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const { default: write } = await import("write-excel-file/node");
  const head = header.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const body = rows.map((row) => row.map(cellOf));
  return write([head, ...body], {
    sheet: sheetName(sheet),
    columns: header.map(() => ({ width: 22 })),
  }).toBuffer();
}

/**
 * A name as a tab may have it: at most 31 characters, none of `[]:*?/\\` and no apostrophe at its ends [Excel specifications and
 * limits], nothing that is no character; a longer one is cut.
 */
function sheetName(name: string): string {
  let fitting = "";
  for (const character of name
    .replace(/[[\]:*?/\\\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, " ")
    .replace(/^[\s']+/, "")) {
    if (fitting.length + character.length > 31) break;
    fitting += character;
  }
  return fitting.replace(/[\s']+$/, "") || "1";
}

/** A cell of a workbook holds no more characters [Excel specifications and limits]. */
const longestText = 32_767;

function cellOf(cell: Cell) {
  if (typeof cell === "string") return { value: cell.slice(0, longestText), type: String };
  if (typeof cell === "number") return { value: cell, type: Number };
  return "cents" in cell
    ? { value: cell.cents / 100, type: Number, format: "0.00" }
    : { value: new Date(`${cell.day}T00:00:00.000Z`), type: Date, format: "yyyy-mm-dd" };
}

/** The same cell in a text file. */
export const cellAsText = (cell: Cell): string | number => {
  if (typeof cell !== "object") return cell;
  return "cents" in cell ? (cell.cents / 100).toFixed(2) : cell.day;
};
