import { figuresKey } from "../../../functions/store/keys.ts";
import type { Stage } from "./stage.ts";

/** Has the figures of the stage's call say that it has thousands of cases, until they are counted again. */
export async function pretendThousands({ world: { house } }: Stage): Promise<void> {
  await house.keepLines();
  const item = await house.table.get(figuresKey("demo"));
  await house.table.change(figuresKey("demo"), {
    set: { figures: { ...Object(item?.figures), cases: 5000 } },
  });
}
