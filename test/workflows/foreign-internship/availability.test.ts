import { expect, it } from "vitest";
import { checkAvailability } from "../../../workflows/foreign-internship/forms.ts";

const call = {
  hosts: {
    IE: { starts: "2027-04-05", ends: "2027-04-09" },
    FI: { starts: "2027-05-03", ends: "2027-05-07" },
  },
};

it.each<[string, object, string | undefined]>([
  ["says nothing of days", { countries: ["IE"] }, undefined],
  [
    "can go on exactly these days",
    { countries: ["IE"], availableFrom: "2027-04-05", availableTo: "2027-04-09" },
    undefined,
  ],
  ["can go to the second choice alone", { countries: ["IE", "FI"], availableFrom: "2027-05-01" }, undefined],
  ["comes a day too late", { countries: ["IE"], availableFrom: "2027-04-06" }, "availableFrom"],
  ["has to leave a day too early", { countries: ["IE"], availableTo: "2027-04-08" }, "availableTo"],
  [
    "is free between the two stays",
    { countries: ["IE", "FI"], availableFrom: "2027-04-10", availableTo: "2027-05-02" },
    "availableTo",
  ],
  [
    "is free when only another country takes interns in",
    { countries: ["IE"], availableFrom: "2027-05-01" },
    "availableFrom",
  ],
])("whoever %s", (_who, said, field) => {
  expect(checkAvailability(call, { ...said })).toEqual(
    field ? [{ field, problem: "own.fitsNoCountry" }] : [],
  );
});
