import * as z from "zod";
import { vilniusInstant } from "../../workflows/kernel/facts/calendar.ts";
import { iso } from "../../workflows/kernel/facts/instants.ts";
import { nameToday } from "../../workflows/kernel/moved.ts";
import type { Slot } from "../../workflows/kernel/slot.ts";
import { inTurns } from "../cases/in-turns.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { isLeftBehind, moveOver } from "../cases/road/move-over.ts";
import { nudgeCall } from "../cases/road/nudge.ts";
import { noteAsking } from "../compared/note.ts";
import type { House } from "../house.ts";
import { tellAll } from "../mails/queue.ts";
import { step } from "../middleware/step.ts";
import { giveBackSlots } from "../slots/slots.ts";
import { entryKey, headKey, isCall, pendingSince } from "../store/keys.ts";
import { called } from "./said.ts";

const input = called.extend({
  status: z.string().optional(),
  handOver: z.boolean().optional(),
});

/** Ends a case, or hands a long one over to its next execution. */
export const endCase = (house: House) =>
  step(house, input, async ({ ref, state: called, visit, status, handOver, machine }) => {
    const loaded = await loadCase(house, ref);
    if (!loaded) throw new Error(`${ref}: no such case`);
    if (isLeftBehind(loaded.head, machine)) return {};
    const state = nameToday(loaded.process, called);
    const definition = loaded.process.states[state];
    if (handOver) await passOn(house, loaded, state, visit);
    // An end that was taken out is none: the case goes on where it is forwarded to.
    else if (definition && definition.kind !== "end") await moveOver(house, loaded, { from: state, visit });
    else await close(house, loaded, state, visit, definition?.status ?? status ?? state);
    return {};
  });

async function passOn(house: House, loaded: LoadedCase, from: string, visit: number): Promise<void> {
  const { head } = loaded;
  const now = house.clock.now();
  if (head.handedOver === visit) return;
  await house.table.change(headKey(head.pk), {
    set: { handedOver: visit, toStart: { from, visit: visit + 1 }, ...pendingSince(head.pk, now) },
    add: { generation: 1 },
    when: { generation: { is: head.generation } },
  });
  house.log("K205", { ref: head.pk, state: from });
}

async function close(
  house: House,
  loaded: LoadedCase,
  state: string,
  visit: number,
  status: string,
): Promise<void> {
  const { head, process, tasks } = loaded;
  const now = house.clock.now();
  const open = tasks.filter(({ status: known }) => known === "open");
  await inTurns(open, async (task) => {
    await house.table.change(
      { pk: task.pk, sk: task.sk },
      { set: { status: "cancelled", closedAt: now }, remove: ["inbox"], when: { status: { is: "open" } } },
    );
  });
  if (isCall(head.pk)) {
    await house.table.change(headKey(head.pk), { set: { state, status, endedAt: now } });
  } else {
    const endedAt = loaded.entry?.endedAt ?? now;
    await house.table.change(entryKey(head.callId, head.pk), {
      set: { state: status, ended: true, endedAt },
    });
    if (process.slots) await giveBackSlots(house, { callId: head.callId, ref: head.pk }, hasBegun(now));
    await nudgeCall(house, head.callId);
    await noteAsking(house, loaded, { status, visit, endedAt });
  }
  const definition = process.states[state];
  if (definition?.kind === "end") await tellAll(house, loaded, visit, definition.tell);
  house.log("K203", { ref: head.pk, status });
}

const hasBegun =
  (now: string) =>
  ({ starts }: Slot): boolean =>
    iso(vilniusInstant(starts)) <= now;
