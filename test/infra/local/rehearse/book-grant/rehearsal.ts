import * as z from "zod";
import { type Applicant, applyInTurn } from "../../../../../workflows/blocks/rehearsal/applying.ts";
import { accountColumn } from "../../../../../workflows/kernel/bank-account.ts";
import { defineRehearsal } from "../../../../../workflows/kernel/define-rehearsal.ts";
import { dayOf, type Example, onDay, unanswered } from "../../../../../workflows/kernel/rehearsal.ts";
import {
  added,
  localTime,
  mailbox,
  oneOf,
  optional,
  someText,
  text,
  wholeUpTo,
} from "../../../../../workflows/kernel/rehearsal-cells.ts";

interface Reader extends Applicant {
  readonly iban: string;
  readonly euros: number;
  readonly decision: "grant" | "refuse";
  readonly tells: "yes" | "no";
  readonly books: string;
}

const contact = (name: string) => ({ name, email: `${name.toLowerCase()}@agentura.example`, language: "lt" });

export const example: Example = {
  call: {
    id: "knygos",
    process: "book-grant",
    title: { lt: "Knygos mokytojams", en: "Books for teachers" },
    opens: "2027-03-01T09:00",
    closes: "2027-03-10",
    payer: { name: "Agentūra", iban: "LT121000011101001000" },
    staff: { coordinator: contact("Rasa"), agency: contact("Daiva"), finance: contact("Algirdas") },
  },
  people: [
    ["Ona Onaitė", "ona@mokykla.example", "LT601010012345678901", "120", "2027-03-02T10:00", "grant", "yes"],
    [
      "Jonas Jonaitis",
      "jonas@mokykla.example",
      "LT121000011101001000",
      "80",
      "2027-03-03T10:00",
      "grant",
      "no",
    ],
    ["Ieva Ievaitė", "ieva@mokykla.example", "LT121000011101001000", "10", "2027-03-04T10:00", "refuse", ""],
    ["Ona Onaitė", "ONA@mokykla.example", "LT601010012345678901", "99", "2027-03-05T10:00", "grant", ""],
    ["Rasa Rasaitė", "rasa@mokykla.example", "LT121000011101001000", "900", "2027-03-06T10:00", "grant", ""],
    [
      "Petras Petraitis",
      "petras@mokykla.example",
      "LT121000011101001000",
      "9",
      "2027-03-12T10:00",
      "grant",
      "",
    ],
  ].map(([name = "", email = "", iban = "", euros = "", submitted_at = "", decision = "", tells = ""]) => ({
    ...{ name, email, iban, euros, submitted_at, decision, tells },
  })),
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const rehearsal = defineRehearsal({
  call: { shape: z.looseObject({ id: z.string(), opens: z.string() }) },
  columns: () => ({
    name: text(120),
    email: mailbox,
    iban: accountColumn,
    euros: wholeUpTo(9000),
    submitted_at: localTime,
    decision: oneOf("grant", "refuse"),
    tells: optional(oneOf("yes", "no")),
    books: added(someText),
  }),
  row: ({ submitted_at: submittedAt, tells = "no", books = "Altorių šešėly", ...cells }, line): Reader => ({
    ...cells,
    ...{ line, submittedAt, tells, books },
  }),
  atLeast: "a reader",
  checkAll: (rows) =>
    rows
      .filter(({ line, name, email }) =>
        rows.some((one) => one.line < line && one.name === name && !isSame(one.email, email)),
      )
      .map(({ line }) => ({ line, column: "name" as const, expected: "each name with one address" })),
  begins: (beginning, { id }) =>
    applyInTurn(beginning, id, {
      application: ({ name: fullName, email, iban, euros }) => ({ fullName, email, iban, euros }),
      refusals: ["late", "invalid"],
    }),
  answer: (asked) => {
    const { row, state } = asked;
    switch (state) {
      case "decision":
        return row?.decision === "grant"
          ? { says: { outcome: "granted" }, at: onDay(asked, 1, "10:00") }
          : { says: { outcome: "refused", reason: "Nėra lėšų." }, at: onDay(asked, 1, "10:00") };
      case "books":
        return { says: { outcome: "paid", paidOn: dayOf(asked) }, at: onDay(asked, 1, "12:00") };
      case "reading":
        return row?.tells === "yes" ? { says: { books: row.books } } : undefined;
      default:
        return unanswered(asked);
    }
  },
  became: ({ row, outcome, state, problems = [] }) => ({
    row,
    status: state ?? outcome,
    why: problems.map(({ field, problem, limit }) => [field, problem, limit].join(":")).join(" "),
  }),
  tells: (all, { moved }) => ({
    tables: [
      {
        name: "cases.csv",
        columns: ["name", "status", "why", "paid_cents"],
        rows: all.map(({ row, status, why }) => [
          row.name,
          status,
          why,
          moved
            .filter(({ applicant, to }) => to === "paid" && applicant === row.name && status !== "duplicate")
            .reduce((sum, { cents }) => sum + cents, 0),
        ]),
      },
    ],
  }),
  example: async () => example,
});
