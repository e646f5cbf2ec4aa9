import * as z from "zod";
import { loadCall } from "../../../functions/calls/calls.ts";
import { allStaff } from "../../../functions/cases/people/staff.ts";
import type { House } from "../../../functions/house.ts";
import { digestPartition } from "../../../functions/mails/digest-mail.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { type Mail, mailItem } from "../../../functions/store/mail-items.ts";
import type { Row } from "../../../workflows/kernel/rehearsal.ts";

/** One mail that was sent; those of the call itself have no applicant. */
export interface MailRow {
  readonly applicant: string;
  readonly role: string;
  readonly template: string;
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/** Every mail of a call, in the order in which they were sent, then of the file. */
export async function mailRows(
  house: House,
  callId: string,
  ofCases: readonly { readonly row: Row; readonly mails: readonly Mail[] }[],
): Promise<readonly MailRow[]> {
  const rows: { readonly row: MailRow; readonly order: string }[] = [];
  const take = (mail: Mail, applicant: string, line: number, role = roleOf(mail)) => {
    const order = `${mail.sentAt ?? ""} ${String(line).padStart(7, "0")} ${mail.sk}`;
    const { template, to, sentAt = "" } = mail;
    rows.push({ row: { applicant, role, template, language: to.language, sentAt }, order });
  };
  for (const { row, mails } of ofCases) for (const mail of mails) take(mail, row.name, row.line);
  for (const item of await house.table.query(refOfCall(callId), "mail#")) take(mailItem.parse(item), "", 0);
  const staff = staffed.safeParse((await loadCall(house, callId))?.data).data?.staff ?? {};
  for (const member of await allStaff(house)) {
    const partition = digestPartition(house.config.linkSecret, member.email);
    const role = staffRoleOf(member.email, staff);
    for (const item of await house.table.query(partition, "mail#")) take(mailItem.parse(item), "", 0, role);
  }
  return rows.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ row }) => row);
}

const staffed = z.object({ staff: z.record(z.string(), z.object({ email: z.string() })) });

/** Whose digest it is: a mail to staff names nobody, and on one day each of them may get one. */
function staffRoleOf(email: string, staff: z.infer<typeof staffed>["staff"]): string {
  const held = Object.entries(staff).find(([, person]) => person.email.toLowerCase() === email.toLowerCase());
  return held ? `staff ${held[0]}` : "staff";
}

/** Two people of one role are told apart by their part: the first reviewer is not the second. */
function roleOf(mail: Mail): string {
  const part = mail.sk.split("#").find((piece) => piece.startsWith(`${mail.role}.`));
  const name = part?.slice(mail.role.length + 1);
  return name === undefined || name === mail.role ? mail.role : `${mail.role} ${name}`;
}
