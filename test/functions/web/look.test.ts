import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import portal from "../../../functions/web/assets/portal.css.json" with { type: "json" };

const assets = new URL("../../../functions/web/assets/", import.meta.url);
const sheets = readdirSync(assets)
  .filter((name) => name.endsWith(".scss"))
  .map((name) => ({ name, text: readFileSync(new URL(name, assets), "utf8") }));

const tokens = sheets.find(({ name }) => name === "_tokens.scss")?.text ?? "";
const [light = "", dark = ""] = tokens.split("@media screen and (prefers-color-scheme: dark)");
const coloursIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/--kelias-(\w+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [
      name,
      colour,
    ]),
  );

/** The contrast of two colours [W3C Recommendation 2024-12-12, "WCAG 2.2", "contrast ratio" and "relative luminance"]. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What is read, and what is drawn, of the tokens that docs/design.md names. */
const read = ["ink", "quiet", "brand", "accent", "waits", "late", "done", "over", "moved"];
const drawn = ["part", "full"];

describe.each([
  ["light", coloursIn(light)],
  ["dark", coloursIn(dark)],
])("the %s colours", (_look, colours) => {
  const of = (name: string): string => colours.get(name) ?? "";

  it.each(["page", "raised"])(
    "are read on %s at 4.5 : 1, and seen where they are drawn at 3 : 1",
    (ground) => {
      const weak = (names: readonly string[], least: number) =>
        names.filter((name) => !(contrast(of(name), of(ground)) >= least));
      expect(weak(read, 4.5)).toEqual([]);
      expect(weak(drawn, 3)).toEqual([]);
    },
  );

  it("tell what is paid from what is promised where they meet", () => {
    expect(contrast(of("part"), of("full"))).toBeGreaterThan(2);
  });
});

it("nothing stands apart by a measure that is not of the scale", () => {
  const stray = sheets.flatMap(({ name, text }) =>
    text.split("\n").flatMap((line, at) => {
      const [, value = ""] =
        /^\s*(?:margin|padding|gap|row-gap|column-gap)(?:-[a-z]+)*: ([^;]*);/.exec(line) ?? [];
      // A hair keeps margins of what is inside from falling through.
      const isStray = [...value.matchAll(/(\d+(?:\.\d+)?)(px|rem|em)\b/g)].some(
        ([length]) => length !== "1px",
      );
      return isStray ? [`${name}:${at + 1}: ${line.trim()}`] : [];
    }),
  );
  expect(stray).toEqual([]);
});

it("no address stands on paper: some are the key to a page", () => {
  const css = portal.text;
  const off = css.lastIndexOf("a[class][href]::after{content:none}");
  expect(off).toBeGreaterThan(-1);
  expect(css.lastIndexOf("attr(href)")).toBeLessThan(off);
});
