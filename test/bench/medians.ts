/** The middle value; of an even number the upper one of the two in the middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * The median milliseconds of CPU of each contestant, in the order given. They take turns, so that a bad moment of a
 * shared machine meets all of them; the first turn, in which code is compiled, does not count.
 */
export function takingTurns(contestants: readonly (() => unknown)[], runs: number): number[] {
  const times = contestants.map((): number[] => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, work] of contestants.entries()) {
      const millis = cpuMillis(work);
      if (run > 0) times[index]?.push(millis);
    }
  }
  return times.map(median);
}

function cpuMillis(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
