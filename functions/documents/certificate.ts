import { Temporal } from "temporal-polyfill";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { certificatePath, printNumber } from "../certificates/number.ts";
import { caseWords } from "../reading/case-words.ts";
import { rowsUnder, tell, tellerWithoutCase } from "../reading/tell.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import type { Issuer } from "./issuer.ts";
import { beginPdf, green, ink, pale } from "./pdf.ts";
import { qrSquares } from "./qr.ts";
import { type DocumentWords, documentWordsIn } from "./words.ts";

const gold = "#b08d3e";
const edge = 26;
const margin = 84;
const qrSize = 92;

interface Drawing {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

/**
 * Draws a certificate as a tagged PDF/UA document, A4 across. The same entry of the register gives the same bytes.
 * `portalUrl`: where the QR code leads, without a slash at its end.
 */
export async function certificatePdf(
  item: CertificateItem,
  process: Process,
  language: Language,
  { portalUrl, issuer }: { readonly portalUrl: string; readonly issuer: Issuer },
): Promise<Uint8Array> {
  const words = await documentWordsIn(language);
  const own = await caseWords({ process }, language);
  const title = own.say("certificate.title");
  const { pdf, root, bytes } = await beginPdf({
    title: `${title} – ${printNumber(item.number)}`,
    language,
    asOf: item.issuedAt,
    layout: "landscape",
    margins: { top: 92, bottom: 40, left: margin, right: margin },
  });
  frame(pdf);
  const line = lineIn({ pdf, root });
  line(item.call[language], { size: 11, color: pale });
  line(title, { size: 34, color: green, font: "bold", type: "H1", gap: 0.35 });
  line(words.say("certificate.that"), { size: 12, color: pale, gap: 1.2 });
  line(item.says.holder, { size: sizeOfName(item.says.holder), color: ink, font: "bold", gap: 0.25 });
  line(own.say("certificate.text", { days: item.says.days ?? 0, hours: item.says.hours ?? 0 }), {
    size: 14,
    color: ink,
    gap: 0.4,
  });
  const teller = tellerWithoutCase(own);
  const rows = rowsUnder("certificate", process.certificate?.rows ?? {}, item.says);
  facts(
    { pdf, root },
    rows.map(({ label, value }) => ({ label: tell(label, teller), value: tell(value, teller) })),
  );
  foot({ pdf, root }, { item, issuer, words, address: `${portalUrl}${certificatePath(item.number)}` });
  root.end();
  pdf.end();
  return bytes;
}

/** A long name is written smaller, so that the page holds it. */
const sizeOfName = (name: string): number => (name.length > 60 ? 16 : name.length > 34 ? 22 : 30);

/** Two lines around the page, for the eye only. */
function frame(pdf: PDFKit.PDFDocument): void {
  const { width, height } = pdf.page;
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.lineWidth(3).strokeColor(green);
  pdf.rect(edge, edge, width - 2 * edge, height - 2 * edge).stroke();
  pdf.lineWidth(0.8).strokeColor(gold);
  pdf.rect(edge + 7, edge + 7, width - 2 * edge - 14, height - 2 * edge - 14).stroke();
  pdf.endMarkedContent();
}

interface Look {
  readonly size: number;
  readonly color: string;
  readonly font?: "regular" | "bold";
  readonly type?: "H1" | "P";
  readonly gap?: number;
}

const lineIn =
  ({ pdf, root }: Drawing) =>
  (text: string, { size, color, font = "regular", type = "P", gap = 0 }: Look): void => {
    pdf.font(font).fontSize(size).fillColor(color);
    pdf.moveDown(gap).text(text, { align: "center", structParent: root, structType: type });
  };

function facts({ pdf, root }: Drawing, rows: readonly { readonly label: string; readonly value: string }[]) {
  pdf.moveDown(1);
  for (const { label, value } of rows) {
    pdf.font("regular").fontSize(12).fillColor(ink);
    pdf.text(`${label}: ${value}`, { align: "center", lineGap: 3, structParent: root, structType: "P" });
  }
}

interface Foot {
  readonly item: CertificateItem;
  readonly issuer: Issuer;
  readonly words: DocumentWords;
  readonly address: string;
}

/** Who issued it, number and day on the left, the QR code with what it is for on the right. */
function foot({ pdf, root }: Drawing, { item, issuer, words, address }: Foot): void {
  const top = pdf.page.height - edge - 24 - qrSize;
  const right = pdf.page.width - margin + 24;
  const width = right - qrSize - margin - 24;
  const day = printDay(localDay(Temporal.Instant.from(item.issuedAt)), words.language);
  const { institution, signatory } = issuer;
  const issued = [
    ...(institution === undefined ? [] : [words.say("certificate.issuer", { institution })]),
    ...(signatory === undefined ? [] : [words.say("certificate.signatory", { person: signatory })]),
  ];
  const lines = [
    ...issued,
    words.say("certificate.number", { number: printNumber(item.number) }),
    words.say("certificate.issued", { day }),
    words.say("certificate.check", { address }),
  ];
  pdf.font("regular").fontSize(10).fillColor(ink);
  pdf.x = margin - 24;
  pdf.y = top + 34 - 14 * issued.length;
  for (const text of lines) pdf.text(text, { width, lineGap: 2, structParent: root, structType: "P" });
  const figure = pdf.struct("Figure", { alt: words.say("certificate.qr", { address }) }, () => {
    drawSquares(pdf, qrSquares(address), { x: right - qrSize, y: top });
  });
  root.add(figure);
}

function drawSquares(
  pdf: PDFKit.PDFDocument,
  rows: readonly (readonly boolean[])[],
  at: { readonly x: number; readonly y: number },
): void {
  const side = qrSize / rows.length;
  for (const [row, squares] of rows.entries())
    for (const [column, isDark] of squares.entries())
      if (isDark) pdf.rect(at.x + column * side, at.y + row * side, side, side);
  pdf.fill(ink);
}
