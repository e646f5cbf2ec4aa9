import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const notoSans = "node_modules/@expo-google-fonts/noto-sans";

/** The package's files, by the weight's name in functions/documents/fonts. */
const files = {
  regular: "400Regular/NotoSans_400Regular.ttf",
  bold: "700Bold/NotoSans_700Bold.ttf",
} as const;

/**
 * The fonts of the documents as modules of JSON, which Node imports and the bundler carries without a loader: TrueType,
 * packed by brotli, in base64, from the package in `packages` (a folder). Noto Sans (SIL Open Font License 1.1) has the letters of every language of Europe.
 */
export const fontFiles = (packages: string): readonly (readonly [string, string])[] =>
  Object.entries(files).map(([weight, file]) => {
    const font = readFileSync(join(packages, notoSans, file));
    const packed = brotliCompressSync(font, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return [weight, `${JSON.stringify({ brotli: packed.toString("base64") }, null, 2)}\n`] as const;
  });

/** The fonts' licence, which has to go wherever they go. */
export const fontLicence = (packages: string): string =>
  readFileSync(join(packages, notoSans, "LICENSE_FONT"), "utf8");
