import type { House } from "../../house.ts";
import { couldBeCase, refOfCase } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";

/** So many cases at most are acted on at once: a whole call of a usual size, within the time that a page has. */
export const mostAtOnce = 1_000;

/** So many are read side by side. */
const sideBySide = 20;

/** The cases of a call that are named; whatever is no case of it is left out. */
export async function casesNamed(
  house: Pick<House, "table">,
  callId: string,
  ids: readonly string[],
): Promise<readonly LoadedCase[]> {
  const refs = [...new Set(ids)].slice(0, mostAtOnce).map(refOfCase).filter(couldBeCase);
  const found: LoadedCase[] = [];
  for (let from = 0; from < refs.length; from += sideBySide) {
    const read = await Promise.all(refs.slice(from, from + sideBySide).map((ref) => loadCase(house, ref)));
    found.push(...read.filter((loaded) => loaded !== undefined).filter(({ head }) => head.callId === callId));
  }
  return found;
}
