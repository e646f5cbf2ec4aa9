import * as z from "zod";
import { processOf } from "../../workflows/catalogue.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { moreRows, spreadsheetOf } from "../documents/spreadsheet.ts";
import { type Cell, cellAsText, workbookOf } from "../documents/workbook.ts";
import type { House } from "../house.ts";
import { allCases, lengthOf } from "../lines/case-list.ts";
import type { CaseQuery } from "../lines/case-query.ts";
import { orders } from "../lines/keys.ts";
import { moneyNames, moneyOf } from "../numbers/money.ts";
import { codeOf } from "../reading/codes.ts";
import { postIn, postsOf } from "../reading/posts.ts";
import { wordsOf } from "../reading/process-words.ts";
import { stageIn } from "../reading/stages.ts";
import { uiIn } from "../reading/ui.ts";
import type { Ordered } from "../store/export-item.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Line } from "../store/line-item.ts";
import { csvType, type Maker, workbookType } from "./maker.ts";

/** Of a query what says which cases it lists, and in which order: a file has no pages. */
const listed = z.object({
  stage: z.string().optional(),
  municipality: z.string().optional(),
  post: z.string().optional(),
  day: z.string().optional(),
  waited: z.string().optional(),
  money: z.enum(moneyNames).optional(),
  ended: z.enum(["yes", "no"]).optional(),
  text: z.string().optional(),
  order: z.enum(orders),
  isReversed: z.boolean(),
});

/** A query as an order keeps it: the same list has the same words. */
export const saidOfQuery = (query: CaseQuery): string => JSON.stringify(listed.parse(query));

/** How many cases a list goes through; `malformed` for words that no list has. */
export function lengthOfCases(said: string, figures: Figures): number | "malformed" {
  try {
    return lengthOf(queryOf(said), figures);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return "malformed";
    throw error;
  }
}

function queryOf(said: string): CaseQuery {
  const { order, isReversed, ...filters } = listed.parse(JSON.parse(said));
  const { stage, municipality, post, day, waited, money, ended, text } = filters;
  return {
    order,
    isReversed,
    ...(stage === undefined ? {} : { stage }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(post === undefined ? {} : { post }),
    ...(day === undefined ? {} : { day }),
    ...(waited === undefined ? {} : { waited }),
    ...(money === undefined ? {} : { money }),
    ...(ended === undefined ? {} : { ended }),
    ...(text === undefined ? {} : { text }),
  };
}

/** The list of cases as the page of it shows them, whole, as a file for spreadsheets. */
export async function casesMaker(house: House, ordered: Ordered): Promise<Maker | undefined> {
  const { callId, format, language } = ordered;
  const call = await loadCall(house, callId);
  if (!call) return undefined;
  const ui = await uiIn(language);
  const { process: name } = summaryOf(call, house.clock.now());
  const words = await wordsOf(name, { language });
  const process = await processOf(name);
  const stage = (one: Line) => stageIn(process, words, one.state, one.ended);
  const query = queryOf(ordered.said);
  const posts = postsOf(process, words, ui);
  const columns = columnsOf(posts);
  const header = columns.map((key) => ui.say(key));
  const row = (line: Line): Cell[] =>
    rowOf(line, columns, { stage: stage(line), post: postIn(posts, line.post) });
  if (format === "xlsx")
    return {
      how: "whole",
      type: workbookType,
      make: async (onCases) => {
        const rows: Cell[][] = [];
        for await (const { lines, lookedAt } of allCases(house, callId, query)) {
          rows.push(...lines.map(row));
          await onCases(lookedAt);
        }
        return workbookOf(ui.say("console.cases"), header, rows);
      },
    };
  return {
    how: "pieces",
    type: csvType,
    async *pieces(from) {
      let isFirst = from === undefined;
      for await (const { lines, lookedAt, next } of allCases(house, callId, query, from)) {
        const rows = lines.map((line) => row(line).map(cellAsText));
        yield { text: isFirst ? spreadsheetOf(header, rows) : moreRows(rows), done: lookedAt, next };
        isFirst = false;
      }
    },
  };
}

type Column = ReturnType<typeof columnsOf>[number];

/** A process that does not ask as what somebody works has no such column. */
const columnsOf = (posts: ReadonlyMap<string, string>) =>
  [
    "task.code",
    "console.applicant",
    "console.school",
    "console.municipality",
    ...(posts.size > 0 ? (["console.post"] as const) : []),
    "numbers.day",
    "console.state",
    ...moneyNames.map((name) => `numbers.${name}` as const),
  ] as const;

function rowOf(
  { ref, name, school, municipality, day, sums }: Line,
  columns: readonly Column[],
  said: { readonly stage: string; readonly post: string },
): Cell[] {
  const money = moneyOf({ sums });
  const cells: Readonly<Record<Column, Cell>> = {
    "task.code": codeOf(ref),
    "console.applicant": name,
    "console.school": school,
    "console.municipality": municipality,
    "console.post": said.post,
    "numbers.day": { day },
    "console.state": said.stage,
    "numbers.promised": { cents: money.promised },
    "numbers.paid": { cents: money.paid },
    "numbers.toPay": { cents: money.toPay },
    "numbers.recovered": { cents: money.recovered },
  };
  return columns.map((column) => cells[column]);
}
