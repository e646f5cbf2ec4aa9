import { expect, it } from "vitest";
import { demoHouse } from "../demo-house.ts";
import { visitor } from "./visitor.ts";

it("the type of pages is our own, small, kept for a year, and asked of nobody else", async () => {
  const somebody = visitor(demoHouse());
  const { body, headers } = await somebody.get("/sign-in");
  const fonts = [...body.matchAll(/href="(\/assets\/[\w-]+\.woff2\?v=\d+)"[^>]*as="font"/g)].map(
    ([, path = ""]) => path,
  );
  expect(fonts).toHaveLength(2);
  expect(headers["content-security-policy"]).toContain("font-src 'self'");
  const css = (await somebody.get("/assets/portal.css")).body;
  let bytes = 0;
  for (const path of fonts) {
    expect(css).toContain(`url("${path}")`);
    const font = await somebody.get(path);
    expect(font.headers).toMatchObject({
      "content-type": "font/woff2",
      "cache-control": "public, max-age=31536000, immutable",
    });
    const file = Buffer.from(font.body, "base64");
    // The signature of WOFF2 [W3C Recommendation 2022-03-10, "WOFF File Format 2.0", section 4].
    expect(file.subarray(0, 4).toString("latin1")).toBe("wOF2");
    bytes += file.length;
  }
  expect(bytes).toBeLessThan(30_000);
  // Neither a page nor its style sheet loads anything from elsewhere.
  expect(css).not.toMatch(/url\("?https?:/);
});
