import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEngine } from "../../../../infra/local/engine/engine.ts";
import { times } from "../../../thoroughness.ts";
import { type Story, storyOf, unordered } from "./story.ts";

const player = fileURLToPath(new URL("player.ts", import.meta.url));
const executions = 60;
const kills = times(3, 20);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-killed-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Plays until the end, or until it is killed after so many calls of functions and a moment. Gives what ended it. */
async function play(killAfter = Number.POSITIVE_INFINITY): Promise<number | string> {
  // As many calls as may have been made by the time that the signal is sent.
  const most = killAfter + 20;
  const child = spawn(process.execPath, [player, folder, String(executions), String(most)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let calls = 0;
  child.stdout.on("data", async (dots: Buffer) => {
    calls += dots.length;
    if (calls < killAfter) return;
    await setTimeout(Math.random() * 5);
    child.kill("SIGKILL");
  });
  const [code, signal] = await once(child, "close");
  return signal ?? code;
}

function stories(): Map<string, Story> {
  const engine = openEngine({
    journal: join(folder, "journal"),
    clock: { now: () => 0 },
    invoke: () => Promise.reject(new Error("everything has ended")),
  });
  const told = engine
    .listExecutions()
    .map(({ name, executionArn }) => [name, unordered(storyOf(engine, executionArn))] as const);
  return new Map(told);
}

test("a process killed at random moments, and started again each time, ends as one that was left alone", async () => {
  expect(await play()).toBe(0);
  const undisturbed = stories();
  rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "kelias-killed-"));

  for (let kill = 0; kill < kills; kill += 1) {
    expect(await play(1 + Math.floor(Math.random() * (executions / 3)))).toBe("SIGKILL");
  }
  expect(await play()).toBe(0);
  const killed = stories();

  expect(killed.size).toBe(executions);
  for (const [name, story] of undisturbed) {
    expect(story.status, name).toBe("SUCCEEDED");
    expect(killed.get(name), name).toEqual(story);
  }
});
