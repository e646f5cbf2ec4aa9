import * as z from "zod";
import { type Sums, sumsOf } from "../../workflows/blocks/ledger/ledger.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { moreRows, spreadsheetOf } from "../documents/spreadsheet.ts";
import type { House } from "../house.ts";
import { codeOf } from "../portal/codes.ts";
import { wordsOf } from "../portal/drafts.ts";
import { uiIn } from "../portal/ui.ts";
import { claimPage, claimSums, columnsOfClaim } from "../proof/claim.ts";
import type { Ordered } from "../store/export-item.ts";
import { sums as sumsShape } from "../store/line-item.ts";
import { csvType, type Maker } from "./maker.ts";

/** Where a claim goes on, and what all rows before come to. */
const place = z.object({ after: z.string(), sums: sumsShape });

/** The payment claim of a call as a file for spreadsheets; its last row is what all come to. */
export async function claimMaker(house: House, { callId, language }: Ordered): Promise<Maker | undefined> {
  const call = await loadCall(house, callId);
  const claimed = call && (await columnsOfClaim(house, call));
  if (!call || !claimed) return undefined;
  const ui = await uiIn(language);
  const words = await wordsOf(summaryOf(call, house.clock.now()).process, { language });
  const header = [
    ui.say("task.code"),
    ...claimed.map((column) => words.say(`claim.${column}`)),
    ...claimSums.map((name) => ui.say(`proof.${name}`)),
  ];
  const euros = (of: Sums): string[] => claimSums.map((name) => (of[name] / 100).toFixed(2));
  return {
    how: "pieces",
    type: csvType,
    async *pieces(from) {
      let at = from === undefined ? undefined : place.parse(JSON.parse(from));
      const whole = { ...(at?.sums ?? sumsOf([])) };
      for (;;) {
        const isFirst = at === undefined;
        const { rows, lookedAt, next } = await claimPage(house, call, at && { after: at.after });
        for (const row of rows) add(whole, row.sums);
        const said = rows.map(({ loaded, said, sums }) => [codeOf(loaded.head.pk), ...said, ...euros(sums)]);
        const last = [[ui.say("proof.whole"), ...claimed.map(() => ""), ...euros(whole)]];
        const all = next === undefined ? [...said, ...last] : said;
        at = next === undefined ? undefined : { after: next, sums: { ...whole } };
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

function add(whole: Record<keyof Sums, number>, more: Sums): void {
  for (const name of claimSums) whole[name] += more[name];
}
