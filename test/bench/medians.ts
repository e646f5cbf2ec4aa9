/** The middle value; of an even number the upper one of the two in the middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * The milliseconds of CPU of each contestant's best turn, in the order given. On a shared machine others push what a turn needs out of
 * the caches, which makes some turns dearer and none cheaper, and not each contestant's alike: medians went from 1.2 to 1.6 by that
 * alone. They take turns, so that a quiet moment meets all of them; the first turn, in which code is compiled, does not count.
 */
export function takingTurns(contestants: readonly (() => unknown)[], runs: number): number[] {
  const times = contestants.map((): number[] => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, work] of contestants.entries()) {
      const millis = cpuMillis(work);
      if (run > 0) times[index]?.push(millis);
    }
  }
  return times.map((turns) => Math.min(...turns));
}

/** Of the thread that does the work: others collect its garbage and compile beside it when they come to. */
function cpuMillis(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
