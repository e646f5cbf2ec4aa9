import type { Role } from "../kernel/roles.ts";
import { ask, step } from "../kernel/states.ts";
import { participant, staff } from "./asking.ts";
import { byPrincipal, type Endorser } from "./endorsement/endorser.ts";
import { endorsementInPlace } from "./endorsement/forms.ts";
import { countSupplements, lastScreening, screening, supplement } from "./screening.ts";

/** Somebody endorses the application, or the coordinator in the place of whoever is silent. It goes on at `endorsed`. */
const endorsedBy = <const R extends Role, const Endorsed extends string>(
  { role, form, within, remind, words, inPlace = endorsementInPlace(words) }: Endorser<R>,
  endorsed: Endorsed,
) =>
  ({
    endorsement: ask(role, form, {
      within,
      remind,
      on: { endorsed, refused: "refused", expired: "endorsementInPlace" },
    }),
    endorsementInPlace: ask("coordinator", inPlace, {
      ...staff,
      on: { endorsed, refused: "refused", expired: "endorsementInPlace" },
    }),
  }) as const;

type EndorsedBy<R extends Role, Endorsed extends string> = ReturnType<typeof endorsedBy<R, Endorsed>>;

/** The principal endorses whoever applies, or else whoever is said to; it goes on at `endorsed`, and ends at `refused`. */
export function endorsementStates<const Endorsed extends string>(
  endorsed: Endorsed,
): EndorsedBy<"principal", Endorsed>;
export function endorsementStates<const Endorsed extends string, const R extends Role>(
  endorsed: Endorsed,
  endorser: Endorser<R>,
): EndorsedBy<R, Endorsed>;
export function endorsementStates<const Endorsed extends string>(
  endorsed: Endorsed,
  endorser: Endorser = byPrincipal,
) {
  return endorsedBy(endorser, endorsed);
}

/**
 * The coordinator screens, with supplements asked at most twice. It goes on at `eligible` or at `ineligible`, and ends at
 * `incomplete`.
 */
export const screeningStates = <const Eligible extends string, const Ineligible extends string>({
  eligible,
  ineligible,
}: {
  readonly eligible: Eligible;
  readonly ineligible: Ineligible;
}) =>
  ({
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

/** A teacher's way in: the principal endorses, or the coordinator in the place of a silent one; then it is screened. */
export const admissionStates = <const Eligible extends string, const Ineligible extends string>(ways: {
  readonly eligible: Eligible;
  readonly ineligible: Ineligible;
}) => ({ ...endorsementStates("screening"), ...screeningStates(ways) }) as const;
