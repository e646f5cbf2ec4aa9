import type { Part } from "./parts.ts";

/** Hours by name, largest first where they have no order of their own. */
export type Hours = readonly (readonly [name: string, hours: number])[];

export interface Sums {
  readonly hours: number;
  readonly byYear: Hours;
  /** Hours with two tags stand under both. */
  readonly byCompetence: Hours;
  readonly bySubject: Hours;
  /** Of those that have no tag. */
  readonly untagged: number;
}

type Summed = Pick<Part, "hours" | "from" | "until" | "competences" | "subjects">;

/** What a record comes to. Hours belong to the year in which what they are of ended. */
export function sumsOf(parts: readonly Summed[]): Sums {
  const counted = parts.filter(({ hours = 0 }) => hours > 0);
  const by = (namesOf: (part: Summed) => readonly string[]): Hours => {
    const sums = new Map<string, number>();
    for (const part of counted)
      for (const name of namesOf(part)) sums.set(name, round((sums.get(name) ?? 0) + (part.hours ?? 0)));
    return [...sums];
  };
  const total = (some: readonly Summed[]): number =>
    round(some.reduce((sum, { hours = 0 }) => sum + hours, 0));
  return {
    hours: total(counted),
    byYear: by(({ from, until = from }) => [until.slice(0, 4)]).toSorted(([a], [b]) => (a < b ? 1 : -1)),
    byCompetence: by(({ competences }) => competences).toSorted(([, a], [, b]) => b - a),
    bySubject: by(({ subjects }) => subjects).toSorted(([, a], [, b]) => b - a),
    untagged: total(
      counted.filter(({ competences, subjects }) => competences.length + subjects.length === 0),
    ),
  };
}

/** Hours of events have two decimals at most. */
const round = (hours: number): number => Math.round(hours * 100) / 100;
