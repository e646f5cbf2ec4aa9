import {
  askedAgainAt,
  type ComparedMoment,
  comparedAs,
  roundAt,
  timesOfRound,
} from "../../workflows/kernel/comparing.ts";
import { issueSlip } from "../anonymous/slips.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { comparedCodeOf } from "../links.ts";
import { queueMail } from "../mails/queue.ts";
import { comparedTemplate } from "../mails/template.ts";
import { type Asking, askingItem, askingKey, comparedPlaceKey, roundKey } from "../store/compared-items.ts";
import { nothingPending, pendingSince } from "../store/keys.ts";
import { campaignOfRound, placeFor } from "./campaign.ts";

/**
 * Asks a case what is due: a slip in this quarter's round, and a mail with its link. Each part may be done again, and in the round in
 * which it was begun. Whoever was erased is asked nothing more.
 */
export async function askDue(house: House, found: Asking): Promise<void> {
  const loaded = await loadCase(house, found.pk);
  if (!loaded || loaded.head.erased || found.next === undefined) return goOn(house, found, undefined);
  const to = loaded.process.people("applicant", loaded.file);
  if (!to) return goOn(house, found, undefined);
  const { next: moment, visit } = found;
  const round = await roundOf(house, found);
  const { callId } = loaded.head;
  const place = placeFor(callId, moment);
  await openRound(house, round);
  await house.table.put(
    { ...comparedPlaceKey(round, callId, moment), round, callId, moment, form: comparedAs(loaded.process) },
    { ifAbsent: true },
  );
  const code = comparedCodeOf(house.config.linkSecret, found.pk, moment);
  await issueSlip(house, campaignOfRound(round), place, code);
  const number = moment === "end" ? 0 : 1;
  const order = { ref: found.pk, visit, template: comparedTemplate, role: "applicant", to, round: number };
  await queueMail(house, { ...order, asks: { moment, round } }, loaded);
  await goOn(house, found, { moment, round });
}

/** In which round it is asked: that of the moment at which it was first tried. */
async function roundOf({ table, clock }: Pick<House, "table" | "clock">, { pk, round }: Asking) {
  if (round !== undefined) return round;
  const now = roundAt(clock.now());
  await table.change(askingKey(pk), { set: { round: now }, when: { round: "absent" } });
  return askingItem.parse(await table.get(askingKey(pk))).round ?? now;
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
  { pk, endedAt, months, asked }: Asking,
  done: { readonly moment: ComparedMoment; readonly round: string } | undefined,
): Promise<void> {
  const set = done ? { asked: { ...asked, [done.moment]: { at: clock.now(), round: done.round } } } : {};
  if (done?.moment === "end")
    await table.change(askingKey(pk), {
      set: { ...set, next: "later", ...pendingSince(pk, askedAgainAt(endedAt, months)) },
      remove: ["round", "attempts"],
      when: { next: { is: "end" } },
    });
  else await table.change(askingKey(pk), { set, remove: ["next", "round", ...nothingPending] });
}
