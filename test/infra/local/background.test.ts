import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Background, openBackground } from "../../../infra/local/background.ts";

let requests = 0;
let background: Background;
let begun: number[];
const begin = (pieces: number): void => {
  for (let n = 1; n <= pieces; n++) void background.turn().then(() => begun.push(n));
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setImmediate"] });
  requests = 0;
  begun = [];
  background = openBackground(() => requests);
});
afterEach(() => {
  vi.useRealTimers();
});

test("in virtual time nothing waits: all begin at once", async () => {
  requests = 1;
  begin(3);
  await Promise.resolve();
  expect(begun).toEqual([1, 2, 3]);
});

describe("beside requests", () => {
  beforeEach(() => background.giveWay());

  test("pieces begin in their order, one in each turn of the loop, so that a request gets in between", async () => {
    begin(3);
    for (const expected of [[1], [1, 2], [1, 2, 3]]) {
      await vi.advanceTimersToNextTimerAsync();
      expect(begun).toEqual(expected);
    }
  });

  test("one begins in 50 ms while somebody waits for an answer, however many wait, and all go on after that", async () => {
    requests = 64;
    begin(100);
    await vi.advanceTimersByTimeAsync(1000);
    expect(begun).toHaveLength(20);
    requests = 0;
    await vi.advanceTimersByTimeAsync(50 + 80);
    expect(begun).toHaveLength(100);
  });

  test("what comes when everything has begun is let in as well", async () => {
    begin(1);
    await vi.advanceTimersByTimeAsync(10);
    begin(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(begun).toEqual([1, 1]);
  });
});
