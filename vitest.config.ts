import { defineConfig } from "vitest/config";

/**
 * Test files share no state, so a worker loads the product once and not anew for each (`isolate: false`). Limits are
 * there for what hangs, not for what is slow on a busy machine.
 */
export const shared = {
  pool: "threads",
  isolate: false,
  maxWorkers: "100%",
  testTimeout: 300_000,
  hookTimeout: 300_000,
  reporters: ["default", "./test/slowest-files.ts"],
} as const;

export default defineConfig({
  test: {
    ...shared,
    reporters: [...shared.reporters],
    provide: { thorough: false },
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/**/*.long.test.ts", "test/**/*.alone.test.ts"],
        },
      },
      // These put something else in the place of a module, which no other file may meet.
      { extends: true, test: { name: "alone", include: ["test/**/*.alone.test.ts"], isolate: true } },
    ],
  },
});
