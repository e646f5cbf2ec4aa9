import { addressIn } from "../../../workflows/kernel/applicant.ts";
import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import type { Draft } from "../../store/applicant-items.ts";
import { draftPrefix } from "../../store/keys.ts";
import { readDraft, sentDraft } from "./draft.ts";

/** The drafts that hold an address as their owner's and are not sent yet, the latest first. */
export async function draftsOfAddress(
  house: Pick<House, "table" | "config">,
  email: string,
): Promise<readonly Draft[]> {
  const noted = await house.table.query(draftPrefix(addressIdOf(house.config.linkSecret, email)));
  const drafts = await Promise.all(noted.map(({ sk }) => readDraft(house, String(sk))));
  const own = drafts.filter((draft) => draft !== undefined).filter((draft) => isOf(draft, email));
  const sent = await Promise.all(own.map((draft) => sentDraft(house, draft)));
  return own
    .filter((_, index) => sent[index] === undefined)
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

/** The address may have been put right since. */
const isOf = ({ values }: Draft, email: string): boolean =>
  addressIn(values).toLowerCase() === email.toLowerCase();
