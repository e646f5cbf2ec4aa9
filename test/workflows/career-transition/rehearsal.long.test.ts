import { describe, it } from "vitest";
import { itComesAsForetold } from "./seeds.ts";

describe("a hundred calls of career transitions by chance", () => {
  it.each(Array.from({ length: 100 }, (_, index) => 1000 + index))(
    "come to what the rules foretell, cell by cell (seed %d)",
    async (seed) => {
      await itComesAsForetold(seed, 12);
    },
  );
});
