import type { Cast, Example, Said } from "../../../workflows/kernel/rehearsal.ts";

/** An example with whoever stands in the living programme besides: each of them like a line of it, but for some cells. */
export function livingOf({ living, ...example }: Example): Example {
  if (!living) return example;
  const more = living.people.map(({ like, cells }) => ({ ...example.people[like], ...cells }));
  return {
    ...example,
    call: { ...example.call, ...living.call },
    people: [...example.people, ...more],
  };
}

/** On the roads of some (by their addresses) more is said, by the state that asks, than their lines say. */
export function sayingMore<C extends Pick<Cast, "answer">>(
  cast: C,
  says: Readonly<Record<string, Readonly<Record<string, Said>>>>,
): C {
  return {
    ...cast,
    answer: (asked, known) => {
      const answered = cast.answer(asked, known);
      const more = asked.row && says[asked.row.email]?.[asked.state];
      return answered && more ? { ...answered, says: { ...answered.says, ...more } } : answered;
    },
  };
}

/** Nobody answers on the roads of some (by their addresses) any more, once they have come to a certain state: they stay until time goes on. */
export function stayingAs<C extends Pick<Cast, "answer">>(
  cast: C,
  stays: Readonly<Record<string, string>>,
): C {
  const staying = new Set<string>();
  return {
    ...cast,
    answer: (asked, known) => {
      const { row, state } = asked;
      if (row && stays[row.email] === state) staying.add(row.email);
      return row && staying.has(row.email) ? undefined : cast.answer(asked, known);
    },
  };
}
