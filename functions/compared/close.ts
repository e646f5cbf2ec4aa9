import { type ComparedCounts, comparedQuestions, countsOf } from "../../workflows/kernel/comparing.ts";
import { heardIn } from "../anonymous/heard.ts";
import { untie } from "../anonymous/untie.ts";
import type { House } from "../house.ts";
import { type ComparedPlace, comparedPlaceItem, placesOfRound, type Round } from "../store/compared-items.ts";
import { nothingPending } from "../store/keys.ts";
import { campaignOfRound, placeFor } from "./campaign.ts";

/**
 * Closes a round: notes how many were asked, cuts answers loose from codes for good, and counts them. It may be done again at any
 * point: who was asked is noted while slips are there, and what was answered is counted when none is left.
 */
export async function closeRound(
  house: Pick<House, "table" | "answers">,
  { pk, sk, round }: Round,
): Promise<void> {
  const places = await placesIn(house, round);
  const campaign = campaignOfRound(round);
  for (const place of places) {
    if (place.asked !== undefined) continue;
    const { issued } = await heardAt(house, campaign, place);
    await house.table.change({ pk: place.pk, sk: place.sk }, { set: { asked: issued } });
  }
  await untie(house, campaign, places.map(placeOf));
  for (const place of places) {
    const { answers } = await heardAt(house, campaign, place);
    const counts: Record<string, ComparedCounts> = Object.fromEntries(
      comparedQuestions.map((question) => [
        question,
        countsOf(answers.map(({ values }) => values[question])),
      ]),
    );
    await house.table.change({ pk: place.pk, sk: place.sk }, { set: { answered: answers.length, counts } });
  }
  await house.table.change({ pk, sk }, { remove: nothingPending });
}

const placeOf = ({ callId, moment }: ComparedPlace) => placeFor(callId, moment);

async function heardAt(house: Pick<House, "answers">, campaign: string, place: ComparedPlace) {
  const { places, answers } = await heardIn(house, campaign, [placeOf(place)]);
  return { issued: places[0]?.issued ?? 0, answers };
}

/** What a round has asked, by call and moment. */
export const placesIn = async ({ table }: Pick<House, "table">, round: string): Promise<ComparedPlace[]> =>
  (await table.query(placesOfRound(round))).map((item) => comparedPlaceItem.parse(item));
