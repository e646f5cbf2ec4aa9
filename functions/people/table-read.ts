import { strFromU8, unzipSync } from "fflate";

/** A cell of a table as text; rows are numbered from 1, as spreadsheets do. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type TableRead =
  | { readonly outcome: "read"; readonly rows: readonly TableRow[] }
  | { readonly outcome: "unreadable" | "tooLarge" | "openQuote"; readonly line?: number };

/** So large a file of people is none, packed or unpacked. */
const longestFile = 1_000_000;
const longestSheet = 10_000_000;

/** Reads what spreadsheets write or paste: a workbook, or a text with commas, semicolons or tabs. Empty rows are left out. */
export function readTable(bytes: Uint8Array): TableRead {
  if (bytes.length > longestFile) return { outcome: "tooLarge" };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readWorkbook(bytes) : readText(textIn(bytes));
}

/** UTF-8, or what Lithuanian spreadsheets wrote before [Windows-1257]. */
function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1257").decode(bytes);
  }
}

/** A text by RFC 4180, with the separator that its first line has most of. */
export function readText(text: string): TableRead {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const countOf = (sign: string) => first.split(sign).length;
  const separator = ["\t", ";", ","].reduce(
    (best, sign) => (countOf(sign) > countOf(best) ? sign : best),
    "\t",
  );
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let begun = 1;
  let quotedSince: number | undefined;
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((said) => said !== "")) rows.push({ line: begun, cells });
    cells = [];
  };
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? "";
    if (sign === "\n") line++;
    if (quotedSince !== undefined) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') {
        cell += sign;
        index++;
      } else quotedSince = undefined;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quotedSince = line;
    } else if (sign === separator) endCell();
    else if (sign === "\n") {
      endRow();
      begun = line;
    } else if (sign !== "\r") cell += sign;
  }
  if (quotedSince !== undefined) return { outcome: "openQuote", line: quotedSince };
  endRow();
  return { outcome: "read", rows };
}

/** The first sheet of a workbook [ECMA-376, 18.3 and 18.4]. */
function readWorkbook(bytes: Uint8Array): TableRead {
  let files: ReturnType<typeof unzipSync>;
  let isTooLarge = false;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = name === "xl/sharedStrings.xml" || /^xl\/worksheets\/sheet\d+\.xml$/.test(name);
        if (isWanted && originalSize > longestSheet) isTooLarge = true;
        return isWanted && originalSize <= longestSheet;
      },
    });
  } catch {
    return { outcome: "unreadable" };
  }
  if (isTooLarge) return { outcome: "tooLarge" };
  const [first] = Object.keys(files)
    .filter((name) => name.startsWith("xl/worksheets/"))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const sheet = first === undefined ? undefined : files[first];
  if (!sheet) return { outcome: "unreadable" };
  const strings = files["xl/sharedStrings.xml"];
  const shared = strings ? elements(strFromU8(strings), "si").map(({ inner }) => textsOf(inner)) : [];
  const rows = elements(strFromU8(sheet), "row").flatMap(({ attributes, inner }, index): TableRow[] => {
    const cells: string[] = [];
    for (const cell of elements(inner, "c")) {
      const at = columnOf(/\br="([A-Z]+)\d+"/.exec(cell.attributes)?.[1]) ?? cells.length;
      while (cells.length < at && at < mostColumns) cells.push("");
      if (at < mostColumns) cells[at] = cellOf(cell, shared).trim();
    }
    const line = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? index + 1);
    return cells.some((said) => said !== "") ? [{ line, cells }] : [];
  });
  return { outcome: "read", rows };
}

const mostColumns = 100;

interface Element {
  readonly attributes: string;
  readonly inner: string;
}

/** The elements of a name, in order; such elements hold none of their own name. */
const elements = (xml: string, name: string): readonly Element[] =>
  [...xml.matchAll(new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, "g"))].map(
    ([, attributes = "", inner = ""]) => ({ attributes, inner }),
  );

const textsOf = (xml: string): string =>
  elements(xml, "t")
    .map(({ inner }) => plain(inner))
    .join("");

function cellOf({ attributes, inner }: Element, shared: readonly string[]): string {
  const kind = /\bt="(\w+)"/.exec(attributes)?.[1];
  if (kind === "inlineStr") return textsOf(inner);
  const value = plain(elements(inner, "v")[0]?.inner ?? "");
  return kind === "s" ? (shared[Number(value)] ?? "") : value;
}

const columnOf = (letters: string | undefined): number | undefined =>
  letters === undefined
    ? undefined
    : [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    const code = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
