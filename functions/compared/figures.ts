import {
  type ComparedCounts,
  type ComparedFigure,
  type ComparedMoment,
  type ComparedQuestion,
  comparedFigure,
  comparedMoments,
  comparedQuestions,
  countsTogether,
} from "../../workflows/kernel/comparing.ts";
import type { House } from "../house.ts";
import { type ComparedPlace, roundItem, roundsPartition } from "../store/compared-items.ts";
import { placesIn } from "./close.ts";

/** A form at one moment: what was said to each of the questions. */
export interface Compared {
  readonly form: string;
  readonly moment: ComparedMoment;
  readonly figures: Readonly<Record<ComparedQuestion, ComparedFigure>>;
}

/** All that rounds have asked, whether they are closed or not. */
export async function comparedPlaces({ table }: Pick<House, "table">): Promise<readonly ComparedPlace[]> {
  const rounds = (await table.query(roundsPartition)).map((item) => roundItem.parse(item));
  return (await Promise.all(rounds.map(({ round }) => placesIn({ table }, round)))).flat();
}

/** Forms by moments, of closed rounds: each form that has asked, in the order that is given. */
export function compare(places: readonly ComparedPlace[], forms: readonly string[]): readonly Compared[] {
  return forms.flatMap((form) => {
    const own = places.filter((place) => place.form === form && place.counts);
    if (own.length === 0) return [];
    return comparedMoments.map((moment) => ({
      form,
      moment,
      figures: figuresOf(own.filter((place) => place.moment === moment)),
    }));
  });
}

function figuresOf(places: readonly ComparedPlace[]): Compared["figures"] {
  const of = (question: ComparedQuestion): ComparedFigure =>
    comparedFigure(
      countsTogether(
        places.flatMap(({ counts }): ComparedCounts[] => (counts?.[question] ? [counts[question]] : [])),
      ),
    );
  const [useful, applied, recommended] = comparedQuestions;
  return { useful: of(useful), applied: of(applied), recommended: of(recommended) };
}
