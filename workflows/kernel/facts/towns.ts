import { findMunicipality, type Lookup, lookUp, readGazetteer, type Town } from "./gazetteer.ts";
import lithuania from "./towns/LT.json" with { type: "json" };

export type { Lookup, Town };

/** The gazetteers at hand without waiting; those of other countries are in towns-abroad. */
const atHand = { LT: readGazetteer(lithuania.towns) } as const;

/**
 * Finds a town of Lithuania by its name, in any case, with or without diacritics, or by an alternate name.
 * `municipality` (`Kauno r.`, `Kauno rajono savivaldybė`) chooses between namesakes. Small places are missing from
 * the data, so an unknown town comes with the names that look alike.
 */
export const findTown = (
  country: keyof typeof atHand,
  name: string,
  { municipality }: { readonly municipality?: string } = {},
): Lookup => lookUp(atHand[country], name, municipality);

/** Every town of Lithuania that the data have, by its name, those with more people first. */
export const listedTowns = (): readonly string[] => [...new Set(atHand.LT.map(({ name }) => name))];

/**
 * The town that a municipality is run from; undefined for what is no municipality of Lithuania. It stands in for a
 * place that the data do not have: the bands of travel support are hundreds of kilometres wide.
 */
export function seatOf(municipality: string): Town | undefined {
  const found = findMunicipality(municipality);
  const seat = found && lookUp(atHand.LT, found.seat);
  return seat?.outcome === "found" ? seat.town : undefined;
}
