import { processOf } from "../../../workflows/catalogue.ts";
import { addressIn } from "../../../workflows/kernel/applicant.ts";
import type { Given, Invited } from "../../../workflows/kernel/step-result.ts";
import type { House } from "../../house.ts";
import { caseIdOf } from "../../links.ts";
import type { Head } from "../../store/items.ts";
import { headKey, pendingSince, refOfCase } from "../../store/keys.ts";
import { enterSelection } from "../applications/submit.ts";
import { type LoadedCase, processOfCases } from "../load.ts";
import { noteMine } from "../people/mine.ts";

/** What a list told of the giver it tells of the case that the giver gives rise to, where that says the same. */
const isSaidAgain = (name: string, said: Given["application"], { application = {} }: Head): boolean =>
  said[name] !== undefined && said[name] === application[name];

/**
 * Makes the case that another one gives rise to, once: the identifier comes from the giver's. The sweeper starts its machine,
 * because whom a machine calls starts none.
 */
export const giveCase = (house: Parts, { head }: LoadedCase, given: Given, now: string): Promise<void> =>
  makeCase(house, head, { ...given, by: head.pk }, now);

/** Makes a case for each whom a call invites, once. */
export async function inviteAll(
  house: Parts,
  { head }: LoadedCase,
  invited: readonly Invited[],
  now: string,
): Promise<void> {
  const { id: process } = (await processOfCases(head)) ?? {};
  if (process === undefined) throw new Error(`${head.pk}: a call without cases invites nobody`);
  const { callId } = head;
  const makeOne = ({ id, application }: Invited) =>
    makeCase(house, head, { callId, process, application, by: `${head.pk}#${id}` }, now);
  for (let from = 0; from < invited.length; from += 25)
    await Promise.all(invited.slice(from, from + 25).map(makeOne));
}

type Parts = Pick<House, "table" | "config">;

/** `by`: what its identifier comes from. */
async function makeCase(
  house: Parts,
  giver: Head,
  { callId, process, application, by }: Given & { readonly by: string },
  now: string,
): Promise<void> {
  const { givenStart } = await processOf(process);
  if (givenStart === undefined) throw new Error(`${process}: no case of it can be given rise to`);
  const ref = refOfCase(caseIdOf(house.config.linkSecret, callId, by));
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
