import { arch, availableParallelism, cpus, totalmem } from "node:os";

/** How long a rehearsal took and where; nothing in it tells the machine's name or its folders. */
export interface Run {
  readonly wallSeconds: number;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly memoryGigabytes: number;
    readonly node: string;
    readonly platform: string;
  };
}

/** Describes this machine beside the seconds that a rehearsal took on it. */
export const describeRun = (wallSeconds: number): Run => ({
  wallSeconds: Math.round(wallSeconds * 1000) / 1000,
  machine: {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGigabytes: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    node: process.version,
    platform: `${process.platform} ${arch()}`,
  },
});
