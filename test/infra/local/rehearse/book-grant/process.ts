import * as z from "zod";
import { paying } from "../../../../../workflows/blocks/payment.ts";
import { payingStaff, staffOf } from "../../../../../workflows/blocks/staffed.ts";
import { bankAccount, payerAccount } from "../../../../../workflows/kernel/bank-account.ts";
import type { Book } from "../../../../../workflows/kernel/book.ts";
import { callTexts } from "../../../../../workflows/kernel/call-texts.ts";
import { latestRecord } from "../../../../../workflows/kernel/case-file.ts";
import { defineProcess } from "../../../../../workflows/kernel/define-process.ts";
import { days, workingDays } from "../../../../../workflows/kernel/duration.ts";
import { vilniusInstant } from "../../../../../workflows/kernel/facts/calendar.ts";
import { lastSecond } from "../../../../../workflows/kernel/facts/ends.ts";
import { iso } from "../../../../../workflows/kernel/facts/instants.ts";
import { email, longText, number, text } from "../../../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../../../workflows/kernel/form.ts";
import type { Definition } from "../../../../../workflows/kernel/process.ts";
import { defineRecord } from "../../../../../workflows/kernel/record.ts";
import { ask, end, step } from "../../../../../workflows/kernel/states.ts";
import { why } from "../../../../../workflows/kernel/why.ts";
import { needsOf } from "../../../../../workflows/kernel/words.ts";

/** A process that no folder has, as small as one with money can be: a teacher asks for books, gets them paid, and tells what was read. */

const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  fields: {
    fullName: text({ max: 120 }),
    email: email({}),
    iban: bankAccount({ identifying: true }),
    euros: number({ min: 1, max: 500 }),
  },
});
const applied = z.object({ fullName: z.string(), email: z.string(), iban: z.string(), euros: z.number() });

const decision = defineForm({
  id: "decision",
  outcomes: ["granted", "refused"],
  fields: { reason: why({ max: 500, for: ["refused"] }) },
});
const reading = defineForm({ id: "reading", outcomes: ["told"], fields: { books: longText({ max: 500 }) } });
const leaving = defineForm({
  id: "leaving",
  outcomes: ["withdrawn"],
  fields: { reason: why({ max: 500, optional: true }) },
});

const granted = defineRecord("granted", z.object({ cents: z.number().int() }));

const callFile = z.strictObject({
  id: z.string(),
  process: z.literal("book-grant"),
  opens: z.string(),
  closes: z.string(),
  ...callTexts,
  payer: payerAccount,
  staff: payingStaff,
});

const definition = {
  id: "book-grant",
  application,
  call: {
    process: "standing-call",
    read: async (given: unknown) => {
      const { id, opens, closes, process: _, ...rest } = callFile.parse(given);
      const times = { opensAt: iso(vilniusInstant(opens)), closesAt: iso(lastSecond(closes)) };
      return { id, data: { ...rest, ...times } };
    },
  },
  start: "decision",
  states: {
    decision: ask("coordinator", decision, {
      within: workingDays(5),
      on: { granted: "granting", refused: "refused", expired: "decision" },
    }),
    granting: step(
      (file) => ({
        outcome: "granted" as const,
        record: { id: granted.id, data: { cents: applied.parse(file.application).euros * 100 } },
      }),
      { granted: "books" },
    ),
    ...paying("books", "applicant", "reading"),
    reading: ask("applicant", reading, {
      within: days(60),
      on: { told: "completed", expired: "unread" },
    }),
    completed: end("completed"),
    unread: end("unread"),
    refused: end("refused"),
    withdrawn: end("withdrawn"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, to: "withdrawn", during: ["decision"] },
  },
  people: (role, file) => {
    const { fullName: name, email: address } = applied.parse(file.application);
    return role === "applicant" ? { name, email: address, language: file.language } : staffOf(role, file);
  },
  money: {
    concerns: () => true,
    pays: { books: { payment: "books", cents: (file) => latestRecord(file, granted)?.cents ?? 0 } },
    worked: ({ step: name, data }) =>
      name === granted.id ? { kind: "granted", cents: granted.schema.parse(data).cents } : undefined,
    payee: (file) => {
      const { fullName: name, iban } = applied.parse(file.application);
      return { name, iban };
    },
    payer: (call) => payerAccount.parse(call.payer),
    budget: () => undefined,
    claim: { columns: [], row: () => [] },
  },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
} as const satisfies Definition;

/** Its words are their keys: nobody reads them. */
const own = async () => ({
  default: Object.fromEntries(needsOf(definition).map(({ key }) => [key, key])),
});
const words: Book = { lt: own, en: own };

export const bookGrant = defineProcess({ ...definition, words });
