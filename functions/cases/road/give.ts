import { processOf } from "../../../workflows/catalogue.ts";
import { addressIn } from "../../../workflows/kernel/applicant.ts";
import type { Given } from "../../../workflows/kernel/step-result.ts";
import type { House } from "../../house.ts";
import { caseIdOf } from "../../links.ts";
import type { Head } from "../../store/items.ts";
import { headKey, pendingSince, refOfCase } from "../../store/keys.ts";
import { enterSelection } from "../applications/submit.ts";
import type { LoadedCase } from "../load.ts";
import { noteMine } from "../people/mine.ts";

/** What a list told of the giver it tells of the case that the giver gives rise to, where that says the same. */
const isSaidAgain = (name: string, said: Given["application"], { application = {} }: Head): boolean =>
  said[name] !== undefined && said[name] === application[name];

/**
 * Makes the case that another one gives rise to, once: the identifier comes from the giver's. The sweeper starts its machine,
 * because whom a machine calls starts none.
 */
export async function giveCase(
  house: Pick<House, "table" | "config">,
  { head: giver }: LoadedCase,
  { callId, process, application }: Given,
  now: string,
): Promise<void> {
  const { givenStart } = await processOf(process);
  if (givenStart === undefined) throw new Error(`${process}: no case of it can be given rise to`);
  const ref = refOfCase(caseIdOf(house.config.linkSecret, callId, giver.pk));
  const listed = (giver.listed ?? []).filter((name) => isSaidAgain(name, application, giver));
  const head: Head = {
    ...headKey(ref),
    sk: "head",
    process,
    callId,
    language: giver.language,
    submittedAt: now,
    application: { ...application },
    ...(listed.length > 0 ? { listed } : {}),
    generation: 1,
    interruptions: [],
    interrupted: 0,
    heard: 0,
    toStart: { from: givenStart, visit: 1 },
    ...pendingSince(ref, now),
  };
  await noteMine(house, addressIn(application), ref);
  await house.table.put(head, { ifAbsent: true });
  await enterSelection(house, head);
}
