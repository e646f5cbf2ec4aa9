import * as z from "zod";
import type { Item } from "../adapters/table.ts";
import { isOver, type LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { keepNotice } from "../mails/notices.ts";
import { withoutLinks } from "../mails/quoted.ts";
import type { Own } from "../record/whose.ts";
import { instant, keyed, language } from "../store/item-parts.ts";
import { erasureRequestKey, erasureRequests } from "../store/keys.ts";

/** Somebody asks to be erased. A coordinator of one of their calls agrees or refuses; whoever looks after the product erases then. */
const requestItem = z.object({
  ...keyed,
  email: z.string(),
  name: z.string(),
  language,
  askedAt: instant,
  /** The calls in which they took part. */
  callIds: z.array(z.string()),
  decided: z
    .object({ at: instant, by: z.string(), agrees: z.boolean(), reason: z.string().optional() })
    .optional(),
});
export type ErasureRequest = z.infer<typeof requestItem>;

type Parts = Pick<House, "table" | "clock"> & { readonly config: Pick<House["config"], "linkSecret"> };

const keyOf = ({ config }: Parts, email: string) => erasureRequestKey(addressIdOf(config.linkSecret, email));

export async function requestOf(house: Parts, email: string): Promise<ErasureRequest | undefined> {
  const item = await house.table.get(keyOf(house, email));
  return item && standing(item);
}

/** Of one that was taken back nothing is left but when: pages may not delete. */
const standing = (item: Item): ErasureRequest | undefined =>
  item.takenBackAt === undefined ? requestItem.parse(item) : undefined;

/** All of them, the oldest first. */
export async function allRequests({ table }: Pick<House, "table">): Promise<readonly ErasureRequest[]> {
  const items = await table.query(erasureRequests);
  return items
    .map(standing)
    .filter((request) => request !== undefined)
    .toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : 0));
}

/** Their cases of which something goes on: before they have ended nobody is erased. */
export const goingOn = ({ email, parts }: Pick<Own, "email" | "parts">): readonly LoadedCase[] =>
  parts.flatMap(({ as, loaded }) => {
    const isAsked = loaded.tasks.some(
      ({ status, inbox }) => status === "open" && inbox?.toLowerCase() === email.toLowerCase(),
    );
    return isAsked || (as === "own" && !isOver(loaded)) ? [loaded] : [];
  });

/** Asks; whoever was refused may ask again. Returns why not, where something goes on. */
export async function askToBeErased(
  house: Parts,
  own: Own,
  inLanguage: ErasureRequest["language"],
): Promise<"asked" | "goesOn"> {
  if (goingOn(own).length > 0) return "goesOn";
  const before = await requestOf(house, own.email);
  if (before && before.decided?.agrees !== false) return "asked";
  const { name, email, parts } = own;
  await house.table.put({
    ...keyOf(house, email),
    ...{ email, name, language: inLanguage, askedAt: house.clock.now() },
    callIds: [...new Set(parts.map(({ loaded }) => loaded.head.callId))],
  });
  return "asked";
}

/** Takes it back, as long as nobody is erased. */
export async function takeRequestBack(house: Parts, email: string): Promise<void> {
  await house.table.put({ ...keyOf(house, email), takenBackAt: house.clock.now() });
}

/** A coordinator's word on it, once: the first counts, and is mailed to whoever asked. */
export async function decideRequest(
  house: Pick<House, "table" | "clock" | "config">,
  { pk, sk, name, email, language: inLanguage, askedAt }: ErasureRequest,
  said: { readonly by: string; readonly agrees: boolean; readonly reason?: string },
): Promise<"decided" | "decidedBefore"> {
  const at = house.clock.now();
  const decided = { at, ...said };
  const { outcome } = await house.table.change(
    { pk, sk },
    { set: { decided }, when: { email: "present", decided: "absent" } },
  );
  if (outcome !== "changed") return "decidedBefore";
  const notice = said.agrees
    ? ({ name: "erasureAgreed", values: {} } as const)
    : ({ name: "erasureRefused", values: { reason: withoutLinks(said.reason ?? "–") } } as const);
  await keepNotice(house, { name, email, language: inLanguage }, notice, { id: askedAt, at });
  return "decided";
}
