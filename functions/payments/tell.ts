import { printAmount, printDay } from "../../workflows/kernel/facts/print.ts";
import { waysOf } from "../../workflows/kernel/states.ts";
import { summaryOf } from "../calls/calls.ts";
import type { LoadedCase } from "../cases/load.ts";
import { absencesIn, standInsNow } from "../cases/people/absences.ts";
import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { isBehindToo, staffIn } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import { keepNotice } from "../mails/notices.ts";
import type { Head } from "../store/items.ts";
import type { Run } from "../store/run-item.ts";
import { whatFor } from "./transfer.ts";

type Parts = Pick<House, "table" | "clock" | "config">;

/**
 * Tells whoever may approve a run that it is prepared: finance of its call, and who stands in for them today, but nobody behind its
 * preparation. Said again it is the same mail.
 */
export async function tellFinance(
  house: Parts,
  call: Head,
  { number, preparedBy, preparedFor = [] }: Run,
  { count, cents }: Pick<Run, "count" | "cents">,
): Promise<void> {
  for (const member of await approversOf(house, call)) {
    if (isBehindToo(call, [preparedBy.email, ...preparedFor], member)) continue;
    const { language } = member;
    const values = {
      call: summaryOf(call, house.clock.now()).title[language],
      callId: call.callId,
      number: String(number),
      count: String(count),
      amount: printAmount(cents, language),
      by: preparedBy.name,
    };
    const at = house.clock.now();
    await keepNotice(
      house,
      member,
      { name: "runPrepared", values, ref: call.pk },
      { id: `${call.callId}#${number}`, at },
    );
  }
}

async function approversOf(house: Parts, call: Head): Promise<readonly StaffMember[]> {
  const finance = staffIn(call).get("finance");
  const substitutes = (await absencesIn(house)).flatMap(({ periods }) =>
    periods.map(({ substitute }) => substitute.email.toLowerCase()),
  );
  const members = [...staffIn(call).values()].filter(
    ({ email }) => email === finance?.email || substitutes.includes(email.toLowerCase()),
  );
  const once = [...new Map(members.map((one) => [one.email.toLowerCase(), one])).values()];
  const known = await Promise.all(
    once.map(async (one) => ({ ...one, standIns: await standInsNow(house, { substitute: one.email }) })),
  );
  return known.filter((member) => rolesIn(call, member).has("finance"));
}

/** A payment as its case asked for it: the state that asks, its name and its attempt (by identifier). EUR cents. */
interface Sent {
  readonly id: string;
  readonly state: string;
  readonly payment: string;
  readonly cents: number;
  /** The day on which the bank paid. */
  readonly paidOn: string;
}

/**
 * Tells whoever was paid that the money was sent: the one who would be asked for another account if the bank returned it. The sweeper
 * sends it, at its pace: a run may pay hundreds.
 */
export async function tellPaid(house: Parts, loaded: LoadedCase, sent: Sent): Promise<void> {
  const { process, file, head } = loaded;
  const asked = process.states[sent.state];
  const again = asked && process.states[waysOf(asked).returned ?? ""];
  const to = again?.kind === "ask" ? process.people(again.role, file) : undefined;
  if (!to) return;
  const { language } = to;
  const values = {
    about: await whatFor(loaded, sent.payment, language),
    amount: printAmount(sent.cents, language),
    day: printDay(sent.paidOn, language),
  };
  await keepNotice(
    house,
    to,
    { name: "moneySent", values, ref: head.pk },
    { id: sent.id, at: house.clock.now() },
  );
}
