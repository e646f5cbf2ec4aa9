import { createHash } from "node:crypto";
import { paths } from "../../../functions/addresses/paths.ts";
import { campaignOfRound, placeFor } from "../../../functions/compared/campaign.ts";
import { comparedCodeOf } from "../../../functions/links.ts";
import { comparedQuestions } from "../../../workflows/kernel/comparing.ts";
import { asForm } from "./answering.ts";
import type { Questioned } from "./questions.ts";
import type { World } from "./world.ts";

/**
 * Answers as somebody does who has the mail: of six one does not, and one leaves a question out. What is answered follows from who is
 * asked what, so that the same rehearsal is the same each time.
 */
export async function answerOnForm(
  { house, request }: World,
  { ref, moment, round }: Questioned,
  callId: string,
): Promise<void> {
  const chance = createHash("sha256").update(`${ref} ${moment}`).digest();
  const luck = (chance[0] ?? 0) % 6;
  if (luck === 0) return;
  const said = comparedQuestions.flatMap((question, index): [string, string][] =>
    luck === 1 && index === 1
      ? []
      : [[`item.${question}`, String(4 - Math.floor(((chance[index + 1] ?? 0) % 10) / 4))]],
  );
  const { school, group } = placeFor(callId, moment);
  const code = comparedCodeOf(house.config.linkSecret, ref, moment);
  const path = paths.answer(campaignOfRound(round), school, group, code);
  const { status } = await request("POST", path, String(new URLSearchParams(said)), asForm);
  // Before a kill it was answered, or its round closed.
  if (![303, 409, 410].includes(status))
    throw new Error(`${ref}: answers on its form were refused with ${status}`);
}
