import { expect, it } from "vitest";
import * as z from "zod";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { printNumber } from "../../../functions/certificates/number.ts";
import { casePath } from "../../../functions/links.ts";
import { openRowsOf } from "../../../functions/public/open-rows.ts";
import { factsFor } from "../../../functions/reading/facts.ts";
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
    const [status, stored] = await registers("Ona Onaitė", own);
    expect(status).toBe(201);

    // Who was accredited reads the number to name on the own page, and who looks at the registration reads it there.
    const pageOf = async (ref: string) => {
      const target = `${casePath(world.house.config.linkSecret, ref)}/public?lang=lt`;
      const page = { method: "GET", target, headers: { host: ["127.0.0.1"] }, body: Buffer.alloc(0) };
      return Buffer.from((await world.asked(page)).body).toString("utf8");
    };
    const accredited = await caseOf("Ona Onaitė");
    expect(await pageOf(accredited.head.pk)).toContain(own);
    const { ref } = z.object({ ref: z.string() }).parse(JSON.parse(String(stored)));
    const registered = await loadCase(world.house, ref);
    expect(registered && factsFor("coordinator", registered)).toContainEqual(
      expect.objectContaining({ values: expect.objectContaining({ registerNumber: own }) }),
    );
  } finally {
    await close();
  }
});
