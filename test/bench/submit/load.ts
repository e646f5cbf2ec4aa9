import { type Answered, type Browser, openBrowser } from "./browser.ts";

/** Who takes applications. */
export interface Site {
  /** As `http://localhost:4000`. */
  readonly url: string;
  /** Milliseconds of CPU that it has taken until now; `undefined` where that cannot be told. */
  readonly cpuMillis: () => number | undefined;
}

/** What many clients at once were answered. */
export interface Load {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds in which ninety-nine of a hundred were answered. */
  readonly p99: number;
  /** Of the site, for each answer. */
  readonly cpuMillis: number;
  /** How many were answered otherwise than they should, by status. */
  readonly failed: ReadonlyMap<number, number>;
}

/**
 * So many clients at a site, each of whom waits for its answer before it takes what is to be done next. `wanted` is the
 * status of an application that is taken.
 */
export async function load<Job>(
  { url, cpuMillis }: Site,
  clients: number,
  jobs: readonly Job[],
  work: (browser: Browser, job: Job) => Promise<Answered>,
  wanted: number,
): Promise<Load> {
  const browsers = Array.from({ length: clients }, () => openBrowser(url));
  const next = jobs.values();
  const answers: Answered[] = [];
  const [began, cpuBefore = Number.NaN] = [performance.now(), cpuMillis()];
  await Promise.all(
    browsers.map(async (browser) => {
      for (const job of next) answers.push(await work(browser, job));
    }),
  );
  const [seconds, cpu = Number.NaN] = [(performance.now() - began) / 1000, cpuMillis()];
  for (const browser of browsers) browser.close();
  const failed = new Map<number, number>();
  for (const { status } of answers) if (status !== wanted) failed.set(status, (failed.get(status) ?? 0) + 1);
  const times = answers.map(({ millis }) => millis).toSorted((a, b) => a - b);
  return {
    rate: answers.length / seconds,
    p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
    cpuMillis: (cpu - cpuBefore) / answers.length,
    failed,
  };
}
