import { expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { enterAs } from "../web/enter.ts";

/** The coordinator's row in the list of everybody, where that many calls have her. */
async function rowWith(calls: number): Promise<string> {
  const house = demoHouse();
  for (let number = 1; number <= calls; number++)
    await publishCall(house, {
      ...demoCall,
      id: `call-${number}`,
      title: { lt: `Kvietimas ${number}`, en: `Call ${number}` },
    });
  const coordinator = await enterAs(house, demoCall.staff.coordinator.email);
  const { body } = await coordinator.get(paths.consolePeople());
  const row = body.split("<tr").find((one) => one.includes(demoCall.staff.coordinator.email)) ?? "";
  for (let number = 1; number <= calls; number++)
    expect(row).toContain(`href="${paths.peopleOfCall(`call-${number}`)}"`);
  return row;
}

it("says of whoever works in three calls which those are", async () => {
  expect(await rowWith(3)).not.toContain("<details");
});

it("says of whoever works in more in how many, and names them below that", async () => {
  const row = await rowWith(4);
  expect(row).toMatch(/<summary[^>]*>.*Programos koordinatorius: 4 kvietimai.*<\/summary>/);
  expect(row.match(/<details/g)).toHaveLength(1);
});
