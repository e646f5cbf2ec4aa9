/** CPU milliseconds (user and system) of a piece of work: the median of several times, after one that is not counted. */
export async function cpuOf(work: () => Promise<unknown>, times = 3): Promise<number> {
  const first = await once(work);
  // What takes seconds is told by two.
  const more = first > 1000 ? 1 : times;
  const all: number[] = [];
  for (let time = 0; time < more; time++) all.push(await once(work));
  return median(all);
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
