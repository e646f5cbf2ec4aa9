import { Temporal } from "temporal-polyfill";
import type { Example } from "../../../workflows/kernel/rehearsal.ts";

/**
 * Brings an example up to a day (`2027-03-15`): by then it has come as far as on the day that it names, or, where it names none, as on
 * the last of its call. It is moved by whole weeks, so that days of the week stay what they are, and stands at most three days aside.
 */
export function exampleUpTo(day: string, { call, people, livesOn = dayOf(call.closes) }: Example): Example {
  const { days } = Temporal.PlainDate.from(livesOn).until(day, { largestUnit: "days" });
  const weeks = Math.round(days / 7);
  const move = <Read>(said: Read): Read =>
    JSON.parse(
      JSON.stringify(said).replaceAll(/\b\d{4}-\d\d-\d\d(?!\d)/g, (date) =>
        String(Temporal.PlainDate.from(date).add({ weeks })),
      ),
    );
  const [before, now] = [call.opens, move(call.opens)].map((opens) => dayOf(opens).slice(0, 4));
  // What is called "Supervisions 2027" is called by the year in which it opens.
  const titled = JSON.stringify(move(call)).replaceAll(` ${before}"`, ` ${now}"`);
  return { call: JSON.parse(titled), people: move(people) };
}

const dayOf = (local: unknown): string => String(local).slice(0, 10);
