import * as z from "zod";
import { decision } from "../blocks/selection.ts";
import type { CaseFile, Entry } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/step-result.ts";

const calledOff = z.object({ countries: z.array(z.string()).optional(), reason: z.string() });

const saidOf = (file: Pick<CaseFile, "interruptions">) =>
  file.interruptions.filter(({ name }) => name === "calledOff").map(({ values }) => calledOff.parse(values));

/** The countries that fell away after the call was published. */
export const closedCountries = (file: Pick<CaseFile, "interruptions">): readonly string[] =>
  saidOf(file).flatMap(({ countries = [] }) => countries);

/**
 * The agency calls the whole call off, or some of its countries: the cases that are concerned are broken off, each
 * settles its own money, and the call goes on with the places that are left. With a country fall away those who were
 * offered a place in it; who waits for another country goes on waiting.
 */
export function callOff(file: CaseFile): StepResult<"over" | Back> {
  const { countries, reason } = saidOf(file).at(-1) ?? { reason: "" };
  const word = { name: "cancelled", values: { reason } };
  if (countries === undefined) return { outcome: "over", everybody: word };
  // A place that was not made known yet is nobody's.
  const isConcerned = (entry: Entry): boolean => {
    const { country = "", madeAt } = decision.safeParse(entry.decision).data ?? {};
    return madeAt !== undefined && countries.includes(country);
  };
  const decisions = (file.entries ?? [])
    .filter((entry) => !entry.ended && isConcerned(entry))
    .map(({ ref }) => ({ ref, interrupt: word }));
  return { outcome: whereTo(file), decisions };
}

/** Where a call goes on of which only some countries fall away. */
type Back = "open" | "reviewing" | "ranked" | "filling" | "underWay";

/** A ranking that nobody has approved yet is made anew with the places that are left. */
function whereTo({ interruptions }: CaseFile): Back {
  const state = interruptions.at(-1)?.state;
  switch (state) {
    case "open":
      return "open";
    case "awaitingReviews":
      return "reviewing";
    case "filling":
    case "underWay":
      return state;
    default:
      return "ranked";
  }
}
