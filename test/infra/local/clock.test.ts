import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { liveClock, stillClock } from "../../../infra/local/clock.ts";

const hour = 3_600_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-clock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, "clock.json");

describe("the clock of a running product", () => {
  test("goes with the machine's clock until it is moved, and on from there", () => {
    let machine = Date.parse("2026-11-23T08:00:00Z");
    const clock = liveClock(file(), () => machine);
    expect(clock.now()).toBe("2026-11-23T08:00:00.000Z");
    clock.moveTo(Date.parse("2026-12-01T05:00:00Z"));
    expect(clock.now()).toBe("2026-12-01T05:00:00.000Z");
    machine += hour;
    expect(clock.now()).toBe("2026-12-01T06:00:00.000Z");
  });

  test("is as far ahead after a restart as before, with the time that passed in between", () => {
    let machine = Date.parse("2026-11-23T08:00:00Z");
    liveClock(file(), () => machine).moveTo(Date.parse("2026-12-01T05:00:00Z"));
    machine += 2 * hour;
    expect(liveClock(file(), () => machine).now()).toBe("2026-12-01T07:00:00.000Z");
  });

  test("stands still, and does not go back, while the machine's clock is set back", () => {
    let machine = Date.parse("2026-11-23T08:00:00Z");
    const clock = liveClock(file(), () => machine);
    clock.now();
    machine -= hour;
    expect(clock.now()).toBe("2026-11-23T08:00:00.000Z");
    machine += 2 * hour;
    expect(clock.now()).toBe("2026-11-23T09:00:00.000Z");
  });

  test("does not go back when the machine's clock was set back between two runs", () => {
    let machine = Date.parse("2026-11-23T08:00:00Z");
    liveClock(file(), () => machine).keep();
    machine -= 24 * hour;
    expect(liveClock(file(), () => machine).now()).toBe("2026-11-23T08:00:00.000Z");
  });

  test("an instant that has passed moves nothing", () => {
    const clock = liveClock(file(), () => Date.parse("2026-11-23T08:00:00Z"));
    clock.moveTo(Date.parse("2026-11-23T07:00:00Z"));
    expect(clock.now()).toBe("2026-11-23T08:00:00.000Z");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("the clock of a rehearsal", () => {
  test("stands still until it is moved", () => {
    const clock = stillClock("2027-01-01T00:00:00.000Z");
    expect(clock.millis()).toBe(clock.millis());
    clock.moveTo(Date.parse("2027-06-01T00:00:00Z"));
    expect(clock.now()).toBe("2027-06-01T00:00:00.000Z");
    clock.moveTo(Date.parse("2027-02-01T00:00:00Z"));
    expect(clock.now()).toBe("2027-06-01T00:00:00.000Z");
  });

  test("goes on where it stood when the process was killed", () => {
    const clock = stillClock("2027-01-01T00:00:00.000Z", file());
    for (const day of ["2027-03-01", "2027-05-01", "2027-06-01"])
      clock.moveTo(Date.parse(`${day}T00:00:00Z`));
    expect(stillClock("2027-01-01T00:00:00.000Z", file()).now()).toBe("2027-06-01T00:00:00.000Z");
  });

  test("is written down whole at whatever length", () => {
    const early = stillClock("1999-01-01T00:00:00.000Z", file());
    early.keep();
    for (const day of ["2000-01-01", "2027-06-01", "2300-01-01"])
      early.moveTo(Date.parse(`${day}T00:00:00Z`));
    expect(stillClock("1999-01-01T00:00:00.000Z", file()).now()).toBe("2300-01-01T00:00:00.000Z");
  });
});
