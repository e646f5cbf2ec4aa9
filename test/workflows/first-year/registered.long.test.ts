import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { printNumber } from "../../../functions/certificates/number.ts";
import { openRowsOf } from "../../../functions/public/open-rows.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import accrediting from "../../../workflows/career-transition/example.json" with { type: "json" };
import example from "../../../workflows/first-year/example.json" with { type: "json" };
import { readExample } from "../../examples.ts";
import { filesOf } from "./play.ts";

/** A day on which Ona and Ieva of the example of career transitions are accredited. */
const day = "2028-06-01";

class Reached extends Error {}

it("a call may take no mentor but those who stand in the register of career transitions that day, under their own number", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kelias-registered-"));
  writeFileSync(join(folder, "secret"), "5".repeat(64));
  const { part } = await readExample(accrediting);
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const world = await openWorld(folder, openingOf(part.cast), ledger);
  try {
    await publishCall(world.house, part.cast.given);
    const untilThen = {
      ...world,
      advanceTo: async (instant: string) => {
        if (instant > day) throw new Reached();
        await world.advanceTo(instant);
      },
    };
    await play(untilThen, { parts: [part], ledger, onProgress: () => undefined }).catch((error: unknown) => {
      if (!(error instanceof Reached)) throw error;
    });
    await world.advanceTo(`${day}T08:00:00.000Z`);
    await world.settle();
    await world.house.keepLines();
    const numberOf = async (name: string) => {
      const line = part.cast.rows.find((row) => row.name === name)?.line ?? 0;
      const loaded = await loadCase(world.house, ledger.resultOf(part.call.id, line)?.ref ?? "");
      const [row] = loaded ? openRowsOf(loaded) : [];
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
    await world.close();
    rmSync(folder, { recursive: true });
  }
});
