import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { bid, decision } from "../../workflows/blocks/selection.ts";
import type { Answer } from "../../workflows/kernel/case-file.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { printScore, storedScore } from "../../workflows/kernel/score.ts";
import { approverOf, type Member, membersOf } from "../../workflows/selection-call/commission.ts";
import { directorsOrder, rankingApproval } from "../../workflows/selection-call/forms.ts";
import type { ListedCase } from "../cases/people/staff.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages } from "../reading/messages.ts";
import { countryIn } from "../web/parts/facts.tsx";
import type { Writing } from "./calculation.ts";
import type { Block, Paper } from "./paper.ts";

/** What the papers of a call are written with: the call, and its cases with the names that staff know them by. */
export interface CallWriting extends Writing {
  readonly cases: readonly ListedCase[];
}

/**
 * The minutes of the selection commission: who sat, what each declared, who had a conflict and so did not decide, the
 * ranking with scores and what broke ties, and who approved it when. `undefined` before it was approved.
 */
export async function minutesPaper(writing: CallWriting): Promise<Paper | undefined> {
  const { loaded, ui, words } = writing;
  const { language } = ui;
  const approval = answerTo(loaded.file.answers, rankingApproval.id, "approved");
  if (!approval) return undefined;
  const members = membersOf(loaded.file);
  const own = await caseWords(loaded, language);
  const ranked = inOrder(writing.cases);
  return {
    language,
    title: words.say("minutes.title"),
    caption: callTitle(loaded, language),
    asOf: approval.at,
    foot: words.say("minutes.foot"),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: words.say("minutes.approvedAt"), value: printTime(approval.at, language) },
          { label: words.say("minutes.approvedBy"), value: approverOf(loaded.file)?.name ?? "–" },
          { label: words.say("minutes.applications"), value: String(writing.cases.length) },
          { label: words.say("minutes.ranked"), value: String(ranked.length) },
        ],
      },
      { kind: "heading", text: words.say("minutes.members") },
      { kind: "facts", rows: members.map((member, index) => declarationOf(member, index === 0, writing)) },
      { kind: "heading", text: words.say("minutes.decided") },
      { kind: "text", text: words.say("minutes.decided.text", { count: ranked.length }) },
      ...rankingBlocks(ranked, writing, own, { withScores: true }),
    ],
  };
}

const numbered = z.object({ number: z.string() });

/**
 * The director's order: by which minutes, who is granted a place in which country, and who waits on the reserve list.
 * `undefined` before it was signed, but as a draft once the commission has approved.
 */
export async function orderPaper(writing: CallWriting): Promise<Paper | undefined> {
  const { loaded, ui, words } = writing;
  const { language } = ui;
  const approval = answerTo(loaded.file.answers, rankingApproval.id, "approved");
  if (!approval) return undefined;
  const order = answerTo(loaded.file.answers, directorsOrder.id, "signed");
  const number = numbered.safeParse(order?.values).data?.number;
  const own = await caseWords(loaded, language);
  const director = loaded.process.people("agency", loaded.file)?.name ?? "–";
  const day = (at: string) => printDay(localDay(Temporal.Instant.from(at)), language);
  return {
    language,
    title: words.say("order.title"),
    caption:
      order && number ? words.say("order.caption", { number, day: day(order.at) }) : words.say("order.draft"),
    asOf: order?.at ?? approval.at,
    foot: words.say("order.foot"),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      {
        kind: "text",
        text: words.say("order.text", { call: callTitle(loaded, language), day: day(approval.at) }),
      },
      ...rankingBlocks(inOrder(writing.cases), writing, own, { withScores: false }),
      { kind: "heading", text: words.say("order.signature") },
      {
        kind: "facts",
        rows: [
          {
            label: words.say("order.director"),
            value: order
              ? words.say("order.signed", { director, time: printTime(order.at, language) })
              : director,
          },
        ],
      },
    ],
  };
}

const answerTo = (answers: readonly Answer[], form: string, outcome: string): Answer | undefined =>
  answers.findLast((answer) => answer.form === form && answer.outcome === outcome);

/** Those who have a place in the order, as the commission saw it: a promotion came later. */
const inOrder = (cases: readonly ListedCase[]): readonly ListedCase[] =>
  cases
    .filter((listed) => decision.safeParse(listed.decision).data?.position !== undefined)
    .toSorted((a, b) => positionOf(a) - positionOf(b));

const positionOf = (listed: ListedCase): number => decision.parse(listed.decision).position ?? 0;

function declarationOf(member: Member, isChair: boolean, { words, ui }: CallWriting) {
  const declared = member.declared ?? "silent";
  const time = member.at === undefined ? "" : printTime(member.at, ui.language);
  return {
    label: isChair ? words.say("minutes.chair", { name: member.name }) : member.name,
    value: words.say(`minutes.${declared}`, { time, conflict: member.conflict ?? "" }),
  };
}

const tie = z.enum(["score", "notTravelledBefore", "rural", "submittedAt", "applicant", "id"]);

function rankingBlocks(
  ranked: readonly ListedCase[],
  { ui, words }: CallWriting,
  own: Messages,
  { withScores }: { readonly withScores: boolean },
): readonly Block[] {
  const groups = [
    { title: words.say("minutes.places"), rows: ranked.filter(wasOffered) },
    { title: words.say("minutes.reserve"), rows: ranked.filter((listed) => !wasOffered(listed)) },
  ];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, rows }): Block[] => [
      { kind: "heading", text: title },
      {
        kind: "table",
        summary: title,
        columns: [
          { label: ui.say("facts.position"), share: 10 },
          { label: words.say("sheet.code"), share: 16 },
          { label: ui.say("console.applicant"), share: 34 },
          ...(withScores
            ? [
                { label: ui.say("facts.tie"), share: 26 },
                { label: ui.say("facts.score"), share: 14, isNumeric: true },
              ]
            : [{ label: ui.say("call.country"), share: 40 }]),
        ],
        rows: rows.map((listed) => cellsOf(listed, ui, own, withScores)),
        totals: [],
      },
    ]);
}

/** Promoted later means on the reserve list then. */
function wasOffered(listed: ListedCase): boolean {
  const { kind, promotedFrom } = decision.parse(listed.decision);
  return kind === "offered" && promotedFrom === undefined;
}

function cellsOf(
  listed: ListedCase,
  ui: Writing["ui"],
  own: Messages,
  withScores: boolean,
): readonly string[] {
  const { position = 0, country, decidedBy } = decision.parse(listed.decision);
  const who = [String(position), codeOf(listed.ref), listed.applicantName];
  if (!withScores) {
    return [...who, wasOffered(listed) && country !== undefined ? countryIn(own, country) : "–"];
  }
  const brought = bid.safeParse(listed.bid);
  const broke = tie.safeParse(decidedBy);
  return [
    ...who,
    broke.success ? ui.say(`tie.${broke.data}`) : "–",
    brought.success ? printScore(storedScore(brought.data.score), ui.language) : "–",
  ];
}
