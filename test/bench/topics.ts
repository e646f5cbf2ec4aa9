import type { Measure } from "./report.ts";

interface Topic {
  readonly title: string;
  /** Loads the topic's module, which is only loaded where it is measured. */
  readonly load: () => Promise<{ readonly measure: Measure }>;
}

/** What `npm run bench` measures, in the order of `docs/performance.md`. */
export const topics: ReadonlyMap<string, Topic> = new Map<string, Topic>([
  ["bundle", { title: "A function's first answer", load: () => import("./bundle.bench.ts") }],
  ["submit", { title: "An application is sent", load: () => import("./submit.bench.ts") }],
  ["seats", { title: "Seats of an event", load: () => import("./seats.bench.ts") }],
  ["ranking", { title: "Ranking with quotas and a reserve list", load: () => import("./ranking.bench.ts") }],
  ["pages", { title: "Pages of the console", load: () => import("./pages.bench.ts") }],
  ["used-pages", { title: "The ten most used pages", load: () => import("./used-pages.bench.ts") }],
  [
    "call-steps",
    { title: "Steps of a call that see all its cases", load: () => import("./call-steps.bench.ts") },
  ],
  ["sweep", { title: "A million applications on a deadline day", load: () => import("./sweep.bench.ts") }],
  ["engine", { title: "The embedded engine", load: () => import("./engine.bench.ts") }],
  ["rehearsal", { title: "The rehearsal of a call", load: () => import("./rehearsal.bench.ts") }],
  ["start", { title: "npm start", load: () => import("./start.bench.ts") }],
  ["tests", { title: "npm test", load: () => import("./tests.bench.ts") }],
]);
