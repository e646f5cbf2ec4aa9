import { Temporal } from "temporal-polyfill";
import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import type { Line, ModelCall } from "./rules.ts";

/** The columns of a file of people, as the specification names them. */
export const columns = [
  "kind",
  "event",
  "sort",
  "name",
  "email",
  "school",
  "at",
  "starts",
  "registration_opens",
  "hours",
  "capacity",
  "approval",
  "materials",
  "cancels_at",
  "confirms",
  "claims_at",
  "attends",
  "teacher",
  "feedback",
  "wants",
  "not_before",
  "moves_at",
  "moves_not_before",
] as const;

const later = (local: string, minutes: number): string =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: "minute" });

const sorts = ["exchange", "series", "campaign"] as const;

/**
 * A call and its people by chance: few seats, and times that meet each other at one instant, at the opening, at the beginning of the
 * last hours, at the start, when a confirmation runs out.
 */
export function madeUp(
  seed: number,
  size: number,
): { readonly call: ModelCall & { id: string; process: string }; readonly people: readonly Line[] } {
  const chance = seeded(seed);
  const call = {
    id: `community-event-${seed}`,
    process: "community-event",
    confirmHours: chance.pick([1, 2, 24, 24, 3, 0.5]),
    promoteUntilHours: chance.pick([0, 1, 2, 24, 48, 1.5]),
    bookUntilHours: chance.pick([0, 1, 24]),
    certificateHours: chance.pick([2, 4, 6]),
    materialsDays: chance.pick([1, 14]),
  };
  const events = Array.from({ length: chance.whole(1, 3) }, (_, index) => eventLine(chance, index));
  const registers = Array.from({ length: size }, (_, index) => comerLine(chance, call, events, index));
  const slots = Array.from({ length: chance.whole(0, 4) }, (_, index) => slotLine(chance, index));
  const books = Array.from({ length: slots.length === 0 ? 0 : chance.whole(0, 5) }, (_, index) =>
    bookLine(chance, slots, index),
  );
  return { call, people: chance.shuffle([...events, ...registers, ...slots, ...books]) };
}

function eventLine(chance: Chance, index: number): Line {
  const starts = later("2027-03-26T15:00", chance.pick([0, 60, 1440, 4320]));
  return {
    kind: "proposes",
    event: `Renginys ${index + 1}`,
    sort: chance.pick(sorts),
    name: `Rengėja ${index + 1}`,
    email: `rengeja-${index + 1}@mokykla.example`,
    school: "Molėtų gimnazija",
    starts,
    registration_opens: chance.pick([later(starts, -7200), later(starts, -2880), later(starts, -180), ""]),
    hours: chance.pick(["1", "2", "4", "6", "8", "1.5", "4.25"]),
    capacity: chance.pick(["0", "1", "1", "2", "2", "3", "5"]),
    approval: chance.percent(12) ? "refuse" : chance.pick(["approve", "approve", ""]),
    materials: chance.pick(["yes", "no", ""]),
  };
}

/** Instants at which something else happens, too. */
function moments(
  chance: Chance,
  call: ModelCall,
  { starts = "", registration_opens: opens = "" }: Line,
): string {
  const last = later(starts, -60 * call.promoteUntilHours);
  const base = chance.pick([starts, last, opens || starts, later(starts, -1500), later(starts, -2940)]);
  const steps = [0, 0, 0, 1, -1, 60, -60, -120, -30, -60 * call.confirmHours, 60 * call.confirmHours];
  return later(base, chance.pick(steps));
}

function comerLine(chance: Chance, call: ModelCall, events: readonly Line[], index: number): Line {
  const event = chance.pick(events);
  const at = moments(chance, call, event);
  const whenever = (): string =>
    chance.percent(40)
      ? later(at, chance.pick([0, 1, 60, 60 * call.confirmHours, 120, 60 * call.confirmHours + 1]))
      : moments(chance, call, event);
  const isAgain = chance.percent(30);
  const email = `asmuo-${isAgain ? chance.whole(1, 5) : index + 10}@mokykla.example`;
  return {
    kind: "registers",
    event: chance.percent(4) ? "Nežinomas renginys" : (event.event ?? ""),
    name: `Asmuo ${index + 1}`,
    email: chance.percent(10) ? email.toUpperCase() : email,
    school: chance.pick(["Molėtų gimnazija", "Utenos mokykla"]),
    at,
    cancels_at: chance.percent(35) ? whenever() : "",
    confirms: chance.pick(["yes", "no", "no", ""]),
    claims_at: chance.percent(35) ? whenever() : "",
    attends: chance.pick(["yes", "no", ""]),
    teacher: chance.pick(["yes", "no", ""]),
    feedback: chance.pick(["yes", "no", ""]),
  };
}

const consultants = ["Ąžuolas Ąžuolaitis", "Birutė Biržytė", "Česlovas Česnulis"];

const slotLine = (chance: Chance, index: number): Line => ({
  kind: "slot",
  event: `Konsultacijos ${1 + (index % 2)}`,
  sort: "consultation",
  name: chance.pick(consultants),
  email: "",
  starts: later("2027-04-05T09:00", chance.pick([0, 0, 30, 60, 1440, 2880])),
});

function bookLine(chance: Chance, slots: readonly Line[], index: number): Line {
  const near = (): string =>
    later(chance.pick(slots).starts ?? "", chance.pick([0, -1, -60, -1440, -1441, -1439, -2880, -61]));
  const day = (): string => chance.pick(["", "2027-04-05", "2027-04-06", "2027-04-07", "2027-04-08"]);
  const at = near();
  return {
    kind: "books",
    name: `Lankytoja ${index + 1}`,
    email: `lankytoja-${chance.whole(1, 4)}@pastas.example`,
    at,
    wants: chance.pick(["", "any", ...consultants]),
    not_before: day(),
    moves_at: chance.percent(50) ? chance.pick([near(), later(at, 1), at]) : "",
    moves_not_before: day(),
  };
}
