import * as z from "zod";
import { choice, money, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";

const rules = z.object({
  strands: z.record(z.string(), z.object({ maxCents: z.number().int() })),
  ceilings: z.record(z.string(), z.number()),
  coFundingPercent: z.number().int(),
});
const chosen = z.object({ strand: z.string().optional() });

/** A school's initiative with its budget in lines: what is asked for depends on the strand, each category has a ceiling. */
export const initiative = defineForm({
  id: "application",
  outcomes: ["submitted"],
  fields: {
    strand: choice({ options: { from: "strands" } }),
    lines: rows({
      max: 200,
      written: "lines",
      columns: {
        category: choice({ options: ["staff", "equipment", "events"] }),
        what: text({ max: 200 }),
        cents: money({}),
      },
      sums: { of: ["cents"], by: "category" },
    }),
    own: money({}),
  },
  problems: ["coFunding"],
  given: ({ call, application }) => {
    const { strands, ceilings, coFundingPercent } = rules.parse(call);
    const { strand = "" } = chosen.parse(application);
    const total = strands[strand]?.maxCents;
    return {
      lists: { strands: Object.keys(strands) },
      limits: { lines: { ...(total === undefined ? {} : { total }), shares: ceilings } },
      check: ({ lines = [], own }) => {
        const request = lines.reduce((sum, { cents }) => sum + cents, 0);
        return own !== undefined && own * 100 < coFundingPercent * (request + own)
          ? [{ field: "own", problem: "own.coFunding", with: { percent: coFundingPercent } }]
          : [];
      },
    };
  },
});

export const call = {
  strands: { parents: { maxCents: 500_000 }, library: { maxCents: 200_000 } },
  ceilings: { equipment: 30, events: 50 },
  coFundingPercent: 10,
};
