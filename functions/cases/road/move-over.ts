import type { House } from "../../house.ts";
import type { Head, Task } from "../../store/items.ts";
import { headKey, pendingSince } from "../../store/keys.ts";
import type { MachineSaid } from "../../store/machine-said.ts";
import type { LoadedCase } from "../load.ts";
import { isStillAsked, partsOf } from "./onward.ts";

/** Has the road of a case gone on since in an execution after this one? Whatever this one still calls for is over. */
export const isLeftBehind = (
  { generation }: Pick<Head, "generation">,
  machine: MachineSaid | undefined,
): boolean =>
  machine !== undefined &&
  Number(machine.execution.slice(machine.execution.lastIndexOf("-") + 1)) < generation;

/** Where a road goes on by the definition of today. */
export interface Onward {
  readonly from: string;
  readonly visit: number;
  /** How many words that broke in are heard with it, where it is a word that leads there. */
  readonly heard?: number;
  /** The tokens of the execution that is left behind, where it waits: it is ended by them before the next one begins. */
  readonly ends?: readonly string[];
}

/**
 * Lets the road of a case go on by the definition of today, in the next execution, where the machine that it has cannot: a state was
 * taken out, or an answer has a way that did not exist when it began. Asked for again after that, nothing happens.
 */
export async function moveOver(
  house: Pick<House, "table" | "clock" | "log">,
  loaded: LoadedCase,
  { from, visit, heard, ends }: Onward,
): Promise<void> {
  const { head } = loaded;
  const { outcome } = await house.table.change(headKey(head.pk), {
    set: {
      toStart: { from, visit, ...partsOf(loaded), ...(ends ? { ends } : {}) },
      ...(heard === undefined ? {} : { heard }),
      ...pendingSince(head.pk, house.clock.now()),
    },
    add: { generation: 1 },
    remove: ["attempts"],
    when: { generation: { is: head.generation } },
  });
  if (outcome === "changed") house.log("K209", { ref: head.pk, state: from });
}

/** Where many are asked, each by an execution of their own, the wait beside them ends them all. */
function tokensOf(open: readonly Task[]): readonly string[] {
  const waits = open.filter(({ kind }) => kind === "await");
  return (waits.length > 0 ? waits : open).map(({ token }) => token);
}

/** Lets a case go on that waits in a state which was taken out: nobody would answer there any more. */
export async function moveFromGone(
  house: Pick<House, "table" | "clock" | "log">,
  loaded: LoadedCase,
): Promise<void> {
  if (!loaded.process.moved) return;
  const open = loaded.tasks.filter(({ status }) => status === "open");
  const gone = open.find((task) => !isStillAsked(loaded, task));
  if (!gone || loaded.head.toStart || isLeftBehind(loaded.head, gone.machine)) return;
  await moveOver(house, loaded, {
    from: gone.state,
    visit: gone.visit + 1,
    ends: tokensOf(open),
  });
}
