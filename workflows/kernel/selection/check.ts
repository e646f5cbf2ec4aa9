import type { Definition } from "../process.ts";
import type { State } from "../states.ts";

/** What of a selection its types could not rule out: states and statuses that the process does not have, a key that comes twice. */
export function faultsOfSelection({ selects, states: named }: Definition<string>): readonly string[] {
  if (!selects) return [];
  const states: Readonly<Record<string, State<string>>> = named;
  const { weighing, offers, order, award, handsOn } = selects;
  const statuses = Object.values(states).flatMap((state) => (state.kind === "end" ? [state.status] : []));
  const names = order.map(({ name }) => name);
  return [
    ...(states[weighing]?.kind === "step" ? [] : [`selection: ${weighing} weighs, and is no step`]),
    ...[...offers.open, ...(offers.appealing ?? [])]
      .filter((name) => !Object.hasOwn(states, name))
      .map((name) => `selection: no state is called ${name}`),
    ...[...offers.givenBack, ...offers.ranOut]
      .filter((status) => !statuses.includes(status))
      .map((status) => `selection: no case ends as ${status}`),
    ...(award.kind === "places" && award.cents && handsOn === "mornings"
      ? ["selection: places on mornings are held back by no budget, so what they cost is not looked at"]
      : []),
    ...(award.kind === "budget" && handsOn === "atOnce"
      ? ["selection: money is handed on on mornings, or never"]
      : []),
    ...names
      .filter((name, index) => name === "id" || names.indexOf(name) < index)
      .map((name) => `selection: another key is called ${name}`),
  ];
}
