import { createHash } from "node:crypto";
import * as sepa from "sepa";
import { Temporal } from "temporal-polyfill";
import type { Account } from "../../workflows/kernel/money.ts";
import { bankSentence, bankText, isBankName } from "./bank-text.ts";

/** One payment to one person. */
export interface Transfer {
  /** The same for one payment however often it is written: the bank tells a repeated one by it. At most 35 characters. */
  readonly id: string;
  readonly to: Account;
  /** EUR cents, from 1 to 99 999 999 999. */
  readonly cents: number;
  /** What the receiver reads. */
  readonly about: string;
  /** The day on which it is asked to be made, `YYYY-MM-DD`. */
  readonly on: string;
}

/**
 * A file for the bank: transfers in euro as ISO 20022 pain.001.001.09, in UTF-8. A block a day, in the order given
 * within it. `at` is the instant at which it is made; it is written in Vilnius time.
 *
 * The message's identifier is made from the payments alone, so the same payments asked for twice are one message to the
 * bank. Throws on no transfers, on a name that is none to a bank, on an IBAN with a wrong checksum, and on an amount out of bounds.
 */
export function bankFile(payer: Account, transfers: readonly Transfer[], at: string): string {
  if (transfers.length === 0) throw new RangeError("a file for the bank needs a payment");
  const days = Map.groupBy(
    transfers.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    ({ on }) => on,
  );
  const file = new sepa.Document("pain.001.001.09");
  const name = bankName(payer.name);
  file.grpHdr.id = messageId(payer, transfers);
  file.grpHdr.created = new WallTime(at);
  file.grpHdr.initiatorName = name;
  for (const [on, ofDay] of days) {
    const block = file.createPaymentInfo();
    block.requestedExecutionDate = new WallTime(`${on}T12:00:00Z`);
    block.debtorName = name;
    block.debtorIBAN = payer.iban;
    block.batchBooking = true;
    file.addPaymentInfo(block);
    for (const { id, to, cents, about } of ofDay) {
      const transfer = block.createTransaction();
      transfer.creditorName = bankName(to.name);
      transfer.creditorIBAN = to.iban.replace(/\s/g, "").toUpperCase();
      transfer.amount = cents / 100;
      transfer.end2endId = id;
      transfer.remittanceInfo = bankSentence(about, 140) || id;
      block.addTransaction(transfer);
      // The library puts the block's name before it, and then it no longer fits 35 characters.
      transfer.id = id;
    }
  }
  return `${file.toString()}\n`;
}

/** Whoever asks for the file holds such payments back before. */
function bankName(name: string): string {
  if (!isBankName(name)) throw new RangeError("a file for the bank needs names that a bank can read");
  return bankText(name, 70);
}

function messageId(payer: Account, transfers: readonly Transfer[]): string {
  const said = transfers.map(({ id, to, cents, on }) => [id, to.iban, cents, on].join(" ")).toSorted();
  const digest = createHash("sha256").update([payer.iban, ...said].join("\n"));
  return `KELIAS-${digest.digest("hex").slice(0, 20)}`;
}

/** The library prints a date by the machine's own clock; here every machine's clock is that of Vilnius. */
class WallTime extends Date {
  readonly #local: Temporal.ZonedDateTime;

  constructor(instant: string) {
    super(instant);
    this.#local = Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Vilnius");
  }

  override getFullYear = () => this.#local.year;
  override getMonth = () => this.#local.month - 1;
  override getDate = () => this.#local.day;
  override getHours = () => this.#local.hour;
  override getMinutes = () => this.#local.minute;
  override getSeconds = () => this.#local.second;
}
