import { brotliDecompressSync } from "node:zlib";

export interface Fonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

const unpack = ({ brotli }: { readonly brotli: string }): Buffer =>
  brotliDecompressSync(Buffer.from(brotli, "base64"));

let unpacked: Fonts | undefined;

/** The fonts of the documents, TrueType; read when the first document is drawn and kept from then on. */
export async function loadFonts(): Promise<Fonts> {
  if (unpacked) return unpacked;
  const [regular, bold] = await Promise.all([
    import("./fonts/regular.json", { with: { type: "json" } }),
    import("./fonts/bold.json", { with: { type: "json" } }),
  ]);
  unpacked = { regular: unpack(regular.default), bold: unpack(bold.default) };
  return unpacked;
}
