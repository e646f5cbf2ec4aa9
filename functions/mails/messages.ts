import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { mailKey, mailPendingSince } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import type { Question } from "../store/question-item.ts";

/** What one of the staff writes to whoever applied. */
export interface Message {
  readonly text: string;
  readonly by: { readonly name: string; readonly email: string };
  /** The page on which it was written: sent twice from one page it is one message. */
  readonly sending: number;
}

/** No longer than people read. */
export const longestMessage = 4_000;

/** The mail of a message; `undefined` where the case has nobody to write to. */
export function messageTo(
  { clock }: Pick<House, "clock">,
  { process, file, head }: LoadedCase,
  { text, by, sending }: Message,
): Mail | undefined {
  const to = process.people("applicant", file);
  if (!to) return undefined;
  const queuedAt = clock.now();
  return {
    ...mailKey(head.pk, 0, "message", "applicant", sending),
    template: "message",
    role: "applicant",
    to: { name: to.name, email: to.email, language: to.language },
    message: { text },
    by,
    queuedAt,
    isPaced: true,
    ...mailPendingSince(head.pk, queuedAt),
  };
}

/** Keeps the mail by which a question is answered, to whoever asked it; each question has one. */
export async function keepAnswer(
  { table, clock }: Pick<House, "table" | "clock">,
  { pk, number, by: to, text: question }: Question,
  { text, by }: Pick<Message, "text" | "by">,
): Promise<void> {
  const queuedAt = clock.now();
  const mail: Mail = {
    ...mailKey(pk, 0, "answer", "applicant", number),
    template: "answer",
    role: "applicant",
    to,
    message: { text, question },
    by,
    queuedAt,
    isPaced: true,
    ...mailPendingSince(pk, queuedAt),
  };
  await table.put(mail, { ifAbsent: true });
}

/** Keeps a message with its case; the sweeper sends it at its pace. Said again from the same page it is said once. */
export async function keepMessage(
  house: Pick<House, "table" | "clock">,
  loaded: LoadedCase,
  message: Message,
): Promise<"kept" | "nobody"> {
  const mail = messageTo(house, loaded, message);
  if (!mail) return "nobody";
  await house.table.put(mail, { ifAbsent: true });
  return "kept";
}
