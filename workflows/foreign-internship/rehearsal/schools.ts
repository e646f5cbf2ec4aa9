import type { School } from "../../kernel/facts/schools.ts";
import type { Person } from "./people.ts";

type Placed = Pick<Person, "school" | "municipality" | "town" | "rural">;

/** The schools of a file's people: what its column of rural schools says is what the call's list says of each. */
export interface Schools {
  readonly list: readonly School[];
  readonly codeOf: (person: Placed) => string | undefined;
}

/** A code says only which of the file's schools it is. */
const firstCode = 100_000_000;

const keyOf = ({ school, municipality, town, rural }: Placed): string =>
  JSON.stringify([school, municipality, town, rural]);

export function schoolsOf(people: readonly Placed[]): Schools {
  const distinct = [...new Map(people.map((person) => [keyOf(person), person])).entries()];
  const codes = new Map(distinct.map(([key], index) => [key, String(firstCode + index)]));
  return {
    codeOf: (person) => codes.get(keyOf(person)),
    list: distinct.map(
      ([, { school, municipality, town, rural }], index): School => ({
        code: String(firstCode + index),
        name: school,
        municipality,
        settlement: town,
        kind: rural ? "kaimas" : "miestas",
      }),
    ),
  };
}
