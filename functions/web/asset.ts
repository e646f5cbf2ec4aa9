import type { Answer } from "./answers.ts";
import { refusalPage } from "./faults.tsx";
import { notFound } from "./refusal.ts";
import type { Work } from "./visit.ts";

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#12403c"/><path d="M5 29C7 20 23 20 20 13 18 9 12 9 14 3h4c-1 5 7 5 8 12 1 8-9 7-8 14z" fill="#fff"/></svg>';

/** The portal's own files; the address of each carries its version, so a browser asks for it once. */
const assets: Readonly<Record<string, () => Promise<{ readonly type: string; readonly text: string }>>> = {
  "portal.css": async () => ({
    type: "text/css; charset=utf-8",
    text: (await import("./assets/portal.css.json", { with: { type: "json" } })).default.text,
  }),
  "portal.js": async () => ({
    type: "text/javascript; charset=utf-8",
    text: (await import("./assets/portal.js.json", { with: { type: "json" } })).default.text,
  }),
  "scan.js": async () => ({
    type: "text/javascript; charset=utf-8",
    text: (await import("./assets/scan.js.json", { with: { type: "json" } })).default.text,
  }),
  "kelias.svg": async () => ({ type: "image/svg+xml", text: mark }),
};

/** The type of all pages (docs/design.md), in two parts so that a page without letters beyond Latin 1 loads one. */
const fonts: Readonly<Record<string, () => Promise<{ readonly woff2: string }>>> = {
  "type.woff2": async () => (await import("./assets/type/latin.json", { with: { type: "json" } })).default,
  "type-ext.woff2": async () =>
    (await import("./assets/type/latin-ext.json", { with: { type: "json" } })).default,
};

const longKept = "public, max-age=31536000, immutable";

export const showAsset: Work = async ({ request, at }): Promise<Answer> => {
  const name = at("name");
  const font = Object.hasOwn(fonts, name) ? fonts[name] : undefined;
  if (font) {
    const headers = { "content-type": "font/woff2", "cache-control": longKept };
    return { statusCode: 200, headers, body: (await font()).woff2, isBase64Encoded: true };
  }
  const read = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (!read) return refusalPage(request, notFound);
  const { type, text } = await read();
  const kept = request.query.has("v") ? longKept : "public, max-age=3600";
  return { statusCode: 200, headers: { "content-type": type, "cache-control": kept }, body: text };
};
