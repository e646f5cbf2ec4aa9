import { loadCase } from "../cases/load.ts";
import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { behind, isBehindToo } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import type { Hold, HoldWord } from "../store/hold-item.ts";
import type { Head } from "../store/items.ts";
import { refOfTransfer } from "./attempt.ts";
import { addWord, lastWord } from "./holds.ts";
import { settlePayment } from "./mark-run.ts";
import { named } from "./runs.ts";
import { type Waiting, waitingIn } from "./waiting.ts";

/** A payment of a call that may have been made already. */
export type HeldPayment = Waiting & { readonly hold: Hold };

/** The held payment of a call by its identifier; `undefined` where none of this name is asked for and held so. */
export async function heldPaymentOf(
  house: Pick<House, "table" | "clock">,
  call: Head,
  id: string,
): Promise<HeldPayment | undefined> {
  const [found] = (await waitingIn(house, call, [refOfTransfer(id)])).filter((one) => one.id === id);
  return found?.hold && { ...found, hold: found.hold };
}

/** Is this payment held no more because of what this member of the staff said of it, whom perhaps nobody told so? */
export async function hasDecided(
  house: Pick<House, "table">,
  call: Head,
  id: string,
  { email }: StaffMember,
): Promise<boolean> {
  const loaded = await loadCase(house, refOfTransfer(id));
  if (loaded?.head.callId !== call.callId) return false;
  const said = (loaded.holds ?? []).map(lastWord).filter((word) => word.id === id && word.by.email === email);
  return said.some(({ what }) => what === "released" || what === "confirmed");
}

/** What finance says of a held payment. `paidOn`: `YYYY-MM-DD`. */
export type Said =
  | { readonly what: "paid"; readonly paidOn: string; readonly reason: string }
  | { readonly what: "released"; readonly reason: string };

/**
 * Finance says that a held payment was not made, so that a run, which two people see, may take it; or that it was, which counts once a
 * second person has confirmed it. Until then either may be said again.
 */
export async function sayOfHeld(
  house: Pick<House, "table" | "clock">,
  call: Head,
  { id, hold }: HeldPayment,
  member: StaffMember,
  said: Said,
): Promise<"said" | "notTheirs" | "changed"> {
  if (!rolesIn(call, member).has("finance")) return "notTheirs";
  const last = lastWord(hold);
  if (last.what === "confirmed") return "changed";
  const isSame = last.what === said.what && last.by.email === member.email && last.reason === said.reason;
  if (isSame && (said.what === "released" || last.paidOn === said.paidOn)) return "said";
  return (await addWord(house, hold, wordOf(house, call, member, id, said))) ? "said" : "changed";
}

/** May a member of the staff confirm that a held payment was made: neither who said so, nor anybody behind them. */
export function mayConfirm(call: Head, { hold }: Pick<HeldPayment, "hold">, member: StaffMember): boolean {
  const roles = rolesIn(call, member);
  return (roles.has("finance") || roles.has("coordinator")) && !isOwnWord(call, hold, member);
}

function isOwnWord(call: Head, hold: Hold, member: StaffMember): boolean {
  const { what, by, standingFor = [] } = lastWord(hold);
  return what === "paid" && isBehindToo(call, [by.email, ...standingFor], member);
}

/**
 * A second person confirms that a held payment was made (four-eyes principle, decision 18): its question is answered as by a run. The
 * word is stored first; `later` when the question cannot be answered now, and whoever confirms again has it answered.
 */
export async function confirmHeld(
  house: Pick<House, "table" | "clock" | "engine" | "log" | "config">,
  call: Head,
  held: HeldPayment,
  member: StaffMember,
): Promise<"settled" | "later" | "notTheirs" | "ownWord" | "changed"> {
  const last = lastWord(held.hold);
  if (isOwnWord(call, held.hold, member)) return "ownWord";
  if (!mayConfirm(call, held, member)) return "notTheirs";
  const { paidOn } = last;
  if ((last.what !== "paid" && last.what !== "confirmed") || paidOn === undefined) return "changed";
  const confirmed = wordOf(house, call, member, held.id, { what: "confirmed", paidOn });
  if (last.what === "paid" && !(await addWord(house, held.hold, confirmed))) return "changed";
  const by = last.what === "confirmed" ? last.by.email : member.email;
  return settlePayment(house, held, paidOn, by);
}

function wordOf(
  { clock }: Pick<House, "clock">,
  call: Head,
  member: StaffMember,
  id: string,
  said: Said | Pick<HoldWord, "what" | "paidOn">,
): HoldWord {
  const others = [...behind(call, member.email, member.standIns ?? [])].slice(1);
  return {
    ...said,
    id,
    at: clock.now(),
    by: named(member),
    ...(others.length > 0 ? { standingFor: others } : {}),
  };
}
