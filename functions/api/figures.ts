import * as z from "zod";
import { leastCompared } from "../../workflows/kernel/comparing.ts";
import { openData } from "../../workflows/kernel/open-data.ts";
import { figuresLicence, openTableNames, openTables } from "../monitoring/open-tables.ts";
import { rowsOf } from "../public/open-data.ts";
import { json } from "../web/answers.ts";
import type { Work } from "../web/visit.ts";
import { openDataShape } from "./open-data.ts";

/** The programme's figures, a table each; what is hidden or blank is left out of its row. */
export const figuresShape = z.strictObject({
  licence: openData.shape.licence,
  /** The number below which a figure is hidden. */
  least: z.number(),
  tables: z.array(
    openDataShape.pick({ title: true, columns: true, rows: true }).extend({ name: z.string() }),
  ),
});

/** `GET /api/figures`: the same tables as in the files for everybody. */
export const describeFigures: Work = async ({ house }) => {
  const all = await openTables(house);
  const tables = openTableNames.map((name) => {
    const { title, columns, rows } = all[name];
    return { name, title, columns, rows: rowsOf({ columns, rows }) };
  });
  return json(200, { licence: figuresLicence, least: leastCompared, tables });
};
