import * as fc from "fast-check";
import { expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import { fitting } from "./fitting.ts";

const endorsed = (await everyProcess()).flatMap(({ id, application }) =>
  // Whoever leads a school registers novices and mentors there, and may be one.
  application?.fields.principalEmail && id !== "first-year" ? [{ id, application }] : [],
);

it.each(endorsed)(
  "nobody who applies as for $id is their own principal, however it is written",
  ({ application }) => {
    const said = Object.fromEntries(
      Object.entries(application.fields).map(([name, field], place) => [
        name,
        fc.sample(fitting(field, place, name), { numRuns: 1, seed: 7 })[0],
      ]),
    );
    const as = (principalEmail: string) =>
      application.check({ ...said, email: "ona@mokykla.example", principalEmail });
    expect(as("Ona@Mokykla.example")).toContainEqual({ field: "principalEmail", problem: "sameAsOwn" });
    expect(as("vadovas@mokykla.example")).not.toContainEqual(
      expect.objectContaining({ field: "principalEmail" }),
    );
  },
);
