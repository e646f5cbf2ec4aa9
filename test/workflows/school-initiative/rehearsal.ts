import * as z from "zod";
import { type Applicant, applyInTurn } from "../../../workflows/blocks/rehearsal/applying.ts";
import { decidesOnRanking } from "../../../workflows/blocks/rehearsal/commission.ts";
import { defineRehearsal } from "../../../workflows/kernel/define-rehearsal.ts";
import { type Example, onDay, unanswered } from "../../../workflows/kernel/rehearsal.ts";
import {
  localTime,
  mailbox,
  oneOf,
  points,
  text,
  wholeUpTo,
  yesNo,
} from "../../../workflows/kernel/rehearsal-cells.ts";
import type { Money, School } from "./model.ts";
import { selection } from "./selection.ts";

interface Asking extends Applicant {
  readonly rural: boolean;
  readonly cents: number;
  readonly score: number;
  readonly offer: School["offer"];
}

const person = (name: string) => ({ name, email: `${name.toLowerCase()}@agentura.example`, language: "lt" });

/** A call with this money, and these schools on its lines. */
export const exampleOf = (schools: readonly School[], money: Money): Example => ({
  call: {
    id: "iniciatyvos",
    process: "school-initiative",
    title: { lt: "Mokyklų iniciatyvos", en: "School initiatives" },
    opens: "2027-01-10T09:00",
    closes: "2027-02-10",
    scoreGap: 20,
    ...money,
    staff: {
      coordinator: person("Rasa"),
      commission: person("Asta"),
      agency: person("Daiva"),
    },
  },
  people: schools.map(({ name, rural, requestedCents, submittedAt, score, offer }, index) => ({
    name,
    email: `mokykla-${index}@mokykla.example`,
    rural: rural ? "yes" : "no",
    cents: String(requestedCents),
    submitted_at: submittedAt,
    score: String(score),
    offer,
  })),
});

export const rehearsal = defineRehearsal({
  call: { shape: z.looseObject({ id: z.string(), opens: z.string() }) },
  columns: () => ({
    name: text(120),
    email: mailbox,
    rural: yesNo,
    cents: wholeUpTo(100_000_000),
    submitted_at: localTime,
    score: points,
    offer: oneOf("accept", "decline", "silent"),
  }),
  row: ({ submitted_at: submittedAt, ...cells }, line): Asking => ({ ...cells, line, submittedAt }),
  atLeast: "a school",
  begins: (beginning, { id }) =>
    applyInTurn(beginning, id, {
      application: ({ name: fullName, email, rural, cents }) => ({
        fullName,
        email,
        rural: rural ? "yes" : "no",
        lines: [{ category: "staff", cents }],
      }),
    }),
  answer: (asked) => {
    const { row, state } = asked;
    switch (state) {
      case "scoring":
        return { says: { score: String(row?.score) }, at: onDay(asked, 1, "10:00") };
      case "offer":
        if (row?.offer === "silent") return undefined;
        return { says: { outcome: row?.offer === "accept" ? "accepted" : "declined" } };
      case "negotiation":
        return undefined;
      case "negotiationReview":
        return { says: { outcome: "agreed" } };
      case "impartiality":
      case "approval":
      case "order":
        return decidesOnRanking(asked);
      default:
        return unanswered(asked);
    }
  },
  became: ({ row, outcome, state = outcome, file }) => {
    const { position, cents } = selection.decisionIn(file?.entry?.decision) ?? {};
    return { row, status: state, position, cents };
  },
  tells: (all) => ({
    tables: [
      {
        name: "cases.csv",
        columns: ["applicant", "status", "order", "granted_cents"],
        rows: all.map(({ row, status, position, cents }) => [row.name, status, position, cents]),
      },
    ],
  }),
  example: async () => exampleOf([], { ...noMoney }),
});

const noMoney: Money = {
  budgetCents: 0,
  partialFloorPercent: 100,
  offerDays: 7,
  minimumScore: 0,
  ruralBonus: 0,
};
