import { spawn } from "node:child_process";
import { type Budget, type Measure, row } from "./report.ts";

const ordinary: Budget = {
  text: "≤ 3 min",
  most: 3,
  limitedBy: "the slowest files are named at the end of a run; most of their time goes into whole roads.",
};
const together: Budget = {
  text: "≤ 15 min",
  most: 15,
  limitedBy: "whole roads in the browser and thousands of random runs.",
};

/** Minutes of `npm test`; when there is time, with `npm run test:long`. Fails when a test does. */
export const measure: Measure = async ({ isLong }) => {
  const short = await minutesOf("test");
  const rows = [row("npm test", inMinutes(short), short, ordinary)];
  if (!isLong) return { rows, notes: [] };
  const both = short + (await minutesOf("test:long"));
  return {
    rows: [...rows, row("npm test and npm run test:long", inMinutes(both), both, together)],
    notes: [],
  };
};

const inMinutes = (minutes: number): string => `${minutes.toFixed(1)} min`;

async function minutesOf(script: string): Promise<number> {
  const began = performance.now();
  const npm = spawn("npm", ["run", script], { stdio: ["ignore", process.stderr, process.stderr] });
  const code = await new Promise((resolve, reject) => {
    npm.on("error", reject);
    npm.on("close", resolve);
  });
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}`);
  return (performance.now() - began) / 60_000;
}
