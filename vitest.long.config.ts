import { defineConfig } from "vitest/config";
import { shared } from "./vitest.config.ts";

/** What is long by nature: whole roads in the browser, thousands of random runs, processes that are killed. */
export default defineConfig({
  test: {
    ...shared,
    reporters: [...shared.reporters],
    include: ["test/**/*.long.test.ts", "test/**/*.random.test.ts"],
    provide: { thorough: true },
  },
});
