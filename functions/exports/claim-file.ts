import * as z from "zod";
import { added, type Sums, sumsOf } from "../../workflows/kernel/ledger.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { moreRows, spreadsheetOf } from "../documents/spreadsheet.ts";
import { type Cell, cellAsText, workbookOf } from "../documents/workbook.ts";
import type { House } from "../house.ts";
import { type ClaimRow, claimedIn, claimPage, claimSums, nameOfSum } from "../proof/claim.ts";
import { codeOf } from "../reading/codes.ts";
import { wordsOf } from "../reading/process-words.ts";
import { uiIn } from "../reading/ui.ts";
import type { Ordered } from "../store/export-item.ts";
import { sums as sumsShape } from "../store/line-item.ts";
import { csvType, type Maker, workbookType } from "./maker.ts";

/** Where a claim goes on, and what all rows before come to. */
const place = z.object({ after: z.string(), sums: sumsShape });

/** The payment claim of a call as a file for spreadsheets; its last row is what all come to. */
export async function claimMaker(
  house: House,
  { callId, language, format }: Ordered,
): Promise<Maker | undefined> {
  const call = await loadCall(house, callId);
  const money = call && (await claimedIn(house, call));
  if (!call || !money) return undefined;
  const claimed = money.claim.columns;
  const columns = claimSums(money);
  const ui = await uiIn(language);
  const words = await wordsOf(summaryOf(call, house.clock.now()).process, { language });
  const header = [
    ui.say("task.code"),
    ...claimed.map((column) => words.say(`claim.${column}`)),
    ...columns.map((column) => nameOfSum(column, ui, words)),
  ];
  const euros = (of: Sums): Cell[] => columns.map(({ cents }) => ({ cents: cents(of) }));
  const rowOf = ({ loaded, said, sums }: ClaimRow): Cell[] => [
    codeOf(loaded.head.pk),
    ...said,
    ...euros(sums),
  ];
  const lastOf = (whole: Sums): Cell[] => [ui.say("proof.whole"), ...claimed.map(() => ""), ...euros(whole)];
  if (format === "xlsx")
    return {
      how: "whole",
      type: workbookType,
      make: async (onCases) => {
        const cells: Cell[][] = [];
        let whole = sumsOf([]);
        let after: string | undefined;
        do {
          const { rows, lookedAt, next } = await claimPage(house, call, { after });
          for (const row of rows) whole = added(whole, row.sums);
          cells.push(...rows.map(rowOf));
          await onCases(lookedAt);
          after = next;
        } while (after !== undefined);
        return workbookOf(ui.say("proof.claim"), header, [...cells, lastOf(whole)]);
      },
    };
  return {
    how: "pieces",
    type: csvType,
    async *pieces(from) {
      let at = from === undefined ? undefined : place.parse(JSON.parse(from));
      let whole = at?.sums ?? sumsOf([]);
      for (;;) {
        const isFirst = at === undefined;
        const { rows, lookedAt, next } = await claimPage(house, call, at && { after: at.after });
        for (const row of rows) whole = added(whole, row.sums);
        const cells = [...rows.map(rowOf), ...(next === undefined ? [lastOf(whole)] : [])];
        const all = cells.map((row) => row.map(cellAsText));
        at = next === undefined ? undefined : { after: next, sums: whole };
        yield {
          text: isFirst ? spreadsheetOf(header, all) : moreRows(all),
          done: lookedAt,
          next: at && JSON.stringify(at),
        };
        if (at === undefined) return;
      }
    },
  };
}
