import type { House } from "../../house.ts";
import { couldBeCase, refOfCase } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";

/** So many cases at most are acted on at once: more than a list shows on a page. */
const mostAtOnce = 60;

/** The cases of a call that are named; whatever is no case of it is left out. */
export async function casesNamed(
  house: Pick<House, "table">,
  callId: string,
  ids: readonly string[],
): Promise<readonly LoadedCase[]> {
  const refs = [...new Set(ids)].slice(0, mostAtOnce).map(refOfCase).filter(couldBeCase);
  const found: LoadedCase[] = [];
  for (const ref of refs) {
    const loaded = await loadCase(house, ref);
    if (loaded?.head.callId === callId) found.push(loaded);
  }
  return found;
}
