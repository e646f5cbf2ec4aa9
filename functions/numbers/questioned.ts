import type { SaidAfter } from "../../workflows/kernel/questionnaire.ts";
import { withoutSmall } from "../../workflows/kernel/small-counts.ts";
import type { QuestionedCounts } from "../store/figures-item.ts";

/** How many rated something higher, the same or lower after than before; `undefined` for what is too few to show. */
interface Compared {
  readonly rated: string;
  readonly higher: number | undefined;
  readonly same: number | undefined;
  readonly lower: number | undefined;
}

/** What the questionnaires of many may be shown as. */
export interface Questioned {
  /** How many answered both; `undefined` under five. */
  readonly both: number | undefined;
  readonly compared: readonly Compared[];
  /** How many would recommend it and how many would not, of all who were asked after. */
  readonly recommends: readonly [yes: number | undefined, no: number | undefined];
}

const none = { higher: 0, same: 0, lower: 0 };

/** The counts with one more case. */
export function withQuestioned(
  { both, yes, no, changes: known }: QuestionedCounts,
  { recommends, changes }: SaidAfter,
): QuestionedCounts {
  const more = Object.entries(changes ?? {}).map(([rated, by]) => {
    const { higher, same, lower } = known[rated] ?? none;
    const counted = {
      higher: higher + Number(by > 0),
      same: same + Number(by === 0),
      lower: lower + Number(by < 0),
    };
    return [rated, counted] as const;
  });
  return {
    both: both + Number(changes !== undefined),
    yes: yes + Number(recommends),
    no: no + Number(!recommends),
    changes: { ...known, ...Object.fromEntries(more) },
  };
}

/** Compares before and after over many cases, as counts only, and none of fewer than five. */
export function compareQuestionnaires(
  { both, yes, no, changes }: QuestionedCounts,
  rated: readonly string[],
): Questioned {
  const [would, wouldNot] = withoutSmall([yes, no]);
  return {
    both: withoutSmall([both])[0],
    compared: rated.map((name) => {
      const counted = changes[name] ?? none;
      const [higher, same, lower] = withoutSmall([counted.higher, counted.same, counted.lower]);
      return { rated: name, higher, same, lower };
    }),
    recommends: [would, wouldNot],
  };
}
