import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../../../infra/local/rehearse/arguments.ts";

describe("the arguments of a rehearsal", () => {
  it("may all be left out: the shipped call and people are played", () => {
    const read = readArguments([], "/somewhere");
    expect(read).toMatchObject({ outcome: "read", value: { out: "/somewhere/rehearsal", seed: 1 } });
    const plays = read.outcome === "read" ? read.value.plays : undefined;
    expect(Object.values(plays ?? {}).map((path) => existsSync(path))).toEqual([true, true]);
  });

  it("name files beside the person who asks", () => {
    const given = ["--call", "c.json", "--people=/other/p.csv", "--out", "../found", "--seed", "42"];
    expect(readArguments(given, "/somewhere/here")).toEqual({
      outcome: "read",
      value: {
        plays: { call: "/somewhere/here/c.json", people: "/other/p.csv" },
        out: "/somewhere/found",
        seed: 42,
      },
    });
  });

  it("name a process whose example is written beside what comes of it, and played", () => {
    expect(readArguments(["--example", "supervision", "--out", "tried"], "/somewhere")).toEqual({
      outcome: "read",
      value: {
        example: "supervision",
        plays: { call: "/somewhere/tried/call.json", people: "/somewhere/tried/people.csv" },
        out: "/somewhere/tried",
        seed: 1,
      },
    });
  });

  it("name a folder of calls, beside which stands what comes of them", () => {
    expect(readArguments(["--programme", "years"], "/somewhere")).toEqual({
      outcome: "read",
      value: { plays: { programme: "/somewhere/years" }, out: "/somewhere/years", seed: 1 },
    });
  });

  it.each([
    [["--programme", "years", "--call", "c.json"], "--programme plays every call of a folder"],
    [["--example", "supervision", "--call", "c.json"], "--example brings its own call and people"],
    [["--peple", "p.csv"], "'--peple'"],
    [["people.csv"], "'people.csv'"],
    [["--out"], "'--out <value>' argument missing"],
    [["--call", "--people", "p.csv"], "'--call"],
    [["--out="], "--out needs a value"],
    [["--seed", "one"], '--seed: expected a whole number from 0 to 999999999, found "one"'],
    [["--seed", "1.5"], 'found "1.5"'],
    [["--seed=-1"], 'found "-1"'],
  ])("%j is refused, with what is wrong and how to ask", (given, wrong) => {
    const read = readArguments(given, "/somewhere");
    expect(read.outcome).toBe("faulty");
    const [what, how] = read.outcome === "faulty" ? read.faults : [];
    expect(what).toContain(wrong);
    expect(how).toContain("npm run -s rehearse --");
  });
});
