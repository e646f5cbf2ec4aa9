import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countries, townFiles } from "../../../infra/local/facts/towns.ts";
import { findTownAbroad, knownCountries } from "../../../workflows/facts/towns-abroad.ts";

describe("a town abroad is found", () => {
  it.each([
    ["IE", "Dublin", "Dublin"],
    ["IE", "Dún Laoghaire", "Dún Laoghaire"],
    ["SI", "koper", "Koper"],
    ["ES", "Sevilla", "Sevilla"],
    ["ES", "Seville", "Sevilla"],
    ["NO", "Tromso", "Tromsø"],
    ["FI", "Helsingfors", "Helsinki"],
    ["FI", "Ivalo", "Ivalo"],
    ["DE", "München", "Munich"],
    ["LT", "Zarasai", "Zarasai"],
  ])("in %s by %s: %s", async (country, written, name) => {
    expect(await findTownAbroad(country, written)).toMatchObject({ outcome: "found", town: { name } });
  });

  it("the one with more people, where two have one name", async () => {
    expect(await findTownAbroad("DE", "Frankfurt")).toMatchObject({ town: { name: "Frankfurt am Main" } });
    expect(await findTownAbroad("GB", "Newport")).toMatchObject({ town: { latitude: 51.588 } });
  });
});

it("a town abroad that is unknown comes with what looks alike", async () => {
  const unknown = await findTownAbroad("FI", "Helsinkki");
  expect(unknown).toEqual({ outcome: "unknown", nearest: ["Helsinki"] });
});

it.each(["US", "lt", "constructor", ""])("for %j there are no data", async (country) => {
  await expect(findTownAbroad(country, "Boston")).rejects.toThrow("no towns are known for the country");
});

it("the files of towns are what the pinned table of GeoNames says today: else run npm run facts", () => {
  expect(knownCountries).toEqual(countries);
  for (const [country, file] of townFiles()) {
    const stored = new URL(`../../../workflows/facts/towns/${country}.json`, import.meta.url);
    expect(readFileSync(stored, "utf8") === file, country).toBe(true);
  }
});
