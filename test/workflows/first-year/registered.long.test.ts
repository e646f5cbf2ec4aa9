import { expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { printNumber } from "../../../functions/certificates/number.ts";
import { openRowsOf } from "../../../functions/public/open-rows.ts";
import accrediting from "../../../workflows/career-transition/example.json" with { type: "json" };
import example from "../../../workflows/first-year/example.json" with { type: "json" };
import { readExample } from "../../examples.ts";
import { lived } from "../../lived.ts";
import { filesOf } from "./play.ts";

it("a call may take no mentor but those who stand in the register of career transitions that day, under their own number", async () => {
  const { world, until, caseOf, close } = await lived(accrediting);
  try {
    // Ona and Ieva are accredited then.
    await until("2028-06-01");
    await world.house.keepLines();
    const numberOf = async (name: string) => {
      const [row] = openRowsOf(await caseOf(name));
      return printNumber(row?.number ?? "");
    };

    const files = filesOf({ ...example.call, closes: "2028-12-31T23:59" }, example.people);
    const { cast } = (await readExample(files)).part;
    const rules = { ...Object(cast.given.rules), registered: true };
    await publishCall(world.house, { ...cast.given, rules });
    let sent = 0;
    const registers = async (fullName: string, registerNumber?: string) => {
      sent += 1;
      const { status, body } = await world.request(
        "POST",
        "/api/calls/pavyzdys/applications",
        {
          ...{ registers: "mentor", fullName, email: `mentor${sent}@mokykla.example`, position: "teacher" },
          ...{
            schoolCode: "100000000",
            principalName: "Nida Naujienė",
            principalEmail: "nida@mokykla.example",
          },
          ...{ years: 9, capacity: 1, ...(registerNumber === undefined ? {} : { registerNumber }) },
        },
        { "idempotency-key": `registers-somebody-${sent}` },
      );
      return [status, JSON.stringify(body)];
    };
    const isWrong = (problem: string) => [
      422,
      expect.stringContaining(`"registerNumber","problem":"${problem}"`),
    ];
    const own = await numberOf("Ona Onaitė");
    expect(await registers("Ona Onaitė")).toEqual(isWrong("missing"));
    expect(await registers("Ona Onaitė", await numberOf("Ieva Ievaitė"))).toEqual(isWrong("notInRegister"));
    expect(await registers("Ona Onaitė", "1234-5678-9012-3456-7890")).toEqual(isWrong("notInRegister"));
    expect(await registers("Ona Onaitė", own)).toEqual([201, expect.any(String)]);
  } finally {
    await close();
  }
});
