import { describe, expect, it } from "vitest";
import { countryFile } from "../../../../infra/local/facts/countries.ts";
import { countryNames, countryWords } from "../../../../workflows/kernel/facts/countries.ts";

describe("the names of countries", () => {
  it.each([
    ["LT", "Lietuva", "Lithuania"],
    ["FI", "Suomija", "Finland"],
    ["CZ", "Čekija", "Czechia"],
    ["GB", "Jungtinė Karalystė", "United Kingdom"],
  ])("%s is %s and %s", async (code, lt, en) => {
    expect(countryNames("lt")[code]).toBe(lt);
    expect(countryNames("en")[code]).toBe(en);
    const { default: words } = await countryWords.lt();
    expect(words[`list.countries.${code}`]).toBe(lt);
  });

  it.each(["lt", "en"] as const)(
    "are those of the Node that is pinned, in %s: else run npm run facts",
    (language) => {
      expect(countryNames(language)).toEqual(JSON.parse(countryFile(language)));
    },
  );
});
