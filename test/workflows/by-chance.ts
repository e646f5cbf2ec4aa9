import type { Chance } from "../infra/local/rehearse/seeded.ts";

/** By chance, as calls and people of a seed are made. */
export const upTo = (chance: Chance, most: number): number => chance.whole(0, most);
export const oneOf = <T>(chance: Chance, first: T, ...rest: readonly T[]): T => chance.pick([first, ...rest]);

/** A month, a day or an hour, as times are written. */
export const pad = (value: number): string => String(value).padStart(2, "0");

/** Names whose order by code point is neither that of a dictionary nor that of UTF-16 (C7). */
export const hardNames = ["Ąžuolas", "Ada", "Zita", "Žana", "Ūla", "Élise", "Ona", "ona", "𝒜lma", "Šarūnė"];
