import type { School } from "../../kernel/facts/schools.ts";
import type { SomeCells } from "./needs.ts";

/** A code says only which of the file's schools it is. */
const firstCode = 100_000_000;

const keyOf = ({ school, municipality, town, rural }: SomeCells): string =>
  JSON.stringify([school, municipality, town, rural]);

/**
 * The schools of a file's people, by the columns `school`, `municipality`, `town` and `rural`: what the file says of one is what the
 * list of the call says, and who applies names it by its code.
 */
export function schoolsOf(people: readonly { readonly cells: SomeCells }[]): {
  readonly schools: readonly School[];
  readonly codes: ReadonlyMap<string, string>;
} {
  const distinct = [...new Map(people.map(({ cells }) => [keyOf(cells), cells])).entries()];
  const codeAt = (index: number) => String(firstCode + index);
  return {
    codes: new Map(distinct.map(([key], index) => [key, codeAt(index)])),
    schools: distinct.map(
      ([, { school, municipality, town, rural }], index): School => ({
        code: codeAt(index),
        name: String(school),
        municipality: String(municipality),
        settlement: String(town),
        kind: rural === true ? "kaimas" : "miestas",
      }),
    ),
  };
}

/** The code of the school of a line. */
export const schoolCode = (codes: ReadonlyMap<string, string>, cells: SomeCells): string | undefined =>
  codes.get(keyOf(cells));
