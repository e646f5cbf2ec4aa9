import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

const flushes = 200;

/** How long the disk of a folder takes to keep some kilobytes for good: milliseconds, half and 99 of 100 within. */
export function flushMillis(folder: string): { readonly p50: number; readonly p99: number } {
  const file = openSync(join(folder, "flush"), "w");
  const times = Array.from({ length: flushes }, () => {
    writeSync(file, Buffer.alloc(16_384, 1));
    const began = performance.now();
    fdatasyncSync(file);
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
  closeSync(file);
  const within = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  return { p50: within(0.5), p99: within(0.99) };
}
