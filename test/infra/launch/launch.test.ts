import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const launchOn = (version: string) => {
  const pretend = `Object.defineProperty(process.versions, "node", { value: "${version}" });`;
  return spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(pretend)}`,
      "infra/launch/launch.js",
      "infra/local/start.ts",
    ],
    { encoding: "utf8" },
  );
};

test.each(["20.19.0", "22.12.0", "8.17.0"])("Node %s is told to be too old, with what to do", (version) => {
  const { status, stderr } = launchOn(version);
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(`needs Node 24 or newer, and this is ${version}`);
  expect(stderr).toContain("npm ci && npm start");
});
