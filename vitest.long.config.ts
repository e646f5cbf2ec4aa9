import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** What is long by nature: whole roads in the browser, thousands of random runs, processes that are killed. */
export default mergeConfig(config, {
  test: {
    provide: { thorough: true },
    include: ["test/**/*.long.test.ts", "test/**/*.random.test.ts"],
    exclude: [],
  },
});
