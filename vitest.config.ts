import { defineConfig } from "vitest/config";

/**
 * Test files share no state, so a worker loads the product once and not anew for each (`isolate: false`). Limits are
 * there for what hangs, not for what is slow on a busy machine.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/**/*.long.test.ts"],
    pool: "threads",
    isolate: false,
    maxWorkers: "100%",
    provide: { thorough: false },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ["default", "./test/slowest-files.ts"],
  },
});
