import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Entry } from "../kernel/entry.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { selectionOf } from "./selection.ts";

const calledOff = z
  .object({
    extent: z.enum(["some", "whole"]).optional(),
    shares: z.array(z.string()).optional(),
    /** So they were called in calls that began before. */
    countries: z.array(z.string()).optional(),
    reason: z.string(),
  })
  .transform(({ extent, shares, countries, reason }) => ({
    shares: extent === "whole" ? undefined : (shares ?? countries),
    reason,
  }));

const saidOf = (file: Pick<CaseFile, "interruptions">) =>
  file.interruptions.filter(({ name }) => name === "calledOff").map(({ values }) => calledOff.parse(values));

/** The shares, such as countries, that fell away after the call was published. */
export const closedShares = (file: Pick<CaseFile, "interruptions">): readonly string[] =>
  saidOf(file).flatMap(({ shares = [] }) => shares);

/**
 * The agency calls the whole call off, or some of its shares: the cases that are concerned are broken off, each settles its
 * own money, and the call goes on with what is left. With a share fall away those who were offered something of it; who waits for
 * another goes on waiting.
 */
export function callOff(file: CaseFile): StepResult<"over" | Back> {
  const { shares, reason } = saidOf(file).at(-1) ?? { shares: undefined, reason: "" };
  const word = { name: "cancelled", values: { reason } };
  if (shares === undefined) return { outcome: "over", everybody: word };
  const decisions = concernedBy(file, shares).map((ref) => ({ ref, interrupt: word }));
  return { outcome: whereTo(file), decisions };
}

/** Those whom it breaks off that some shares fall away; without shares, all. A place that was not made known yet is nobody's. */
function concernedBy(file: CaseFile, shares: readonly string[] | undefined): readonly string[] {
  const isConcerned = (entry: Entry): boolean => {
    if (shares === undefined) return true;
    const { share = "", madeAt } = selectionOf(file).decisionIn(entry.decision) ?? {};
    return madeAt !== undefined && shares.includes(share);
  };
  return (file.entries ?? []).filter((entry) => !entry.ended && isConcerned(entry)).map(({ ref }) => ref);
}

/** Which cases end when this is said. */
export const endedBy = (file: CaseFile, said: Readonly<Record<string, unknown>>): readonly string[] =>
  concernedBy(file, calledOff.parse(said).shares);

/** Where a call goes on of which only some shares fall away. */
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
