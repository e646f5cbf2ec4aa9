import { printAmount, printTime } from "../../workflows/kernel/facts/print.ts";
import { type Posting, postingsOf } from "../../workflows/kernel/ledger.ts";
import { kindOfPayment } from "../../workflows/kernel/money.ts";
import { type Role, reads } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { labelOf } from "../reading/asked.ts";
import { callTitle, nameOfRole } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { factsFor, type Fact as Known } from "../reading/facts.ts";
import type { Messages } from "../reading/messages.ts";
import { printedAnswer } from "../reading/printed.ts";
import type { Block, Composed } from "./composed.ts";
import type { Writing } from "./writing.ts";

/**
 * Whose answers prove that it took place and what came of it: whoever takes part, whoever looks after it, and whoever says what money
 * is paid by. Reviews and appeals are of the selection.
 */
const isWitness = (process: LoadedCase["process"], role: Role): boolean =>
  role === "applicant" || role === "coordinator" || reads(process, "finance", role);

/**
 * What proves to the funder that a case took place: what its witnesses said and when, and each
 * movement of money. `undefined` before any of it.
 */
export async function evidencePaper(writing: Writing): Promise<Composed | undefined> {
  const { loaded, ui, words, teller } = writing;
  const { process, file } = loaded;
  const { language } = ui;
  const own = teller.words;
  const given = factsFor("coordinator", loaded).flatMap((fact) =>
    fact.kind === "answer" && isWitness(process, fact.role) ? [fact] : [],
  );
  const postings = postingsOf(process.money, file);
  const asOf = [...given.map(({ answer }) => answer.at), ...postings.map(({ at }) => at)].toSorted().at(-1);
  if (asOf === undefined) return undefined;
  const sectionOf = ({ form, role, answer }: Extract<Known, { kind: "answer" }>): readonly Block[] => [
    {
      kind: "heading",
      text: ui.say("facts.answer", { who: nameOfRole(own, role), what: own.say(`${form.id}.title`) }),
    },
    {
      kind: "facts",
      rows: [
        { label: words.say("evidence.when"), value: printTime(answer.at, language) },
        ...(form.outcomes.length > 1
          ? [
              {
                label: own.say(`${form.id}.outcome.label`),
                value: own.say(`${form.id}.outcome.${answer.outcome}`),
              },
            ]
          : []),
        ...Object.keys(form.fields).flatMap((name) => {
          const value = printedAnswer({ form, words: own, ui }, name, answer.values[name]);
          return value.length > 0
            ? [{ label: labelOf({ form, words: own }, name), value: value.join("\n") }]
            : [];
        }),
      ],
    },
  ];
  return {
    language,
    title: words.say("evidence.title"),
    caption: callTitle(loaded, language),
    asOf,
    foot: words.say("evidence.foot", { code: codeOf(loaded.head.pk) }),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: own.say("role.applicant"), value: process.people("applicant", file)?.name ?? "–" },
          { label: words.say("sheet.code"), value: codeOf(loaded.head.pk) },
        ],
      },
      ...given.flatMap(sectionOf),
      ...moneyTable(postings, own, writing),
    ],
  };
}

function moneyTable(postings: readonly Posting[], own: Messages, { ui, words }: Writing): readonly Block[] {
  if (postings.length === 0) return [];
  return [
    { kind: "heading", text: words.say("evidence.money") },
    {
      kind: "table",
      summary: words.say("evidence.money"),
      columns: [
        { label: words.say("evidence.when"), share: 3 },
        { label: words.say("evidence.what"), share: 4 },
        { label: words.say("evidence.amount"), isNumeric: true, share: 2 },
      ],
      rows: postings.map((posting) => [
        printTime(posting.at, ui.language),
        movementIn(posting, own, words),
        printAmount(posting.cents, ui.language),
      ]),
      totals: [],
    },
  ];
}

/** A payment has its name from its process; every other movement is the same in all. */
export function movementIn({ kind, payment }: Posting, own: Messages, words: Writing["words"]): string {
  if (kind !== "paid") return words.say(`posting.${kind}`);
  const named = kindOfPayment(payment ?? "");
  return own.say(`pays.${named.kind}`, { number: named.number });
}
