import { expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "./enter.ts";
import { visitor } from "./visitor.ts";

const isCompact = (body: string): boolean => /<html[^>]*class="[^"]*kelias-compact/.test(body);

it("staff have rows that stand close, until they ask for more room, which is kept", async () => {
  const house = demoHouse();
  await publishCall(house, demoCall);
  const staff = visitor(house);
  await staff.post(enterPath(house.config.linkSecret, demoCall.staff.coordinator.email, 2_000_000_000));
  expect(isCompact((await staff.get("/console/calls")).body)).toBe(true);
  const roomy = await staff.get("/console/calls?density=roomy");
  expect(isCompact(roomy.body)).toBe(false);
  expect(roomy.body).toContain("?density=compact");
  expect(isCompact((await staff.get("/console/cases")).body)).toBe(false);
  await staff.get("/console/cases?density=compact");
  expect(isCompact((await staff.get("/console/calls")).body)).toBe(true);
});

it("whoever comes once reads at ease", async () => {
  const { body } = await visitor(demoHouse()).get("/?density=compact");
  expect(isCompact(body)).toBe(false);
});

it("staff find the menu at one place, however wide the page is", async () => {
  const house = demoHouse();
  await publishCall(house, demoCall);
  const staff = visitor(house);
  await staff.post(enterPath(house.config.linkSecret, demoCall.staff.coordinator.email, 2_000_000_000));
  const frameOf = (body: string): string | undefined => /class="([^"]*) kelias-menu__row"/.exec(body)?.[1];
  const [list, words] = [await staff.get("/console/calls"), await staff.get("/console/stuck")];
  expect(frameOf(list.body)).toBe("govuk-width-container kelias-wide");
  expect(frameOf(words.body)).toBe(frameOf(list.body));
  // What is read in lines stays as narrow as it is for everybody.
  expect(list.body).not.toContain("kelias-measure");
  expect(words.body).toMatch(/<div class="kelias-measure"><main/);
});
