import { describe, expect, it } from "vitest";
import { countries } from "../../../../infra/local/facts/towns.ts";
import { findTownAbroad, knownCountries } from "../../../../workflows/kernel/facts/towns-abroad.ts";

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

/** Degrees of latitude and longitude, WGS 84, to a tenth: from an atlas, not from the data. */
const capitals: Readonly<Record<string, readonly [name: string, latitude: number, longitude: number]>> = {
  AT: ["Wien", 48.2, 16.4],
  BE: ["Bruxelles", 50.8, 4.4],
  BG: ["Sofia", 42.7, 23.3],
  CH: ["Bern", 46.9, 7.4],
  CY: ["Nicosia", 35.2, 33.4],
  CZ: ["Praha", 50.1, 14.4],
  DE: ["Berlin", 52.5, 13.4],
  DK: ["København", 55.7, 12.6],
  EE: ["Tallinn", 59.4, 24.8],
  ES: ["Madrid", 40.4, -3.7],
  FI: ["Helsinki", 60.2, 24.9],
  FR: ["Paris", 48.9, 2.4],
  GB: ["London", 51.5, -0.1],
  GR: ["Athens", 38.0, 23.7],
  HR: ["Zagreb", 45.8, 16.0],
  HU: ["Budapest", 47.5, 19.0],
  IE: ["Dublin", 53.3, -6.3],
  IS: ["Reykjavík", 64.1, -21.9],
  IT: ["Roma", 41.9, 12.5],
  LI: ["Vaduz", 47.1, 9.5],
  LT: ["Vilnius", 54.7, 25.3],
  LU: ["Luxembourg", 49.6, 6.1],
  LV: ["Rīga", 56.9, 24.1],
  MT: ["Valletta", 35.9, 14.5],
  NL: ["Amsterdam", 52.4, 4.9],
  NO: ["Oslo", 59.9, 10.8],
  PL: ["Warszawa", 52.2, 21.0],
  PT: ["Lisboa", 38.7, -9.1],
  RO: ["București", 44.4, 26.1],
  SE: ["Stockholm", 59.3, 18.1],
  SI: ["Ljubljana", 46.1, 14.5],
  SK: ["Bratislava", 48.1, 17.1],
};

it("the countries that are known are those the data are made for, and each has a capital in the atlas", () => {
  expect(knownCountries).toEqual(countries);
  expect(Object.keys(capitals)).toEqual(countries);
});

it.each(Object.entries(capitals))("the capital of %s lies where the atlas has it", async (country, of) => {
  const [name, latitude, longitude] = of;
  const found = await findTownAbroad(country, name);
  if (found.outcome !== "found") throw new Error(`${name} is not found`);
  expect(Math.abs(found.town.latitude - latitude)).toBeLessThan(0.15);
  expect(Math.abs(found.town.longitude - longitude)).toBeLessThan(0.15);
});
