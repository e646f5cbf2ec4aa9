import { describe, expect, it } from "vitest";
import { readJson, readPost } from "../../../functions/web/posts.ts";
import type { HttpRequest } from "../../../functions/web/request.ts";
import { rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const posted = (body: string, type = "application/x-www-form-urlencoded"): HttpRequest => ({
  id: "request-1",
  method: "POST",
  path: "/sign-in",
  query: new URLSearchParams(),
  headers: { "content-type": type },
  cookies: [],
  body: Buffer.from(body),
});
const filled = (unit: string, kilobytes: number): string =>
  unit.repeat(Math.ceil((kilobytes * 1000) / Buffer.byteLength(unit)));

const form = defineForm({
  id: "letter",
  outcomes: ["sent"],
  fields: {
    name: text({}),
    people: rows({ max: 3, written: "lines", optional: true, columns: { name: text({}), town: text({}) } }),
  },
});
const asPost = (said: string) => {
  const read = readPost(posted(said));
  if (read.outcome === "read") parseAnswer(form, Object.fromEntries(read.value));
};
const asJson = (said: string) => {
  const read = readJson(posted(said, "application/json"));
  if (read.outcome === "read") parseAnswer(form, read.value);
};

/** What somebody may send who knows nothing, and what reads it. */
const attacks: readonly (readonly [string, (kilobytes: number) => string, (said: string) => void])[] = [
  ["the same name again and again", (size) => filled("a&", size), asPost],
  ["the same name with values", (size) => filled("a=1&", size), asPost],
  [
    "many names",
    (size) => filled("", 0) + Array.from({ length: size * 120 }, (_, n) => `n${n}=`).join("&"),
    asPost,
  ],
  ["nothing but separators", (size) => filled("&", size), asPost],
  ["percent signs", (size) => `name=${filled("%41", size)}`, asPost],
  ["marks over marks", (size) => `name=a${filled("%CC%81%CC%A3", size)}`, asPost],
  ["lines", (size) => `people=${filled("a%3Bb%0A", size)}`, asPost],
  ["parts of a line", (size) => `people=${filled("%3B", size)}`, asPost],
  ["marks in JSON", (size) => JSON.stringify({ name: `a${filled("\u0301\u0323", size)}` }), asJson],
  [
    "unknown fields in JSON",
    (size) => `{${Array.from({ length: size * 100 }, (_, n) => `"n${n}":1`).join()}}`,
    asJson,
  ],
  [
    "rows in JSON",
    (size) => JSON.stringify({ people: Array.from({ length: size * 100 }, () => ({ name: "a" })) }),
    asJson,
  ],
  ["brackets in JSON", (size) => `{"people":${"[".repeat(size * 500)}${"]".repeat(size * 500)}}`, asJson],
];

/** The shortest of several runs, in CPU time of this thread (µs): what other tests and the machine do besides is in none of them. */
function costOf(work: () => void): number {
  const runs = Array.from({ length: 7 }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  });
  return Math.max(1, ...[Math.min(...runs)]);
}

describe("a body of any kind is read in time that grows as it does, or is not read", () => {
  it.each(attacks)("%s", (_, bodyOf, read) => {
    const [small, middle, large] = [10, 100, 1000].map((size) => {
      const body = bodyOf(size);
      read(body);
      return costOf(() => read(body));
    });
    // Ten times as long costs ten times as much, or nothing where it is too long to be read; quadratic, it were a hundred
    // times. Below a millisecond the clock, and not the reading, is measured.
    const floor = 1_000;
    expect(middle).toBeLessThan(60 * Math.max(small ?? 0, floor));
    expect(large).toBeLessThan(60 * Math.max(middle ?? 0, floor));
  });
});

describe("the limits of a body", () => {
  const outcome = (read: ReturnType<typeof readPost> | ReturnType<typeof readJson>) =>
    read.outcome === "refused" ? read.refusal.status : read.outcome;

  it("are 200 kB, 3 000 fields, and for JSON eight levels and 20 000 values", () => {
    expect(outcome(readPost(posted(`a=${"x".repeat(199_998)}`)))).toBe("read");
    expect(outcome(readPost(posted(`a=${"x".repeat(199_999)}`)))).toBe(413);
    expect(outcome(readPost(posted(Array.from({ length: 3_000 }, () => "a").join("&"))))).toBe("read");
    expect(outcome(readPost(posted(Array.from({ length: 3_001 }, () => "a").join("&"))))).toBe(413);
    const json = (value: unknown) => outcome(readJson(posted(JSON.stringify(value), "application/json")));
    expect(json({ a: [[[[[[["x"]]]]]]] })).toBe("read");
    expect(json({ a: [[[[[[[["x"]]]]]]]] })).toBe(413);
    expect(json({ a: Array.from({ length: 19_998 }, () => 1) })).toBe("read");
    expect(json({ a: Array.from({ length: 19_999 }, () => 1) })).toBe(413);
  });

  it("leave a name with several values as they came, and a value with an equals sign whole", () => {
    const read = readPost(posted("a=1&b=x%3Dy=z&a=&a&b+c=%C4%85"));
    expect(read.outcome === "read" && [...read.value]).toEqual([
      ["a", ["1", "", ""]],
      ["b", ["x=y=z"]],
      ["b c", ["ą"]],
    ]);
  });

  it("keep what is written with up to thirty marks on a letter", () => {
    const parsed = parseAnswer(form, { name: `a${"\u0335".repeat(30)}` });
    expect(parsed).toMatchObject({
      outcome: "valid",
      value: { values: { name: `a${"\u0335".repeat(30)}` } },
    });
    const cut = parseAnswer(form, { name: `a${"\u0335".repeat(31)}b` });
    expect(cut).toMatchObject({ outcome: "valid", value: { values: { name: `a${"\u0335".repeat(30)}b` } } });
  });
});
