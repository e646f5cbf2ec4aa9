import { everyProcess, processOf } from "../../workflows/catalogue.ts";
import { nameToday } from "../../workflows/kernel/moved.ts";
import { allCalls, summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { moveFromGone } from "../cases/road/move-over.ts";
import type { House } from "../house.ts";
import type { Figures } from "../store/figures-item.ts";
import { idOf } from "../store/keys.ts";
import { readFigures } from "./figures.ts";
import { askForRebuild } from "./rebuild-job.ts";

/**
 * After a release, lines and figures tell of states under names that they have no more: those of each call that has such are made
 * anew in the background, and calls that wait in a state which was taken out go on. Reads the figures of the calls whose
 * processes forward something, and nothing else.
 */
export async function bringNamesUpToDate(house: Pick<House, "table" | "clock" | "log">): Promise<void> {
  if ((await everyProcess()).every(({ moved }) => !moved)) return;
  for (const call of await allCalls(house)) {
    const [own, ofCases] = await Promise.all([
      processOf(call.process),
      processOf(summaryOf(call, house.clock.now()).process),
    ]);
    const loaded = own.moved && !call.endedAt ? await loadCase(house, call.pk) : undefined;
    if (loaded) await moveFromGone(house, loaded);
    const { moved } = ofCases;
    if (!moved) continue;
    const { figures } = await readFigures(house, idOf(call.pk));
    if (statesIn(figures).some((state) => nameToday(ofCases, state) !== state))
      await askForRebuild(house, idOf(call.pk));
  }
}

const statesIn = ({ stages, waits }: Figures): readonly string[] =>
  [...stages, ...waits].map(({ state }) => state);
