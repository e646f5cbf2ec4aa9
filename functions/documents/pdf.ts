import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Block, Composed } from "./composed.ts";
import { type Fonts, loadFonts } from "./fonts.ts";
import { drawFacts, drawTable } from "./table.ts";

const margin = 56;
export const ink = "#0b0c0c";
export const pale = "#505a5f";
export const green = "#12403c";

interface Page {
  readonly title: string;
  readonly language: Language;
  /** UTC instant of the latest thing that it tells of; no clock is asked. */
  readonly asOf: string;
  readonly layout: "portrait" | "landscape";
  readonly margins: PDFKit.Mixins.ExpandedSides<number>;
}

/** Begins a tagged PDF/UA document on A4: structure, language and title are said, and fonts are embedded. */
export async function beginPdf({ title, language, asOf, layout, margins }: Page) {
  const [{ default: PDFDocument }, fonts] = await Promise.all([import("pdfkit"), loadFonts()]);
  const at = new Date(asOf);
  const pdf = new PDFDocument({
    size: "A4",
    layout,
    margins,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    // Without a name the library would read Helvetica from the disk, which no bundle has and PDF/UA forbids.
    font: "",
    info: {
      Title: title,
      Author: "Kelias",
      Creator: "Kelias",
      Producer: "Kelias",
      CreationDate: at,
      ModDate: at,
    },
  });
  const bytes = collect(pdf);
  register(pdf, fonts);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  return { pdf, root, bytes };
}

/**
 * Knows fonts by their names. After each cell of a table the library goes back to the font before by its bytes, and would read
 * them anew, a hundred times as long as it takes to draw the cell: here they are known, too.
 */
function register(pdf: PDFKit.PDFDocument, { regular, bold }: Fonts): void {
  pdf.registerFont("regular", regular);
  pdf.registerFont("bold", bold);
  const names = new Map<unknown, string>([
    [regular, "regular"],
    [bold, "bold"],
  ]);
  const choose = pdf.font.bind(pdf);
  const font = (source: PDFKit.Mixins.PDFFontSource, family?: string | number | null, size?: number) => {
    const named = names.get(source) ?? source;
    const points = typeof family === "number" ? family : size;
    return points === undefined ? choose(named) : choose(named, points);
  };
  Object.assign(pdf, { font });
}

/** Draws a paper; what is decoration is marked as such. The same paper gives the same bytes. */
export async function drawPdf(paper: Composed): Promise<Uint8Array> {
  const { pdf, root, bytes } = await beginPdf({
    title: `${paper.title} – ${paper.caption}`,
    language: paper.language,
    asOf: paper.asOf,
    layout: "portrait",
    margins: { top: margin, bottom: margin + 24, left: margin, right: margin },
  });
  if (paper.issuedBy !== undefined) {
    pdf.font("bold").fontSize(12).fillColor(ink);
    pdf.text(paper.issuedBy, { structParent: root, structType: "P" });
    pdf.moveDown(0.5);
  }
  pdf.font("regular").fontSize(10).fillColor(pale);
  pdf.text(paper.caption, { structParent: root, structType: "P" });
  pdf.font("bold").fontSize(20).fillColor(green);
  pdf.text(paper.title, { structParent: root, structType: "H1" });
  pdf.moveDown(0.5);
  for (const block of paper.blocks) await draw(pdf, root, block);
  root.end();
  numberPages(pdf, paper);
  pdf.end();
  return bytes;
}

async function draw(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, block: Block): Promise<void> {
  pdf.x = margin;
  switch (block.kind) {
    case "heading":
      keepTogether(pdf, 70);
      pdf.moveDown(0.6).font("bold").fontSize(12).fillColor(green);
      pdf.text(block.text, { structParent: root, structType: "H2" });
      pdf.moveDown(0.2);
      return;
    case "text":
      pdf.font("regular").fontSize(10).fillColor(ink);
      pdf.text(block.text, { structParent: root, structType: "P", lineGap: 2 });
      return;
    case "facts":
      drawFacts(pdf, root, block.rows);
      return;
    case "table":
      await drawTable(pdf, root, block);
      return;
  }
}

/** A heading does not stay alone at the foot of a page. */
function keepTogether(pdf: PDFKit.PDFDocument, height: number): void {
  if (pdf.y + height > pdf.page.maxY()) pdf.addPage();
}

/** The foot and the number of each page, for the eye only: who listens knows the page from the reader. */
function numberPages(pdf: PDFKit.PDFDocument, paper: Composed): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, where text would begin a new page.
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - margin;
    const width = pdf.page.width - 2 * margin;
    pdf.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    pdf.font("regular").fontSize(8).fillColor(pale);
    pdf.text(paper.foot, margin, y, { width: width - 60, height: 24, lineBreak: true });
    pdf.text(paper.pageOf(page - start + 1, count), margin, y, { width, align: "right", lineBreak: false });
    pdf.endMarkedContent();
  }
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}
