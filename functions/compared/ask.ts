import {
  askedAgainAt,
  type ComparedMoment,
  comparedAs,
  roundAt,
  timesOfRound,
} from "../../workflows/kernel/comparing.ts";
import { issueSlip } from "../anonymous/slips.ts";
import type { House } from "../house.ts";
import { comparedCodeOf } from "../links.ts";
import { type Asking, askedAs, askingItem, comparedPlaceKey, roundKey } from "../store/compared-items.ts";
import { nothingPending, pendingSince } from "../store/keys.ts";
import { campaignOfRound, placeFor } from "./campaign.ts";
import { whomToAsk } from "./whom.ts";

/**
 * Asks whoever has gone through a form what is due: a slip in this quarter's round, and a mail with its link. Each part may be done again, and in the round in
 * which it was begun. Whoever was erased is asked nothing more.
 */
export async function askDue(house: House, found: Asking): Promise<void> {
  const whom = await whomToAsk(house, found);
  if (!whom || found.next === undefined) return goOn(house, found, undefined);
  const { loaded, send } = whom;
  const { next: moment } = found;
  const round = await roundOf(house, found);
  const { callId } = loaded.head;
  const place = placeFor(callId, moment);
  await openRound(house, round);
  await house.table.put(
    { ...comparedPlaceKey(round, callId, moment), round, callId, moment, form: comparedAs(loaded.process) },
    { ifAbsent: true },
  );
  const code = comparedCodeOf(house.config.linkSecret, askedAs(found), moment);
  await issueSlip(house, campaignOfRound(round), place, code);
  await send({ moment, round });
  await goOn(house, found, { moment, round });
}

/** In which round it is asked: that of the moment at which it was first tried. */
async function roundOf({ table, clock }: Pick<House, "table" | "clock">, { pk, sk, round }: Asking) {
  if (round !== undefined) return round;
  const now = roundAt(clock.now());
  await table.change({ pk, sk }, { set: { round: now }, when: { round: "absent" } });
  return askingItem.parse(await table.get({ pk, sk })).round ?? now;
}

/** A round is closed a minute after its last second, when no answer can be under way any more. */
async function openRound({ table }: Pick<House, "table">, round: string): Promise<void> {
  const times = timesOfRound(round);
  if (!times) throw new Error(`${round}: no quarter`);
  const at = new Date(Date.parse(times.closesAt) + 61_000).toISOString();
  const key = roundKey(round);
  await table.put({ ...key, round, ...pendingSince(key.pk, at) }, { ifAbsent: true });
}

/** Notes what was asked and waits for the next moment, if there is one. */
async function goOn(
  { table, clock }: Pick<House, "table" | "clock">,
  { pk, sk, endedAt, months, asked }: Asking,
  done: { readonly moment: ComparedMoment; readonly round: string } | undefined,
): Promise<void> {
  const set = done ? { asked: { ...asked, [done.moment]: { at: clock.now(), round: done.round } } } : {};
  if (done?.moment === "end")
    await table.change(
      { pk, sk },
      {
        set: { ...set, next: "later", ...pendingSince(pk, askedAgainAt(endedAt, months)) },
        remove: ["round", "attempts"],
        when: { next: { is: "end" } },
      },
    );
  else await table.change({ pk, sk }, { set, remove: ["next", "round", ...nothingPending] });
}
