import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { allStaff } from "../../../functions/cases/people/staff.ts";
import type { House } from "../../../functions/house.ts";
import { digestPartition } from "../../../functions/mails/digest-mail.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { type Mail, mailItem } from "../../../functions/store/mail-items.ts";
import { scored } from "../../../workflows/blocks/review/panel.ts";
import { decision } from "../../../workflows/blocks/selection.ts";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { grant, settlement } from "../../../workflows/foreign-internship/sheets.ts";
import { latestRecord } from "../../../workflows/kernel/case-file.ts";
import { printScore, storedScore } from "../../../workflows/kernel/score.ts";
import type { Ledger } from "./ledger.ts";
import type { CaseRow, MailRow } from "./outputs.ts";
import type { PersonRow } from "./people-file.ts";

interface Parts {
  readonly house: House;
  readonly ledger: Ledger;
  readonly transitionsOf: (ref: string) => number;
}

/** What became of everyone, in the order of the file. */
export async function caseRows(parts: Parts, people: readonly PersonRow[]): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  for (const person of people.toSorted((a, b) => a.line - b.line)) rows.push(await caseRow(parts, person));
  return rows;
}

async function caseRow({ house, ledger, transitionsOf }: Parts, person: PersonRow): Promise<CaseRow> {
  const applied = ledger.resultOf(person.line);
  if (!applied) throw new Error(`line ${person.line}: nobody applied`);
  const loaded = applied.outcome === "stored" && applied.ref ? await loadCase(house, applied.ref) : undefined;
  if (!loaded || applied.ref === undefined) return { applicant: person.applicant, status: applied.outcome };
  const { file, entry } = loaded;
  const made = file.entry?.decision === undefined ? undefined : decision.parse(file.entry.decision);
  const score = latestRecord(file, scored)?.score;
  return {
    applicant: person.applicant,
    status: entry?.state ?? "",
    ...(made?.country === undefined
      ? {}
      : { country: made.country, promoted: made.promotedFrom !== undefined }),
    ...(score === undefined ? {} : { score: printScore(storedScore(score), "en") }),
    ...(made?.position === undefined ? {} : { order: made.position }),
    ...moneyOf(loaded),
    mails: loaded.mails.length,
    transitions: transitionsOf(applied.ref),
    itemsWritten: ledger.writesOf(applied.ref),
  };
}

/** Money only for those who accepted a place, then 0 where there is none. EUR cents. */
function moneyOf({ file }: LoadedCase) {
  const granted = latestRecord(file, grant);
  if (!granted) return {};
  const settled = latestRecord(file, settlement);
  return {
    grantCents: granted.grantCents,
    advanceCents: granted.advanceCents,
    balanceCents: settled?.balanceCents ?? 0,
    recoveredCents: settled?.recoveredCents ?? 0,
  };
}

/** Every mail of the call, in the order in which they were sent, then of the file. */
export async function mailRows(
  { house, ledger }: Parts,
  people: readonly PersonRow[],
  call: CallFile,
): Promise<MailRow[]> {
  const rows: { readonly row: MailRow; readonly order: string }[] = [];
  const take = (mail: Mail, applicant: string, line: number, role = roleOf(mail)) => {
    const order = `${mail.sentAt ?? ""} ${String(line).padStart(7, "0")} ${mail.sk}`;
    rows.push({
      row: {
        applicant,
        role,
        template: mail.template,
        language: mail.to.language,
        sentAt: mail.sentAt ?? "",
      },
      order,
    });
  };
  for (const person of people) {
    const ref = ledger.resultOf(person.line)?.ref;
    if (ref === undefined) continue;
    for (const item of await house.table.query(ref, "mail#"))
      take(mailItem.parse(item), person.applicant, person.line);
  }
  for (const item of await house.table.query(refOfCall(call.id), "mail#")) take(mailItem.parse(item), "", 0);
  for (const member of await allStaff(house)) {
    const partition = digestPartition(house.config.linkSecret, member.email);
    const role = staffRoleOf(member.email, call);
    for (const item of await house.table.query(partition, "mail#")) take(mailItem.parse(item), "", 0, role);
  }
  return rows.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ row }) => row);
}

/** Whose digest it is: a mail to staff names nobody, and on one day each of them may get one. */
function staffRoleOf(email: string, { staff }: CallFile): string {
  const held = Object.entries(staff).find(
    ([, person]) => person?.email.toLowerCase() === email.toLowerCase(),
  );
  return held ? `staff ${held[0]}` : "staff";
}

/** Two people of one role are told apart by their part: the first reviewer is not the second. */
function roleOf(mail: Mail): string {
  const part = mail.sk.split("#").find((piece) => piece.startsWith(`${mail.role}.`));
  const name = part?.slice(mail.role.length + 1);
  return name === undefined || name === mail.role ? mail.role : `${mail.role} ${name}`;
}
