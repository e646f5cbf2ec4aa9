import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { bankFile, type Transfer } from "../../../functions/payments/bank-file.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import type { Mail } from "../../../functions/store/mail-items.ts";
import { nameOf, type Posting, postingsOf } from "../../../workflows/kernel/ledger.ts";
import type { Account } from "../../../workflows/kernel/money.ts";
import type { Became, Road, Row, Told, Totals } from "../../../workflows/kernel/rehearsal.ts";
import { type Ending, type Endings, endingKey, endingOf } from "./endings.ts";
import type { Ledger } from "./ledger.ts";
import { type MailRow, mailRows } from "./mails.ts";
import { paidIn } from "./payments.ts";
import type { Part } from "./play.ts";
import { seatOf } from "./seat-deeds.ts";
import { expectAllSent } from "./unsent.ts";
import type { OpenedWorld } from "./world.ts";

/** One movement of money in somebody's case. EUR cents. */
interface Moved extends Posting {
  readonly applicant: string;
}

/** What a call that was rehearsed came to. */
export interface Ended {
  readonly all: readonly Became[];
  readonly told: Told;
  readonly totals: Totals;
  /** What processes call the ends that somebody came to. */
  readonly endings: Endings;
  readonly mailsInCases: number;
  /** The cases that people of the file came to have, and how many of them are over. */
  readonly cases: { readonly all: number; readonly ended: number };
  /** In the order in which they were sent. */
  readonly mails: readonly MailRow[];
  /** In the order of the file of people, then of time. */
  readonly moved: readonly Moved[];
  /** The file for the bank; there is none where nothing was paid, or the call names no account that it pays from. */
  readonly payments: string | undefined;
}

/**
 * What became of everybody, each case loaded once. `began` is the instant at which the call opened. Throws UnsentMails where a mail
 * could not be sent: whoever rehearses looks for just that.
 */
export async function endOf(
  world: OpenedWorld,
  { call, cast }: Pick<Part, "call" | "cast">,
  ledger: Ledger,
  began: string,
): Promise<Ended> {
  const { house } = world;
  const rowOf = new Map(cast.rows.map((row) => [ledger.resultOf(call.id, row.line)?.ref, row]));
  await expectAllSent(house, (ref) => rowOf.get(ref));
  const telling = cast.told();
  const all: Became[] = [];
  const moved: Moved[] = [];
  const transfers: Transfer[] = [];
  const mails: { readonly row: Row; readonly mails: readonly Mail[] }[] = [];
  const work = { transitions: world.transitionsOf(refOfCall(call.id)), items: 0 };
  const endings = new Map<string, Ending>();
  let mailsInCases = 0;
  const cases = { all: 0, ended: 0 };
  let payer: Account | undefined;
  for (const row of cast.rows.toSorted((a, b) => a.line - b.line)) {
    const applied = ledger.resultOf(call.id, row.line);
    const loaded = applied?.ref === undefined ? undefined : await loadCase(house, applied.ref);
    const seat = applied?.seat && (await seatOf(house, applied.seat));
    const road = { ...roadOf(world, ledger, call.id, row, loaded), ...(seat ? { seat } : {}) };
    const became = telling.take(road);
    all.push(became);
    if (!road.file || !loaded) continue;
    const ending = endings.get(endingKey(became)) ?? (await endingOf(loaded.process, road.state ?? ""));
    if (ending) endings.set(endingKey(became), ending);
    cases.all += 1;
    if (loaded.entry?.ended) cases.ended += 1;
    const { money } = loaded.process;
    mails.push({ row, mails: loaded.mails });
    work.transitions += road.transitions;
    work.items += road.itemsWritten;
    mailsInCases += road.mails;
    payer ??= money?.payer(loaded.file.call);
    for (const posting of postingsOf(money, loaded.file)) moved.push({ applicant: row.name, ...posting });
    transfers.push(...(await paidIn(loaded)));
  }
  const days = (Date.parse(house.clock.now()) - Date.parse(began)) / 86_400_000;
  const totals = { virtualDays: Math.ceil(days), ...work };
  return {
    all,
    told: telling.tell({ totals, moved: moved.map((one) => ({ ...one, kind: nameOf(one) })) }),
    totals,
    endings,
    mailsInCases,
    cases,
    mails: await mailRows(house, call.id, mails),
    moved,
    payments: payer && transfers.length > 0 ? bankFile(payer, transfers, house.clock.now()) : undefined,
  };
}

/** Of who was refused, or took the application back at once, only that is told. */
function roadOf(
  world: OpenedWorld,
  ledger: Ledger,
  call: string,
  row: Row,
  loaded: LoadedCase | undefined,
): Road {
  const { outcome = "never", ref, problems } = ledger.resultOf(call, row.line) ?? {};
  if (outcome !== "stored" || ref === undefined || !loaded)
    return { row, outcome, ...(problems ? { problems } : {}), mails: 0, transitions: 0, itemsWritten: 0 };
  const hours = loaded.certificate?.says.hours;
  return {
    row,
    outcome,
    file: loaded.file,
    ...(loaded.entry ? { state: loaded.entry.state } : {}),
    ...(hours === undefined ? {} : { hours }),
    mails: loaded.mails.length,
    transitions: world.transitionsOf(ref),
    itemsWritten: ledger.writesOf(ref),
  };
}
