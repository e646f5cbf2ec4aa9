import { loadCall, summaryOf } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import { keepNotice } from "../../mails/notices.ts";
import type { Draft } from "../../store/applicant-items.ts";
import { expiring, idleDraftDays } from "../../store/expiring.ts";
import { idOf, ownDraftKey } from "../../store/keys.ts";

/** Whoever sends the application within so many minutes needs no mail about its draft. */
const quietMinutes = 15;

/**
 * Notes a draft by the address that was written into it, so that its owner finds it after signing in, and tells them so once for each
 * call, unless it is sent meanwhile. The mail leads to signing in and not to the draft: an address may be mistyped, and is anybody's
 * then.
 */
export async function noteDraft(
  house: Pick<House, "table" | "clock" | "config">,
  { pk, callId, language }: Pick<Draft, "pk" | "callId" | "language">,
  email: string,
): Promise<void> {
  const key = ownDraftKey(addressIdOf(house.config.linkSecret, email), idOf(pk));
  if (await house.table.get(key)) return;
  const call = await loadCall(house, callId);
  if (!call) return;
  const now = house.clock.now();
  const values = { call: summaryOf(call, now).title[language], callId };
  const notice = { name: "draftKept", values, ref: call.pk } as const;
  const at = new Date(Date.parse(now) + quietMinutes * 60_000).toISOString();
  await keepNotice(house, { name: "", email, language }, notice, { id: callId, at });
  // Last, so that whoever was cut off before it tells them when the page is sent again.
  await house.table.put({ ...key, ...expiring(now, idleDraftDays) }, { ifAbsent: true });
}
