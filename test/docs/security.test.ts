import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** How many requirements of levels 1 and 2 each section has, counted from 1 on [OWASP ASVS 5.0.0, its list as CSV]. */
const sections: Readonly<Record<string, number>> = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
};
const required = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);

const root = new URL("../../", import.meta.url);
const rows = readFileSync(new URL("docs/security.md", root), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, number, what, shown] = /^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
    return number && what && shown ? [{ number, what, shown }] : [];
  });

describe("docs/security.md", () => {
  it("names each of the 253 requirements of levels 1 and 2 once, and no other", () => {
    expect(required).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(required);
  });

  it("names tests that there are", () => {
    const named = rows.flatMap(({ shown }) =>
      [...shown.matchAll(/`(test\/[^`]+)`/g)].map(([, path = ""]) => path),
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  it("says for each without a test why that is", () => {
    const others = rows.filter(({ shown }) => !shown.includes("`test/"));
    expect(others.filter(({ shown }) => !/^(does not apply|left): .{5,}/.test(shown))).toEqual([]);
  });
});
