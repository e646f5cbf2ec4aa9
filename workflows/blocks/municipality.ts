import { findMunicipality } from "../kernel/facts/gazetteer.ts";
import type { When } from "../kernel/field.ts";
import { text } from "../kernel/field-kinds.ts";

const isKnown = (said: string): boolean => findMunicipality(said) !== undefined;

/** A municipality of Lithuania, as people write it: there are sixty, and what is none of them is said at the field. */
export const municipality = <
  const O extends {
    readonly identifying?: boolean;
    readonly ranks?: boolean;
    readonly for?: readonly string[];
    readonly listed?: true;
    readonly when?: When;
  },
>(
  options: O,
) =>
  text({
    max: 120,
    among: "municipalities",
    ...options,
    known: { is: isKnown, problem: "unknownMunicipality" },
  });
