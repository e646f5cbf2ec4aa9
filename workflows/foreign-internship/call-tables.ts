import * as z from "zod";
import type { CallTable } from "../kernel/call-table.ts";

const offering = z.object({
  places: z.record(z.string(), z.number()),
  hosts: z.record(
    z.string(),
    z.object({ institution: z.string(), town: z.string(), starts: z.string(), ends: z.string() }),
  ),
});

const counted = (count: number) => ({ word: "call.places.count", with: { count } });

/** Where the places of a call are, and when. */
const places: CallTable = {
  columns: ["country", "host", "days", "places"],
  sentences: ["count"],
  rows: (call) => {
    const { places: offered, hosts } = offering.parse(call);
    return Object.entries(offered).map(([country, count]) => {
      const host = hosts[country];
      return {
        country: { option: country, of: "countries" },
        host: host && [host.institution, host.town],
        days: host && { from: host.starts, to: host.ends },
        places: counted(count),
      };
    });
  },
  total: (call) => counted(Object.values(offering.parse(call).places).reduce((sum, count) => sum + count, 0)),
};

export const tables = { places };
