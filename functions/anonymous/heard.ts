import type { AnonymousAnswer, Heard, Place, PlaceCount } from "../../workflows/kernel/heard.ts";
import type { Answers } from "../adapters/answers.ts";
import type { House } from "../house.ts";
import { answerItem, answersOf, slipsOf } from "../store/answer-items.ts";
import { slipsIn } from "./slips.ts";

/** A step that hears a call has all of its answers in memory at once: so many fit into what a function has. */
const mostAnswers = 400_000;

/**
 * What a call's step is told: how many answered by which day, while slips are there, and afterwards the answers. Throws a RangeError
 * where there are more than a step can hear.
 */
export async function heardIn(
  { answers }: Pick<House, "answers">,
  callId: string,
  places: readonly Place[],
): Promise<Heard> {
  const counted: PlaceCount[] = [];
  const untied: AnonymousAnswer[] = [];
  for (const place of places) {
    counted.push(await countIn(answers, callId, place));
    let after: string | undefined;
    do {
      const { items, next } = await answers.page(answersOf(callId, place), { limit: 1000, after });
      for (const item of items) untied.push(answerItem.parse(item));
      after = next;
    } while (after !== undefined);
    if (untied.length > mostAnswers)
      throw new RangeError(`${callId}: its steps hear ${mostAnswers} answers at most; it has more`);
  }
  return { places: counted, answers: untied };
}

async function countIn(answers: Answers, callId: string, { school, group }: Place): Promise<PlaceCount> {
  const byDay = new Map<string, number>();
  let issued = 0;
  for await (const { day } of slipsIn(answers, slipsOf(callId, { school, group }))) {
    issued += 1;
    if (day !== undefined) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const days = [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { school, group, issued, answered: days.map(([day, count]) => ({ day, count })) };
}
