import { afterEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { tally } from "../../../functions/lines/tally.ts";
import { figuresKey, headKey, refOfCall } from "../../../functions/store/keys.ts";
import { machineOf } from "../../../infra/local/machines.ts";
import { strandedInTable } from "../../../infra/versions/account.ts";
import { sentenceOn } from "../../../infra/versions/compare.ts";
import { processOf } from "../../../workflows/catalogue.ts";
import { demoCall, demoHouse } from "../../functions/demo-house.ts";
import { renamed } from "../../versions/changed.ts";
import { putBack, releaseOf } from "../../versions/release.ts";
import { openStage } from "../local/stage.ts";
import { typed } from "./typed-command.ts";

afterEach(putBack);

const unsaid = (from: string, to: string) =>
  releaseOf("foreign-internship", (process) => renamed(process, from, to, {}));

describe("kelias -- check, on a data folder", () => {
  it("names each state that is no state any more, who stands there, and the line to write", async () => {
    const stage = await openStage();
    await stage.apply("pirma@mokykla.example", 90);
    await stage.apply("antra@mokykla.example", 85);
    await stage.startAnew(async () => {
      const environment = { KELIAS_DATA: stage.folder };
      expect(await typed(["check"], environment)).toEqual({
        code: 0,
        said: ["every case that runs can go on by the processes of this release"],
        told: [],
      });
      await unsaid("endorsement", "support");
      expect(await typed(["check"], environment)).toEqual({
        code: 1,
        said: [],
        told: [
          'foreign-internship: 2 cases stand in "endorsement", which is no state any more; write into its process: moved: { endorsement: "support" }',
        ],
      });
      putBack();
    });
    await stage.close();
  });
});

describe("on AWS, from the table and the machines that are deployed", () => {
  it("counts where cases stand by the figures of their call, and where they can still come", async () => {
    const house = demoHouse();
    await publishCall(house, demoCall);
    await house.table.change(headKey(refOfCall("demo")), { remove: ["toStart", "pending", "pendingAt"] });
    await house.table.put({
      ...figuresKey("demo"),
      figures: {
        ...tally(house.clock.now()).figures(),
        cases: 8,
        stages: [
          { key: "plan", state: "plan", ended: false, count: 3 },
          { key: "advance", state: "advance", ended: false, count: 2 },
          { key: "ended.plan", state: "plan", ended: true, count: 3 },
        ],
      },
    });
    const { definition } = machineOf(await processOf("foreign-internship"));
    const deployed = async (process: string) => (process === "foreign-internship" ? definition : undefined);
    expect(await strandedInTable(house, deployed)).toEqual([]);
    await unsaid("plan", "programme");
    expect((await strandedInTable(house, deployed)).map(sentenceOn)).toEqual([
      'foreign-internship: 3 cases stand in "plan", which is no state any more; write into its process: moved: { plan: "programme" }',
    ]);
    putBack();
    await unsaid("report", "account");
    expect((await strandedInTable(house, deployed)).map(sentenceOn)).toEqual([
      'foreign-internship: 5 cases can still come to "report", which is no state any more; write into its process: moved: { report: "account" }',
    ]);
  });
});
