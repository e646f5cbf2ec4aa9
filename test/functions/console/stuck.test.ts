import { describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

/** A house in which something is out of order, and the sweeper has tried for an hour. */
async function triedInVain(outOfOrder: (house: ReturnType<typeof demoHouse>) => void) {
  const house = demoHouse();
  await publishCall(house, demoCall);
  outOfOrder(house);
  await submitApplication(house, { callId: "demo", language: "lt", raw: demoApplication, draftId: "d" });
  for (let minute = 0; minute < 60; minute++) {
    house.at(new Date(Date.parse("2027-01-10T08:00:00.000Z") + minute * 60_000).toISOString());
    await sweeper(house)({}, lambdaContext);
  }
  const coordinator = visitor(house);
  await coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
  return { house, coordinator };
}
/** What the first line's form would send. */
const fieldsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );

describe("what does not leave the table", () => {
  it("a mail that cannot be sent is shown after some tries, and goes out once when it is tried again", async () => {
    const { house, coordinator } = await triedInVain((broken) => broken.mailSays("outage"));
    const { text, body } = await coordinator.get(paths.stuck());
    expect(text).toContain("Laiško nepavyksta išsiųsti.");
    const fields = fieldsIn(body);
    expect((await coordinator.post(paths.tryAgain(), fields)).status).toBe(303);
    await sweeper(house)({}, lambdaContext);
    expect(house.sent).toEqual([]);
    house.mailSays("sent");
    await Promise.all([
      coordinator.post(paths.tryAgain(), fields),
      coordinator.post(paths.tryAgain(), fields),
    ]);
    await sweeper(house)({}, lambdaContext);
    expect(house.sent).toHaveLength(1);
    expect((await coordinator.post(paths.tryAgain(), fields)).status).toBe(303);
    await sweeper(house)({}, lambdaContext);
    expect(house.sent).toHaveLength(1);
    expect((await coordinator.get(paths.stuck())).text).toContain("Nieko užstrigusio nėra.");
  });

  it("a road that cannot be started is shown, and begins when it is tried again", async () => {
    const { house, coordinator } = await triedInVain((broken) => broken.engineSays("outage"));
    const { text, body } = await coordinator.get(paths.stuck());
    expect(text).toContain("Eiga dar nepradėta: jos nepavyksta paleisti.");
    expect(house.started).toHaveLength(1);
    house.engineSays("delivered");
    await coordinator.post(paths.tryAgain(), fieldsIn(body));
    await sweeper(house)({}, lambdaContext);
    expect(house.started).toHaveLength(2);
    expect((await coordinator.get(paths.stuck())).text).toContain("Nieko užstrigusio nėra.");
  });
});
