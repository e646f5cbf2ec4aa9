import { days } from "../kernel/duration.ts";
import { ask, step } from "../kernel/states.ts";
import { participant, staff } from "./asking.ts";
import { endorsement, endorsementInPlace } from "./endorsement.ts";
import { countSupplements, lastScreening, screening, supplement } from "./screening.ts";

/** The principal endorses whoever applies, or the coordinator in the place of a silent one. It goes on at `endorsed`. */
export const endorsementStates = <const Endorsed extends string>(endorsed: Endorsed) =>
  ({
    endorsement: ask("principal", endorsement, {
      within: days(7),
      remind: [days(3), days(6)],
      on: { endorsed, refused: "refused", expired: "endorsementInPlace" },
    }),
    endorsementInPlace: ask("coordinator", endorsementInPlace, {
      ...staff,
      on: { endorsed, refused: "refused", expired: "endorsementInPlace" },
    }),
  }) as const;

/**
 * A teacher's way in: the principal endorses, or the coordinator in the place of a silent one, then the coordinator
 * screens, with supplements asked at most twice. It goes on at `eligible` or at `ineligible`, and ends at `refused` or
 * `incomplete`.
 */
export const admissionStates = <const Eligible extends string, const Ineligible extends string>({
  eligible,
  ineligible,
}: {
  readonly eligible: Eligible;
  readonly ineligible: Ineligible;
}) =>
  ({
    ...endorsementStates("screening"),
    screening: ask("coordinator", screening, {
      ...staff,
      on: { eligible, supplement: "supplement", ineligible, expired: "screening" },
    }),
    supplement: ask("applicant", supplement, {
      ...participant,
      on: { supplied: "supplements", expired: "incomplete" },
    }),
    supplements: step(countSupplements, { again: "screening", last: "lastScreening" }),
    lastScreening: ask("coordinator", lastScreening, {
      ...staff,
      on: { eligible, ineligible, expired: "lastScreening" },
    }),
  }) as const;
