import { expect, it } from "vitest";
import { amendment, application } from "../../../workflows/community-event/forms.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const plan = {
  ...{ title: "Atviros pamokos", about: "Apie pamokas", place: "Molėtai", hours: "6", capacity: "20" },
  ...{ heldOn: "2027-04-15", heldFrom: "10:00" },
};

const proposed = {
  ...{
    fullName: "Ona Onaitė",
    email: "ona@mokykla.example",
    school: "Molėtų gimnazija",
    town: "Molėtai",
    municipality: "Molėtų r.",
  },
  ...{ purpose: "event", sort: "exchange" },
};

it.each([
  [{ registeredFrom: "2027-04-15", registeredAtTime: "09:59" }, "valid"],
  [{ registeredFrom: "2027-04-15" }, "valid"],
  [{ registeredFrom: "2027-04-15", registeredAtTime: "10:00" }, "invalid"],
  [{ registeredFrom: "2027-04-16" }, "invalid"],
])(
  "registration from %o on is %s for an event that begins at ten on the 15th of April",
  async (said, outcome) => {
    const errors = [{ field: "registeredFrom", problem: "own.opensTooLate" }];
    const found = outcome === "valid" ? { outcome } : { outcome, errors };
    expect(parseAnswer(amendment, { ...plan, ...said })).toMatchObject(found);
    expect(parseAnswer(application, { ...proposed, ...plan, ...said })).toMatchObject(found);
  },
);

it("an hour at which registration opens is one of a day that is said, too", () => {
  expect(parseAnswer(amendment, { ...plan, registeredAtTime: "09:00" })).toMatchObject({
    outcome: "invalid",
    errors: [{ field: "registeredFrom", problem: "missing" }],
  });
  const both = { ...plan, registeredFrom: "2027-03-01", registeredAtTime: "09:00" };
  for (const said of [plan, both, { ...plan, registeredFrom: "2027-03-01" }])
    expect(parseAnswer(amendment, said)).toMatchObject({ outcome: "valid" });
});
