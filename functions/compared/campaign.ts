import type { ComparedMoment } from "../../workflows/kernel/comparing.ts";
import type { Place } from "../../workflows/kernel/heard.ts";

/** No call has such an identifier, so that codes of a round and of a call's own questions are never mixed up. */
const mark = "~";

/** Under which name the codes of a round lie, and by which people come who have one. */
export const campaignOfRound = (round: string): string => `${mark}${round}`;

/** The round of such a name; `undefined` of a call's or a case's. */
export const roundIn = (campaign: string): string | undefined =>
  campaign.startsWith(mark) ? campaign.slice(mark.length) : undefined;

/** Whose answers are counted together: those of one call at one moment. */
export const placeFor = (callId: string, moment: ComparedMoment): Place => ({
  school: callId,
  group: moment,
});
