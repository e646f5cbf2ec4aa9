import { expect, it } from "vitest";
import { amendment } from "../../../workflows/community-event/forms.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const plan = {
  ...{ title: "Atviros pamokos", about: "Apie pamokas", place: "Molėtai", hours: "6", capacity: "20" },
  ...{ heldOn: "2027-04-15", heldFrom: "10:00" },
};

it("an hour at which registration opens is one of a day that is said, too", () => {
  expect(parseAnswer(amendment, { ...plan, registeredAtTime: "09:00" })).toMatchObject({
    outcome: "invalid",
    errors: [{ field: "registeredFrom", problem: "missing" }],
  });
  const both = { ...plan, registeredFrom: "2027-03-01", registeredAtTime: "09:00" };
  for (const said of [plan, both, { ...plan, registeredFrom: "2027-03-01" }])
    expect(parseAnswer(amendment, said)).toMatchObject({ outcome: "valid" });
});
