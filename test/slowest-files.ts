import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const shown = 10;

/** Says at the end of a run which files took longest: seconds of their tests with what sets them up, and of their loading. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules
      .map((module) => {
        const { duration, collectDuration, setupDuration } = module.diagnostic();
        return {
          file: relative(process.cwd(), module.moduleId),
          duration,
          loading: collectDuration + setupDuration,
        };
      })
      .toSorted((a, b) => b.duration + b.loading - (a.duration + a.loading))
      .slice(0, shown)
      .map(
        ({ file, duration, loading }) => `  ${seconds(duration)} s, loaded in ${seconds(loading)} s  ${file}`,
      );
    process.stdout.write(`\n The ${lines.length} slowest files\n${lines.join("\n")}\n`);
  }
}

const seconds = (millis: number): string => (millis / 1000).toFixed(1).padStart(6);
