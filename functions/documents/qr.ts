import qrcode from "qrcode-generator";

/** The dark squares of a QR code (ISO/IEC 18004, level M), row by row, without the quiet zone. */
export function qrSquares(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => code.isDark(row, column)),
  );
}
