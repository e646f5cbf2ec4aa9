import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { workbookOf } from "../../../functions/documents/workbook.ts";

const open = async (rows: Parameters<typeof workbookOf>[2]) => {
  const files = unzipSync(new Uint8Array(await workbookOf("Bylos", ["A", "B"], rows)));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { sheet: text("xl/worksheets/sheet1.xml"), strings: text("xl/sharedStrings.xml") };
};

const tabOf = async (title: string): Promise<string> => {
  const files = unzipSync(new Uint8Array(await workbookOf(title, ["A"], [])));
  const named = /<sheet [^>]*name="([^"]*)"/.exec(strFromU8(files["xl/workbook.xml"] ?? new Uint8Array()));
  return (named?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
};

describe("the tab of a workbook", () => {
  it("has a title that is too long as far as it fits", async () => {
    expect(await tabOf("List of the group’s participants")).toBe("List of the group’s participant");
  });

  it("has a name as spreadsheets take it, whatever the title is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 50 }), async (title) => {
        const tab = await tabOf(title);
        expect(tab).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        expect(tab.length).toBeGreaterThan(0);
        expect(tab.length).toBeLessThanOrEqual(31);
      }),
      { examples: [["\u{10FFFE}!"], ["\uFFFE"], ["\uD800"]] },
    );
  });
});

describe("a workbook", () => {
  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
  ])("keeps %j as text, and never as a formula", async (said) => {
    const { sheet, strings } = await open([[said, "x"]]);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(`${sheet}${strings}`).toContain(said.trim().slice(1, 4).replaceAll('"', "&quot;"));
  });

  it("has money as numbers with two decimals and days as days", async () => {
    const { sheet } = await open([[{ cents: 123456 }, { day: "2027-03-01" }]]);
    expect(sheet).toContain("<v>1234.56</v>");
    // Days since 1899-12-30, as spreadsheets count them.
    expect(sheet).toContain("<v>46447</v>");
  });

  it("bears what people write: quotation marks, tags, emoji, control characters, very long", async () => {
    const { sheet, strings } = await open([["„Ąžuolas“ <b>&amp; 💥", `${"x".repeat(30_000)}\u0001`]]);
    expect(`${sheet}${strings}`).not.toContain("<b>");
  });
});
