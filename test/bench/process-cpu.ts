import { readFileSync } from "node:fs";
import { childrenOf } from "./product.ts";

/** Ticks of a process's CPU in a second, on every Linux. */
const ticksInSecond = 100;

/**
 * Milliseconds of CPU that a process has taken until now, with those of its children, also of those that have ended. On
 * Linux; elsewhere `undefined`.
 */
export function cpuMillisOf(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  // The second field is the command in parentheses, which may hold spaces.
  const [, rest = ""] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
  const [user, system, ofEndedUser, ofEndedSystem] = rest.split(" ").slice(11, 15).map(Number);
  const ticks = [user, system, ofEndedUser, ofEndedSystem].reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return childrenOf(pid).reduce(
    (sum, child) => sum + (cpuMillisOf(child) ?? 0),
    (ticks * 1000) / ticksInSecond,
  );
}
