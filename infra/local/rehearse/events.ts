import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { ownPathOf } from "../../../functions/cases/people/own-path.ts";
import { breakIn, interrupt } from "../../../functions/cases/road/interrupt.ts";
import type { Task } from "../../../functions/store/items.ts";
import { isCall } from "../../../functions/store/keys.ts";
import type { Appointment } from "./agenda.ts";
import { onDay } from "./behaviour.ts";
import type { EventRow } from "./events-file.ts";
import type { PersonRow } from "./people-file.ts";
import type { World } from "./play.ts";

/** The events that a road meets where it stands now. `person` is whose road it is; a call's is nobody's. */
export const eventsAt = (
  task: Task,
  person: PersonRow | undefined,
  events: readonly EventRow[],
): readonly EventRow[] =>
  events.filter(
    ({ email, state }) =>
      state === task.state && (isCall(task.pk) ? email === undefined : email === person?.email.toLowerCase()),
  );

/** An event as it comes onto the agenda, counted from the opening of what the road stands in. */
export const appointmentOf = (world: World, task: Task, event: EventRow): Appointment => ({
  at: onDay(task, event.days, "16:00"),
  rank: event.line,
  key: `event ${event.line}`,
  alone: true,
  run: () => say(world, task.pk, event),
});

/** Says the word as its page does, once: a rehearsal that goes on after a kill finds it said. */
async function say(world: World, ref: string, { line, says, values }: EventRow): Promise<void> {
  const loaded = await loadCase(world.house, ref);
  if (!loaded || loaded.file.interruptions.some(({ name }) => name === says)) return;
  const said = await (loaded.process.interruptions[says]?.by === "applicant"
    ? byApplicant(world, loaded, says, values)
    : byStaff(world, loaded, says, values));
  if (said.outcome !== "accepted") throw new Error(`line ${line} of the events: ${says} was ${said.outcome}`);
}

const byApplicant = ({ house }: World, loaded: LoadedCase, name: string, values: EventRow["values"]) => {
  const path = ownPathOf(house.config.linkSecret, loaded);
  const [, , id = "", secret = ""] = path.split("/");
  return interrupt(house, { id, secret, name }, values);
};

const byStaff = ({ house }: World, loaded: LoadedCase, name: string, values: EventRow["values"]) => {
  const by = loaded.process.people("coordinator", loaded.file)?.email ?? "";
  return breakIn(house, loaded, { name, by }, values);
};
