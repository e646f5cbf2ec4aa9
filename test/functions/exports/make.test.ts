import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { runJobs } from "../../../functions/events/run-jobs.ts";
import { saidOfQuery } from "../../../functions/exports/cases-file.ts";
import { fileKey, keptDays, orderedFile, orderFile } from "../../../functions/exports/order.ts";
import type { Ordered } from "../../../functions/store/export-item.ts";
import type { Line } from "../../../functions/store/line-item.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { keepManyLines } from "../many-lines.ts";

const ordered: Ordered = {
  callId: "demo",
  kind: "cases",
  format: "csv",
  language: "lt",
  said: saidOfQuery({ order: "submitted", isReversed: false }),
};
const count = 700;
/** A part is full after two pages of 300 cases, which have some 100 bytes each. */
const partBytes = 45_000;

let house: DemoHouse;
let lines: readonly Line[];
let id: string;
const start = "2027-01-20T08:00:00.000Z";
const later = (millis: number) => new Date(Date.parse(start) + millis).toISOString();
beforeEach(async () => {
  house = demoHouse(start);
  await publishCall(house, demoCall);
  lines = await keepManyLines(house, count, (index) => ({
    ...(index === 0 ? { name: "=HYPERLINK(1)" } : {}),
  }));
  id = await orderFile(house, ordered, count);
});

const run = (
  of: DemoHouse = house,
  context: Partial<typeof lambdaContext> = {},
  turn?: () => Promise<void>,
) => runJobs(of, { partBytes, ...(turn ? { turn } : {}) })({}, { ...lambdaContext, ...context });
const stored = async () => {
  const file = await orderedFile(house, "demo", id);
  if (!file) throw new Error("no file");
  return file;
};
const rowsOf = async (): Promise<string[][]> => {
  const made = house.files.finished.get(fileKey(await stored(), id));
  return parse(Buffer.from(made?.body ?? []).toString("utf8"), { bom: true });
};
const expectWhole = async () => {
  expect(await stored()).toMatchObject({ status: "ready", done: count, total: count });
  const [header, ...rows] = await rowsOf();
  expect(header?.slice(0, 3)).toEqual(["Paraiškos kodas", "Pareiškėjas", "Mokykla"]);
  expect(rows.map((row) => row[1])).toEqual(["'=HYPERLINK(1)", ...lines.slice(1).map(({ name }) => name)]);
};
const failing = (add: DemoHouse["files"]["add"]): DemoHouse => ({ ...house, files: { ...house.files, add } });
const outage = failing.bind(undefined, async () => {
  throw new Error("the store is out of order");
});

describe("a file that was ordered", () => {
  it("is made in parts, whole and in order, with nothing that a spreadsheet takes for a formula", async () => {
    expect(await stored()).toMatchObject({ status: "waiting", done: 0 });
    await run();
    await expectWhole();
    expect(house.files.added()).toBe(2);
    expect([...house.files.finished.values()][0]?.type).toBe("text/csv; charset=utf-8");
  });

  it("is the same file for whoever orders the same while it is made, and another for what differs", async () => {
    expect(await orderFile(house, ordered, count)).toBe(id);
    const [one, other] = await Promise.all([
      orderFile(house, { ...ordered, language: "en" }, count),
      orderFile(house, { ...ordered, language: "en" }, count),
    ]);
    expect(one).toBe(other);
    expect(one).not.toBe(id);
    expect(await house.table.query("exports#demo")).toHaveLength(2);
    expect(await stored()).toMatchObject({ making: 1 });
  });

  it("goes on from its last part after who made it was killed, and who was thought dead spoils nothing", async () => {
    let turns = 0;
    const { promise: frozen, resolve: thaw } = Promise.withResolvers<void>();
    const first = run(house, {}, () => (++turns === 2 ? frozen : Promise.resolve()));
    await expect.poll(() => turns).toBe(2);
    expect(await stored()).toMatchObject({ status: "making", added: 600, parts: [{ tag: "1" }] });
    // Nobody else takes it while it may be alive.
    await run();
    expect((await stored()).status).toBe("making");
    house.at(later(3 * 60_000));
    await run();
    await expectWhole();
    expect(house.files.added()).toBe(2);
    thaw();
    await first;
    await expectWhole();
  });

  it("goes on in the next run when there was no time for the whole", async () => {
    for (let runs = 0; (await stored()).status !== "ready"; runs++) {
      expect(runs).toBeLessThan(6);
      let looks = 0;
      // Time for the job and for two pages of lines.
      await run(house, { getRemainingTimeInMillis: () => (looks++ < 4 ? 900_000 : 1) });
    }
    await expectWhole();
  });

  it("is begun anew under another name when its parts are gone", async () => {
    const { finish } = house.files;
    const cut: DemoHouse = {
      ...house,
      files: {
        ...house.files,
        finish: async (...given) => {
          await finish(...given);
          throw new Error("killed before it was noted");
        },
      },
    };
    await run(cut);
    house.at(later(3 * 60_000));
    await run();
    await run();
    await expectWhole();
    expect(await stored()).toMatchObject({ making: 2 });
  });

  it("is given up after four tries, says so, and can be ordered again", async () => {
    for (let tries = 1; tries <= 4; tries++) {
      expect((await stored()).status).not.toBe("failed");
      await run(outage());
      house.at(later(tries * 3_600_000));
    }
    expect((await stored()).status).toBe("failed");
    await run();
    expect((await stored()).status).toBe("failed");
    expect(await orderFile(house, ordered, count)).toBe(id);
    await run();
    await expectWhole();
  });

  it("is kept for some days, and made anew when it is ordered again", async () => {
    await run();
    await run();
    await expectWhole();
    await orderFile(house, ordered, count);
    await run();
    expect([...house.files.finished.keys()]).toEqual([`exports/demo/${id}-2.csv`]);
    house.at(later(keptDays * 86_400_000 - 1));
    await run();
    await expectWhole();
    house.at(later(keptDays * 86_400_000 + 60_000));
    await run();
    expect(await orderedFile(house, "demo", id)).toBeUndefined();
    expect(house.files.finished.size).toBe(0);
    expect(await house.table.query("exports#demo")).toEqual([]);
  });

  it("is a workbook, too", async () => {
    const workbook = await orderFile(house, { ...ordered, format: "xlsx" }, count);
    await run();
    const made = house.files.finished.get(`exports/demo/${workbook}-1.xlsx`);
    expect(
      Buffer.from(made?.body ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(await orderedFile(house, "demo", workbook)).toMatchObject({ status: "ready", done: count });
  });

  it("fails where there is nothing to make it of", async () => {
    const minutes = await orderFile(house, { ...ordered, kind: "minutes", format: "pdf", said: "" }, 0);
    await run();
    expect(await orderedFile(house, "demo", minutes)).toMatchObject({ status: "failed" });
  });
});
