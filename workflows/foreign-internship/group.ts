import * as z from "zod";
import { offer } from "../blocks/offer.ts";
import { successorOf } from "../blocks/participant.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import type { Groups } from "../kernel/groups.ts";
import { countryTold, lists } from "./group-lists.ts";
import { hostOf } from "./journey.ts";
import { countryOf } from "./people.ts";
import { grant } from "./sheets.ts";

/** Interns of one country may travel together; whoever gives the place back, loses it or falls silent travels no more. */
export const groups: Groups = {
  destination: (file) => (travels(file) ? countryOf(file) : undefined),
  told: countryTold,
  journey: (file) => {
    const { institution, starts, ends } = hostOf(file);
    return { ...phoneOf(file), institution, starts, ends };
  },
  lists,
  isOutdated: (file) => {
    const worked = latestRecord(file, grant);
    return worked !== undefined && worked.tickets !== (file.travelsWith?.tickets ?? "own");
  },
  amendment: {
    word: "changed",
    says: (file, reason) => {
      const { starts, ends } = hostOf(file);
      return { starts, ends, reason };
    },
  },
};

const goneWith: ReadonlySet<string> = new Set(["withdrawn", "cancelled"]);
const goneAt: ReadonlySet<string> = new Set(["cancellation", "lapse"]);

/** A word that broke in counts at once, before its machine has heard of it. */
const travels = (file: CaseFile): boolean =>
  latestAnswer(file, offer)?.outcome === "accepted" &&
  !file.interruptions.some(({ name }) => goneWith.has(name)) &&
  !file.records.some(({ state }) => goneAt.has(state));

const applied = z.object({ phone: z.string().optional() });

/** The number in the application is that of whoever applied; of a successor none is known. */
function phoneOf(file: CaseFile): { readonly phone?: string } {
  const { phone } = applied.parse(file.application);
  return phone === undefined || successorOf(file) !== undefined ? {} : { phone };
}
