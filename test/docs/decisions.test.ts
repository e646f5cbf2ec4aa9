import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = "docs/decisions";
const files = readdirSync(folder).filter((name) => /^\d{4}-.+\.md$/.test(name));
const index = readFileSync(`${folder}/README.md`, "utf8");

/** What a decision's first line says: `# 8. What was decided (what the industry calls it)`. */
function firstLineOf(file: string) {
  const [, number, title, term] =
    /^# (\d+)\. (.+) \(([^()]+)\)$/.exec(readFileSync(`${folder}/${file}`, "utf8").split("\n", 1)[0] ?? "") ??
    [];
  return { number, title, term };
}

describe("decisions", () => {
  it.each(files)(
    "%s says in its first line its number, what was decided, and the industry's term",
    (file) => {
      expect(firstLineOf(file)).toEqual({
        number: String(Number(file.slice(0, 4))),
        title: expect.any(String),
        term: expect.any(String),
      });
    },
  );

  it.each(files)("%s stands in the index as it calls itself", (file) => {
    const { number, title, term } = firstLineOf(file);
    expect(index).toContain(`\n| [${number}](${file}) | ${title} | ${term} | `);
  });

  it("have an index that names nothing else", () => {
    const named = [...index.matchAll(/^\| \[\d+\]\(([^)]+)\)/gm)].map(([, file]) => file);
    expect(named.toSorted()).toEqual(files.toSorted());
  });

  it("are not given one number twice", () => {
    const numbers = files.map((file) => file.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)]);
  });
});

describe("links in the documents", () => {
  const documents = [
    "README.md",
    ...readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];

  it.each(documents)("of %s lead to files that exist", (document) => {
    const links = [...readFileSync(document, "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].flatMap(
      ([, to]) => (to === undefined || /^[a-z]+:/.test(to) ? [] : [to]),
    );
    const gone = links.filter((to) => !existsSync(new URL(to, `file:///${document}`).pathname.slice(1)));
    expect(gone).toEqual([]);
  });
});
